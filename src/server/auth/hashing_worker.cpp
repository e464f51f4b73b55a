#include "server/auth/hashing_worker.h"

namespace loggia::auth {

HashingWorker::HashingWorker(std::size_t longest_queue)
    : m_longest_queue(longest_queue), m_thread([this] { work(); }) {}

HashingWorker::~HashingWorker() { stop(); }

void HashingWorker::submit(Task task) {
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stopping && m_queue.size() < m_longest_queue) {
            m_queue.push_back(std::move(task));
            m_wake.notify_one();
            return;
        }
    }
    task(Turn::refused);
}

void HashingWorker::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable()) m_thread.join();
}

void HashingWorker::work() {
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
        if (m_queue.empty()) return;
        Task task = std::move(m_queue.front());
        m_queue.pop_front();
        lock.unlock();
        task(Turn::given);
        task = nullptr;
        lock.lock();
    }
}

}  // namespace loggia::auth
