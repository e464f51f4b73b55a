#include "server/storage/answers.h"
#include "server/storage/stored_world.h"
#include "server/storage/writer.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <atomic>
#include <future>
#include <random>
#include <set>
#include <thread>

// Several processes over one database, as far as the database can tell: each writer has a store and a thread of its
// own.

namespace loggia::storage {

namespace {

constexpr int writers = 3;
constexpr int clients = 12;  ///< four of each writer
constexpr int wishes = 25;   ///< of each client

std::string key_text(int client, int wish) {
    return "client-" + std::to_string(client) + "-wants-" + std::to_string(wish) + "-once";
}

/// Books if the time is free, and answers a repetition with the answer of before; seldom changes a service too.
Result<Answer> book(BusinessWriter& business, const IdempotencyKey& key, BookingId id, Instant start) {
    if (auto before = TRY(find_answer(business, key))) return *std::move(before);
    const auto catalog = TRY(business.catalog());
    const auto made = booking(id, world::piano_lesson(), start, world::ana, world::mara);
    TRY(insert_booking(business, made, world::now()));
    TRY(record_change(business, world::zone(), made.id, made.claimed()));
    if (id.value % 10 == 0) TRY(business.catalog_changed());
    const Answer answer{200, std::to_string(id.value) + " of " + catalog->business.name};
    TRY(keep_answer(business, key, answer, world::now()));
    return answer;
}

class Fleet {
public:
    explicit Fleet(const std::string& database) {
        for (int i = 0; i < writers; ++i)
            m_writers.push_back(std::make_unique<Writer>(
                must(Store::open(database, Access::read_write)),
                WriterOptions{.largest_group = 4, .first_pause = std::chrono::milliseconds{1}}));
    }

    Result<Answer> ask(int writer, int client, int wish, Instant start) {
        std::promise<Result<Answer>> answered;
        const BookingId id{1000 * (client + 1) + wish};
        const auto key = must(IdempotencyKey::make(world::mara, key_text(client, wish), "", ""));
        m_writers[static_cast<std::size_t>(writer % writers)]->submit(
            harbour, [=](BusinessWriter& business) { return book(business, key, id, start); },
            [&](Result<Answer> answer) { answered.set_value(std::move(answer)); });
        return answered.get_future().get();
    }

private:
    std::vector<std::unique_ptr<Writer>> m_writers;
};

/// What the clients heard.
struct Heard {
    std::atomic<int> booked = 0;
    std::atomic<int> conflicts = 0;
    std::atomic<int> surprises = 0;  ///< other refusals, and repetitions answered otherwise
};

/// Wants times that others want, and repeats at another process.
void be_client(Fleet& fleet, Heard& heard, int client) {
    std::mt19937 random{static_cast<unsigned>(client)};
    for (int wish = 0; wish < wishes; ++wish) {
        const int step = std::uniform_int_distribution{0, 95}(random);
        const Instant start = world::at("2026-10-27 09:00") + minutes{5 * step} + days{step % 3};
        const auto answer = fleet.ask(client, client, wish, start);
        if (!answer) {
            ++(answer.error().code == ErrorCode::conflict ? heard.conflicts : heard.surprises);
            continue;
        }
        ++heard.booked;
        if (wish % 3 == 0 && fleet.ask(client + 1, client, wish, start) != answer) ++heard.surprises;
    }
}

}  // namespace

TEST_CASE("several processes never book a time twice, leave no gap, and answer a repetition alike", "[postgres]") {
    StoredWorld world;
    Heard heard;
    {
        Fleet fleet{world.database()};
        std::vector<std::thread> threads;
        for (int client = 0; client < clients; ++client)
            threads.emplace_back([&, client] { be_client(fleet, heard, client); });
        for (auto& thread : threads) thread.join();
    }
    CHECK(heard.booked > 10);
    CHECK(heard.conflicts > 50);
    CHECK(heard.surprises == 0);
    CHECK(world.count("booking") == heard.booked);
    CHECK(world.count("claim") == 18 * heard.booked);
    auto query = must(world.store().connection().query(
        "SELECT COUNT(*), MIN(seq), MAX(seq) FROM change WHERE business_id = ?1", harbour));
    must(query.next());
    CHECK(query.integer(0) == heard.booked);
    CHECK(query.integer(1) == 1);
    CHECK(query.integer(2) == heard.booked);
}

TEST_CASE("the same request at several processes at once is done once and answered alike", "[postgres]") {
    StoredWorld world;
    Fleet fleet{world.database()};
    for (int wish = 0; wish < 10; ++wish) {
        const Instant start = world::at("2026-10-27 09:00") + days{wish};
        std::array<Result<Answer>, writers> answers;
        std::vector<std::thread> threads;
        for (int writer = 0; writer < writers; ++writer)
            threads.emplace_back(
                [&, writer] { answers[static_cast<std::size_t>(writer)] = fleet.ask(writer, 0, wish, start); });
        for (auto& thread : threads) thread.join();
        CHECK(answers[0]);
        CHECK(answers[1] == answers[0]);
        CHECK(answers[2] == answers[0]);
    }
    CHECK(world.count("booking") == 10);
}

TEST_CASE("a process knows at once what another changed of the catalog", "[postgres]") {
    StoredWorld world;
    auto other = must(Store::open(world.database(), Access::read_write));
    const auto services = [&] {
        return must(other.read(harbour, [](const BusinessReader& business) -> Result<std::size_t> {
            return TRY(business.catalog())->services.size();
        }));
    };
    CHECK(services() == 4);
    world.write([](BusinessWriter& business) -> Result<int> {
        auto service = world::piano_lesson();
        service.id = ServiceId{299};
        TRY(add_service(business, service, 9));
        return 0;
    });
    CHECK(services() == 5);
}

TEST_CASE("who changes a business waits for who changes it, and not for who changes another", "[postgres]") {
    StoredWorld world;
    const BusinessId other{2};
    must(world.store().write(other, [](BusinessWriter& business) { return fill_with_world(business, "other"); }));
    auto first = must(Store::open(world.database(), Access::read_write));
    auto second = must(Store::open(world.database(), Access::read_write));
    must(second.connection().run_script("SET lock_timeout = 20"));
    const auto touch = [](BusinessWriter& business) -> Result<std::int64_t> { return business.take_seq(); };
    must(first.write(harbour, [&](BusinessWriter& business) -> Result<int> {
        TRY(business.seq());
        CHECK(second.write(harbour, touch).error().code == ErrorCode::unavailable);
        CHECK(second.write(other, touch));
        return 0;
    }));
    CHECK(second.write(harbour, touch) == 1);
}

}  // namespace loggia::storage
