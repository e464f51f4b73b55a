#include "server/storage/writer.h"

#include "server/storage/faulty_driver.h"
#include "server/storage/stored_world.h"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <future>
#include <latch>
#include <mutex>

namespace loggia::storage {

namespace {

/// Collects answers, in the order in which they come.
struct Answers {
    std::mutex mutex;
    std::vector<Result<int>> list;

    auto taker() {
        return [this](Result<int> answer) {
            const std::lock_guard lock{mutex};
            list.push_back(std::move(answer));
        };
    }
};

/// Keeps the writer busy until let go, so that what is submitted meanwhile makes one group.
class Blocker {
public:
    explicit Blocker(Writer& writer) {
        writer.submit(
            harbour,
            [this](BusinessWriter&) -> Result<int> {
                m_started.count_down();
                m_release.wait();
                return 0;
            },
            [](Result<int>) {});
        m_started.wait();
    }
    void let_go() { m_release.count_down(); }

private:
    std::latch m_started{1};
    std::latch m_release{1};
};

auto booking_job(BookingId id, Instant start) {
    return [=](BusinessWriter& business) -> Result<int> {
        const auto made = booking(id, world::piano_lesson(), start, world::ana, world::mara);
        TRY(insert_booking(business, made, world::now()));
        TRY(record_change(business, world::zone(), id, made.claimed()));
        return static_cast<int>(id.value);
    };
}

const Instant morning = world::at("2026-10-27 09:00");

}  // namespace

TEST_CASE("what is queued together is committed together, and a job that fails is undone alone") {
    StoredWorld world;
    Answers answers;
    std::vector<std::int64_t> published;
    Writer writer{must(Store::open(world.database(), Access::read_write)),
                  {.published = [&](BusinessId, std::int64_t seq) { published.push_back(seq); }}};
    Blocker blocker{writer};
    for (int i = 0; i < 4; ++i)
        writer.submit(harbour, booking_job(BookingId{i + 1}, morning + hours{i}), answers.taker());
    writer.submit(harbour, booking_job(BookingId{5}, morning + minutes{30}), answers.taker());
    writer.submit(
        harbour,
        [](BusinessWriter& business) -> Result<int> {
            TRY(booking_job(BookingId{6}, morning + days{1})(business));
            return fail(ErrorCode::forbidden, "no");
        },
        answers.taker());
    blocker.let_go();
    writer.stop();

    REQUIRE(answers.list.size() == 6);
    for (int i = 0; i < 4; ++i) CHECK(answers.list[static_cast<std::size_t>(i)].value() == i + 1);
    CHECK(answers.list[4].error().code == ErrorCode::conflict);
    CHECK(answers.list[5].error().code == ErrorCode::forbidden);
    CHECK(writer.counts().groups == 2);
    CHECK(published == std::vector<std::int64_t>{4});
    CHECK(world.count("booking") == 4);
    CHECK(world.count("claim") == 4 * 18);
    CHECK(world.count("change") == 4);
}

TEST_CASE("nobody hears of success before it is on the disk") {
    StoredWorld world;
    Writer writer{must(Store::open(world.database(), Access::read_write))};
    std::promise<bool> visible;
    writer.submit(harbour, booking_job(BookingId{1}, morning), [&](Result<int> answer) {
        auto reader = world.open_reader();
        auto found = reader.read(harbour, [](const BusinessReader& business) -> Result<bool> {
            return TRY(find_booking(business, BookingId{1})).has_value();
        });
        visible.set_value(answer && found && *found);
    });
    CHECK(visible.get_future().get());
}

TEST_CASE("a full queue refuses at once and says when to come back") {
    StoredWorld world;
    Answers answers;
    Writer writer{must(Store::open(world.database(), Access::read_write)), {.longest_queue = 2}};
    Blocker blocker{writer};
    for (int i = 0; i < 3; ++i)
        writer.submit(harbour, booking_job(BookingId{i + 1}, morning + hours{i}), answers.taker());
    REQUIRE(answers.list.size() == 1);
    CHECK(answers.list[0].error().code == ErrorCode::unavailable);
    CHECK(answers.list[0].error().retry_after_seconds > 0);
    blocker.let_go();
    writer.stop();
    CHECK(answers.list.size() == 3);
    CHECK(writer.counts().refused == 1);
    writer.submit(harbour, booking_job(BookingId{9}, morning), answers.taker());
    CHECK(answers.list.back().error().code == ErrorCode::unavailable);
}

TEST_CASE("when the commit fails, every job of the group hears it and nothing is there") {
    StoredWorld world;
    Answers answers;
    std::vector<std::string> reports;
    int publications = 0;
    std::atomic<bool> refuse = false;
    Faults faults;
    faults.decide = [&](int, std::string_view sql) { return sql == "COMMIT" && refuse ? Fault::retry : Fault::none; };
    auto opener = must(opener_of(world.database(), Access::read_write));
    WriterOptions options{.attempts = 1};
    options.published = [&](BusinessId, std::int64_t) { ++publications; };
    options.report = [&](std::string_view message) { reports.emplace_back(message); };
    Writer writer{must(Store::open(faulty(std::move(opener), faults), Access::read_write)), std::move(options)};
    Blocker blocker{writer};
    writer.submit(harbour, booking_job(BookingId{1}, morning), answers.taker());
    std::promise<void> second;
    writer.submit(harbour, booking_job(BookingId{2}, morning + hours{1}), [&](Result<int> answer) {
        answers.taker()(std::move(answer));
        second.set_value();
    });
    refuse = true;
    blocker.let_go();
    second.get_future().wait();
    refuse = false;
    writer.submit(harbour, booking_job(BookingId{3}, morning + hours{2}), answers.taker());
    writer.stop();

    REQUIRE(answers.list.size() == 3);
    CHECK(answers.list[0].error().code == ErrorCode::unavailable);
    CHECK(answers.list[1].error().code == ErrorCode::unavailable);
    CHECK(answers.list[2].value() == 3);
    CHECK(publications == 1);
    CHECK_FALSE(reports.empty());
    CHECK(world.count("booking") == 1);
}

TEST_CASE("a bug in a job is that job's failure alone") {
    StoredWorld world;
    Answers answers;
    std::vector<std::string> reports;
    Writer writer{must(Store::open(world.database(), Access::read_write)),
                  {.report = [&](std::string_view message) { reports.emplace_back(message); }}};
    writer.submit(
        harbour,
        [](BusinessWriter& business) -> Result<int> {
            TRY(booking_job(BookingId{1}, morning)(business));
            throw std::runtime_error{"a bug"};
        },
        answers.taker());
    writer.submit(harbour, booking_job(BookingId{2}, morning), answers.taker());
    writer.stop();
    REQUIRE(answers.list.size() == 2);
    CHECK(answers.list[0].error().code == ErrorCode::internal);
    CHECK(answers.list[1].value() == 2);
    CHECK(reports.size() == 1);
    CHECK(world.count("booking") == 1);
}

}  // namespace loggia::storage
