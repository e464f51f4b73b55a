#include "server/storage/follower.h"

#include "server/storage/stored_world.h"
#include "support/postgres_server.h"

#include <catch2/catch_test_macros.hpp>

#include <condition_variable>
#include <mutex>

namespace loggia::storage {

namespace {

/// The numbers that a follower told.
class Told {
public:
    Follower::Moved taker() {
        return [this](std::int64_t seq) {
            const std::lock_guard lock{m_mutex};
            m_ascends = m_ascends && seq > m_seq;
            m_seq = seq;
            m_came.notify_all();
        };
    }
    /// False if it is not told in a time that is long for a test.
    bool comes_to(std::int64_t seq) {
        std::unique_lock lock{m_mutex};
        return m_came.wait_for(lock, std::chrono::seconds{20}, [&] { return m_seq == seq; }) && m_ascends;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_came;
    std::int64_t m_seq = -1;
    bool m_ascends = true;
};

void commit(StoredWorld& world) {
    world.write([](BusinessWriter& business) -> Result<std::int64_t> { return TRY(business.take_seq()); });
}

constexpr std::chrono::hours never{1};

}  // namespace

TEST_CASE("what one process tells of its commits another hears, without asking", "[postgres]") {
    StoredWorld world;
    Told told;
    Follower listening{world.open_reader(), harbour, told.taker(), {.asks_at_least = never}};
    Follower telling{world.open_reader(), harbour, [](std::int64_t) {}, {.asks_at_least = never}};
    CHECK(told.comes_to(0));
    for (int seq = 1; seq <= 5; ++seq) {
        commit(world);
        telling.tell();
        CHECK(told.comes_to(seq));
    }
}

TEST_CASE("where nobody tells, a follower asks", "[postgres]") {
    StoredWorld world;
    Told told;
    Follower asking{world.open_reader(), harbour, told.taker(), {.asks_at_least = std::chrono::milliseconds{5}}};
    CHECK(told.comes_to(0));
    commit(world);
    CHECK(told.comes_to(1));
}

TEST_CASE("a follower whose connection broke listens on a new one", "[postgres]") {
    StoredWorld world;
    Told told;
    Follower listening{
        world.open_reader(),
        harbour,
        told.taker(),
        {.asks_each = std::chrono::milliseconds{5}, .asks_at_least = never}
    };
    CHECK(told.comes_to(0));
    testing::PostgresServer::running().break_connections();
    must(world.store().connection().reconnect());
    for (int seq = 1; seq <= 3; ++seq) {
        commit(world);
        must(world.store().connection().run(world.store().connection().dialect().notify));
        CHECK(told.comes_to(seq));
    }
}

}  // namespace loggia::storage
