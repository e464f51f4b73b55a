#include "server/storage/answers.h"
#include "server/storage/faulty_driver.h"
#include "server/storage/sqlite_driver.h"
#include "server/storage/stored_world.h"
#include "server/storage/writer.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <future>
#include <latch>
#include <random>

namespace loggia::storage {

namespace {

/// A writer whose database misbehaves as `faults` say.
class FaultyWorld : public StoredWorld {
public:
    Faults faults;

    [[nodiscard]] std::unique_ptr<Writer> writer(Writer::Options options = {}) {
        options.first_pause = {};
        auto opener = [open = must(opener_of(database(), Access::read_write))]() -> Outcome<std::unique_ptr<Driver>> {
            auto driver = TRY(open());
            // Thousands of commits, none of which is about the disk.
            if (sqlite_of(*driver)) TRY(driver->run_script("PRAGMA synchronous=OFF"));
            return driver;
        };
        return std::make_unique<Writer>(must(Store::open(faulty(std::move(opener), faults), Access::read_write)),
                                        std::move(options));
    }
};

using Answered = std::future<Result<Answer>>;

template <class Job>
Answered submit(Writer& writer, Job job) {
    auto promise = std::make_shared<std::promise<Result<Answer>>>();
    auto answered = promise->get_future();
    writer.submit(harbour, std::move(job),
                  [promise](Result<Answer> answer) { promise->set_value(std::move(answer)); });
    return answered;
}

/// What a client means once: a booking, and one more in a count that shows if it happened twice.
struct Intent {
    BookingId booking_id;
    Instant start;

    [[nodiscard]] IdempotencyKey key() const {
        return must(
            IdempotencyKey::make(world::mara, "the-intent-number-" + std::to_string(booking_id.value), "", ""));
    }

