#include "server/storage/follower.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace loggia::storage {

Follower::Follower(Store store, BusinessId business, Moved moved, Options options)
    : m_store(std::move(store)),
      m_business(business),
      m_moved(std::move(moved)),
      m_options(options),
      m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      m_told_at(Clock::now() - options.tells_at_most) {
    m_thread = std::thread{[this] { work(); }};
}

Follower::~Follower() {
    stop();
    if (m_wake >= 0) close(m_wake);
}

void Follower::tell() {
    if (!m_has_news.exchange(true)) wake();
}

void Follower::stop() {
    m_is_stopping = true;
    wake();
    if (m_thread.joinable()) m_thread.join();
}

void Follower::wake() {
    // Fails only when there are so many wakings waiting that one more makes no difference.
    (void)eventfd_write(m_wake, 1);
}

void Follower::work() {
    while (!m_is_stopping) {
        listen();
        tell_if_due();
        look();
        wait();
    }
}

void Follower::listen() {
    auto& connection = m_store.connection();
    if (m_listens_on == connection.reconnections()) return;
    m_listens_on = connection.reconnections();
    const std::string_view sql = connection.dialect().listen;
    // CockroachDB, for one, does not know the word: then it is asked more often.
    m_is_told = !sql.empty() && connection.run(sql);
}

void Follower::tell_if_due() {
    if (!m_is_told || Clock::now() < m_told_at + m_options.tells_at_most || !m_has_news.exchange(false)) return;
    m_told_at = Clock::now();
    // If it fails the others find out when they ask.
    (void)m_store.connection().run(m_store.connection().dialect().notify);
}

void Follower::look() {
    auto seq = m_store.read(m_business,
                            [](const BusinessReader& business) -> Result<std::int64_t> { return business.seq(); });
    m_is_cut_off = !seq;
    if (!seq || *seq <= m_seq) return;
    m_seq = *seq;
    m_moved(m_seq);
}

void Follower::wait() {
    using std::chrono::milliseconds;
    auto time = m_is_told && !m_is_cut_off ? m_options.asks_at_least : m_options.asks_each;
    if (m_is_told && m_has_news) {
        const auto due = m_told_at + m_options.tells_at_most - Clock::now();
        time = std::clamp(std::chrono::ceil<milliseconds>(due), milliseconds{0}, time);
    }
    // On a new connection LISTEN comes first.
    if (m_listens_on != m_store.connection().reconnections()) return;
    // The socket of a connection that broke is readable for ever.
    Driver& driver = m_store.connection().driver();
    const int socket = m_is_cut_off ? -1 : driver.socket();
    // What came along with an answer makes no socket readable any more.
    if (driver.hear()) return;
    std::array<pollfd, 2> awaited{
        pollfd{m_wake, POLLIN, 0},
        pollfd{socket, POLLIN, 0}
    };
    (void)poll(awaited.data(), awaited.size(), static_cast<int>(time.count()));
    if ((awaited[0].revents & POLLIN) != 0) {
        eventfd_t wakings = 0;
        (void)eventfd_read(m_wake, &wakings);
    }
    if (awaited[1].revents != 0) (void)driver.hear();
}

}  // namespace loggia::storage
