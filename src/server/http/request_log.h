#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

namespace loggia::http {

/// One line a request: method, route, status, duration. Holds nothing of the request itself: no path, no
/// address, no name. Never blocks its callers: lines wait in memory for a thread that writes them, and if the
/// reader of the log stalls, lines are dropped and counted.
class RequestLog {
public:
    enum class Detail { nothing, failures, requests };

    RequestLog(int file_descriptor, Detail detail);
    /// Writes what is waiting.
    ~RequestLog();
    RequestLog(const RequestLog&) = delete;

    void request(std::string_view method, std::string_view route, int status, std::chrono::microseconds took);
    /// Something about the server itself, as "event=…" and further key=value pairs.
    void event(std::string_view text);

private:
    void append(std::string line);
    void write_lines();

    const int m_file_descriptor;
    const Detail m_detail;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::string m_waiting;
    std::uint64_t m_dropped = 0;
    bool m_stopping = false;
    std::thread m_thread;
};

}  // namespace loggia::http