    Result<Answer> operator()(BusinessWriter& business) const {
        if (auto before = TRY(find_answer(business, key()))) return *std::move(before);
        const auto made = booking(booking_id, world::trial_lesson(), start, world::ana, world::mara);
        TRY(insert_booking(business, made, world::now()));
        TRY(record_change(business, world::zone(), made.id, made.claimed()));
        TRY(business.run("UPDATE person SET roles_version = roles_version + 1 WHERE business_id = ?1 AND id = ?2",
                         world::mara));
        const Answer answer{200, std::to_string(booking_id.value)};
        TRY(keep_answer(business, key(), answer, world::now()));
        return answer;
    }
};

std::int64_t number(StoredWorld& world, std::string_view sql) {
    auto query = must(world.store().connection().query(sql, harbour));
    must(query.next());
    return query.integer(0);
}

std::int64_t happenings(StoredWorld& world) {
    return number(world, "SELECT SUM(roles_version) FROM person WHERE business_id = ?1");
}

bool is_stored(StoredWorld& world, const Intent& intent) {
    return world.read([&](const BusinessReader& business) -> Result<bool> {
        return TRY(find_booking(business, intent.booking_id)).has_value();
    });
}

/// Two clients at once, and a third who wants the first one's time.
std::array<Intent, 3> intents(int round) {
    const Instant start = world::at("2026-10-27 09:00") + days{round};
    const std::int64_t id = 10 * round;
    return {
        Intent{BookingId{id + 1}, start           },
        Intent{BookingId{id + 2}, start + hours{1}},
        Intent{BookingId{id + 3}, start           }
    };
}

/// The writer is kept busy until all of a round are queued, so that they make one group.
template <std::size_t count>
std::array<Result<Answer>, count> ask(Writer& writer, const std::array<Intent, count>& intents) {
    std::latch started{1};
    std::latch queued{1};
    auto blocking = submit(writer, [&, counted = false](BusinessWriter&) mutable -> Result<Answer> {
        if (!std::exchange(counted, true)) started.count_down();
        queued.wait();
        return Answer{};
    });
    started.wait();
    std::array<Answered, count> asked;
    for (std::size_t i = 0; i < count; ++i) asked[i] = submit(writer, intents[i]);
    queued.count_down();
    (void)blocking.get();
    std::array<Result<Answer>, count> answers;
    for (std::size_t i = 0; i < count; ++i) answers[i] = asked[i].get();
    return answers;
}

void check_nothing_happened_twice(StoredWorld& world, std::int64_t booked) {
    CHECK(world.count("booking") == booked);
    CHECK(happenings(world) == booked);
    CHECK(world.count("change") == booked);
    CHECK(number(world, "SELECT seq FROM business_head WHERE business_id = ?1") == booked);
    CHECK(world.count("claim") == 6 * booked);
}

bool fails_now(const Result<Answer>& answer) { return !answer && answer.error().code == ErrorCode::unavailable; }

}  // namespace

TEST_CASE("whichever call fails, a success is stored, nothing happens twice, and the writer goes on") {
    const auto fault = std::array{Fault::retry, Fault::lost_before, Fault::lost_after};
    for (const Fault kind : fault) {
        FaultyWorld world;
        auto writer = world.writer();
        int round = 0;
        for (int at = 1;; ++at) {
            INFO("fault " << static_cast<int>(kind) << " at call " << at);
            const int before = world.faults.calls;
            int fired = 0;
            world.faults.decide = [&, wanted = before + at](int call, std::string_view) {
                if (call != wanted) return Fault::none;
                ++fired;
                return kind;
            };
            const auto wanted = intents(round++);
            const auto answers = ask(*writer, wanted);
            // One fault is nothing that a caller has to hear of.
            CHECK(answers[0]);
            CHECK(answers[1]);
            REQUIRE_FALSE(answers[2]);
            CHECK(answers[2].error().code == ErrorCode::conflict);
            CHECK(is_stored(world, wanted[0]));
            CHECK(is_stored(world, wanted[1]));
            // A repetition is answered alike and does nothing.
            CHECK(submit(*writer, wanted[0]).get() == answers[0]);
            if (fired == 0) break;
        }
        CHECK(round > 40);
        writer->stop();
        check_nothing_happened_twice(world, 2 * round);
    }
}

TEST_CASE("however often calls fail, who repeats what failed ends with it done once") {
    FaultyWorld world;
    auto writer = world.writer({.attempts = 3});
    std::mt19937 random{20261122};
    world.faults.decide = [&](int, std::string_view) {
        const auto dice = std::uniform_int_distribution{0, 99}(random);
        return dice < 2 ? Fault::retry : dice < 4 ? Fault::lost_before : dice < 6 ? Fault::lost_after : Fault::none;
    };
    int failures = 0;
    constexpr int rounds = 40;
    for (int round = 0; round < rounds; ++round) {
        const auto all = intents(round);
        const std::array wanted{all[0], all[1]};
        auto answers = ask(*writer, wanted);
        for (std::size_t i = 0; i < wanted.size(); ++i)
            for (int repetition = 0; !answers[i] && repetition < 200; ++repetition) {
                INFO(answers[i].error().message);
                CHECK(fails_now(answers[i]));
                ++failures;
                answers[i] = submit(*writer, wanted[i]).get();
            }
        CHECK(answers[0]);
        CHECK(answers[1]);
    }
    writer->stop();
    CHECK(failures > 10);
    CHECK(world.faults.faults > 100);
    check_nothing_happened_twice(world, 2 * rounds);
}

TEST_CASE("a commit whose answer got lost is not run again, and none that did not arrive is taken for done") {
    for (const Fault kind : {Fault::lost_before, Fault::lost_after}) {
        FaultyWorld world;
        auto writer = world.writer();
        int commits = 0;
        int runs = 0;
        world.faults.decide = [&](int, std::string_view sql) {
            return sql == "COMMIT" && ++commits == 1 ? kind : Fault::none;
        };
        const auto intent = intents(0)[0];
        CHECK(submit(*writer, [&](BusinessWriter& business) {
                  ++runs;
                  return intent(business);
              }).get());
        CHECK(runs == (kind == Fault::lost_before ? 2 : 1));
        writer->stop();
        check_nothing_happened_twice(world, 1);
    }
}

TEST_CASE("what became of a commit that nobody can be asked about is not claimed either way") {
    FaultyWorld world;
    auto writer = world.writer();
    world.faults.decide = [&](int, std::string_view sql) {
        if (sql != "COMMIT") return Fault::none;
        world.faults.is_out_of_reach = true;
        return Fault::lost_after;
    };
    const auto intent = intents(0)[0];
    CHECK(fails_now(submit(*writer, intent).get()));
    // It had landed, and so the repetition finds its answer.
    world.faults.decide = [](int, std::string_view) { return Fault::none; };
    world.faults.is_out_of_reach = false;
    CHECK(submit(*writer, intent).get() == Answer{200, "1"});
    writer->stop();
    check_nothing_happened_twice(world, 1);
}

TEST_CASE("while the database is out of reach everybody hears so at once, and when it is back all goes on") {
    FaultyWorld world;
    std::vector<std::string> reports;
    auto writer = world.writer({.report = [&](std::string_view message) { reports.emplace_back(message); }});
    world.faults.is_out_of_reach = true;
    world.faults.decide = [](int, std::string_view) { return Fault::lost_before; };
    for (const auto& intent : intents(0)) CHECK(fails_now(submit(*writer, intent).get()));
    CHECK_FALSE(reports.empty());
    const int calls = world.faults.calls;
    CHECK(fails_now(submit(*writer, intents(1)[0]).get()));
    CHECK(world.faults.calls == calls);
    world.faults.is_out_of_reach = false;
    world.faults.decide = [](int, std::string_view) { return Fault::none; };
    CHECK(submit(*writer, intents(2)[0]).get());
    writer->stop();
    check_nothing_happened_twice(world, 1);
}

TEST_CASE("a commit that is slow lets the queue fill up to its end, and is answered when it is over") {
    FaultyWorld world;
    auto writer = world.writer({.longest_queue = 2});
    std::latch committing{1};
    std::latch disk{1};
    std::atomic<bool> is_slow = true;
    world.faults.decide = [&](int, std::string_view sql) {
        if (sql == "COMMIT" && is_slow.exchange(false)) {
            committing.count_down();
            disk.wait();
        }
        return Fault::none;
    };
    auto first = submit(*writer, intents(0)[0]);
    committing.wait();
    auto second = submit(*writer, intents(1)[0]);
    auto third = submit(*writer, intents(2)[0]);
    CHECK(fails_now(submit(*writer, intents(3)[0]).get()));
    CHECK(first.wait_for(std::chrono::seconds{0}) == std::future_status::timeout);
    disk.count_down();
    CHECK(first.get());
    CHECK(second.get());
    CHECK(third.get());
    writer->stop();
    check_nothing_happened_twice(world, 3);
}

TEST_CASE("what was read in a transaction that was undone is not remembered") {
    FaultyWorld world;
    auto writer = world.writer({.attempts = 1});
    world.faults.decide = [&](int, std::string_view sql) { return sql == "COMMIT" ? Fault::retry : Fault::none; };
    std::size_t services = 0;
    const auto add = [](BusinessWriter& business) -> Result<Answer> {
        auto service = world::piano_lesson();
        service.id = ServiceId{299};
        TRY(add_service(business, service, 9));
        return Answer{};
    };
    const auto count = [&](BusinessWriter& business) -> Result<Answer> {
        services = TRY(business.catalog())->services.size();
        return Answer{};
    };
    // In one group: the catalog is read after the change and before the commit that fails.
    CHECK(fails_now(submit(*writer, [&](BusinessWriter& business) -> Result<Answer> {
                        TRY(add(business));
                        return count(business);
                    }).get()));
    world.faults.decide = [](int, std::string_view) { return Fault::none; };
    CHECK(submit(*writer, count).get());
    CHECK(services == 4);
    writer->stop();
}

}  // namespace loggia::storage
