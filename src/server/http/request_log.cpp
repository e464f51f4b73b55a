#include "server/http/request_log.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <ctime>

namespace loggia::http {

namespace {

constexpr std::size_t most_waiting_bytes = 1024 * 1024;
constexpr std::chrono::milliseconds write_interval{50};

std::string now_text() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32];
    return std::string(text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts));
}

void write_all(int file_descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) return;
        if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace

RequestLog::RequestLog(int file_descriptor, Detail detail)
    : m_file_descriptor(file_descriptor), m_detail(detail), m_thread([this] { write_lines(); }) {}

RequestLog::~RequestLog() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void RequestLog::request(std::string_view method, std::string_view route, int status,
                         std::chrono::microseconds took) {
    if (m_detail == Detail::nothing || (m_detail == Detail::failures && status < 500)) return;
    char milliseconds[32];
    std::snprintf(milliseconds, sizeof milliseconds, "%.3f", static_cast<double>(took.count()) / 1000.0);
    std::string line = "event=request method=";
    line.append(method).append(" route=").append(route).append(" status=").append(std::to_string(status));
    line.append(" ms=").append(milliseconds);
    append(std::move(line));
}

void RequestLog::event(std::string_view text) {
    if (m_detail != Detail::nothing) append(std::string(text));
}

void RequestLog::append(std::string line) {
    const std::lock_guard lock(m_mutex);
    if (m_waiting.size() + line.size() > most_waiting_bytes) {
        ++m_dropped;
        return;
    }
    m_waiting.append("time=").append(now_text()).append(" ").append(line).append("\n");
}

void RequestLog::write_lines() {
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait_for(lock, write_interval, [this] { return m_stopping; });
        const bool is_last = m_stopping;
        std::string lines = std::exchange(m_waiting, {});
        if (const auto dropped = std::exchange(m_dropped, 0); dropped > 0)
            lines.append("event=log_lines_dropped count=").append(std::to_string(dropped)).append("\n");
        lock.unlock();
        write_all(m_file_descriptor, lines);
        if (is_last) return;
        lock.lock();
    }
}

}  // namespace loggia::http
