#include "server/http/server.h"

#include "server/http/io_thread.h"
#include "server/http/listening_socket.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace loggia::http {

struct Server::State {
    State(const ServerOptions& options, RequestLog& log) : shared(options, log) {}

    SharedState shared;
    std::uint16_t port = 0;
    std::vector<std::unique_ptr<IoThread>> io_threads;
    std::vector<std::thread> threads;
    std::mutex mutex;
    std::condition_variable ended;
    std::size_t running = 0;
};

Server::Server() = default;

Result<std::unique_ptr<Server>> Server::start(const ServerOptions& options, const MakeApplication& make_application,
                                              RequestLog& log) {
    const int count = std::max(1, options.threads);
    const auto sockets = TRY(listen_on(options.address, options.port, count));
    std::unique_ptr<Server> server(new Server);
    server->m_state = std::make_unique<State>(options, log);
    State& state = *server->m_state;
    state.port = sockets.port;
    for (const int descriptor : sockets.file_descriptors)
        state.io_threads.push_back(std::make_unique<IoThread>(state.shared, descriptor, make_application()));
    state.running = state.io_threads.size();
    for (auto& io_thread : state.io_threads)
        state.threads.emplace_back([&state, &thread = *io_thread] {
            thread.run();
            const std::lock_guard lock(state.mutex);
            --state.running;
            state.ended.notify_all();
        });
    return server;
}

Server::~Server() { stop(); }

std::uint16_t Server::port() const { return m_state->port; }

void Server::announce(std::int64_t seq) {
    std::int64_t before = m_state->shared.seq;
    do {
        if (seq <= before) return;
    } while (!m_state->shared.seq.compare_exchange_weak(before, seq));
    for (auto& thread : m_state->io_threads) thread->announce();
}

void Server::stop() {
    if (m_state->threads.empty()) return;
    for (auto& thread : m_state->io_threads) thread->stop();
    std::unique_lock lock(m_state->mutex);
    const bool all_ended = m_state->ended.wait_for(lock, m_state->shared.options.timeouts.grace,
                                                   [this] { return m_state->running == 0; });
    lock.unlock();
    if (!all_ended)
        for (auto& thread : m_state->io_threads) thread->abandon();
    for (auto& thread : m_state->threads) thread.join();
    m_state->threads.clear();
}

}  // namespace loggia::http
