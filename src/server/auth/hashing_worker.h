#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace loggia::auth {

/// The one thread that hashes passwords. Its queue is short: hashing is dear on purpose, and whoever floods
/// the sign-in form must not be able to pile up work, or memory, for the server.
class HashingWorker {
public:
    enum class Turn { given, refused };
    using Task = std::move_only_function<void(Turn)>;

    explicit HashingWorker(std::size_t longest_queue = 8);
    /// Finishes what is queued.
    ~HashingWorker();
    HashingWorker(const HashingWorker&) = delete;

    /// The task is called exactly once: on the worker, or here and at once with `refused` when the queue is
    /// full.
    void submit(Task task);

    /// Refuses new tasks, finishes those it has, ends the thread.
    void stop();

private:
    void work();

    const std::size_t m_longest_queue;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_queue;
    bool m_stopping = false;
    std::thread m_thread;
};

}  // namespace loggia::auth
