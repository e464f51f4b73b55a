// Durable bookings a second: group commit beside one commit each, through the Writer and the real handlers,
// on a file in the current folder's temporary directory. "booking" is a hold and its confirmation: two jobs.

#include "server/endpoints/answer_once.h"
#include "server/endpoints/handlers.h"
#include "server/storage/setup.h"
#include "server/storage/supply.h"
#include "server/storage/writer.h"

#include <atomic>
#include <cstdio>
#include <filesystem>
#include <random>
#include <thread>

namespace loggia {

namespace {

using Clock = std::chrono::steady_clock;

constexpr BusinessId business_id{1};
constexpr int performers = 64;
constexpr PersonId client{1};
const Instant now = instant_of(1'792'571'700);  // a Wednesday, 11:35 in Ljubljana

[[noreturn]] void give_up(const std::string& why) {
    std::fprintf(stderr, "booking_bench: %s\n", why.c_str());
    std::exit(1);
}

template <class T>
T must(Result<T> result) {
    if (!result) give_up(result.error().message);
    return std::move(*result);
}

PersonId performer(int index) { return PersonId{1000 + index}; }
ServiceId service(int index) { return ServiceId{5000 + index}; }

Result<int> fill(storage::BusinessWriter& business) {
    domain::BookingRules rules;
    rules.horizon = days{3650};
    TRY(storage::add_business(business,
                              {business_id, "bench", "Bench", "Bench", "UTC", "en", "EUR", "#000000", rules},
                              policy::studio_model(), {}));
    TRY(storage::add_location(business, {LocationId{1}, "Here", "", "UTC"}));
    TRY(storage::add_person(business, {client, "Client", "client@example.org", "", {}, {}, ""},
                            {policy::Role::client}, {}, now));
    for (int i = 0; i < performers; ++i) {
        TRY(storage::add_person(business, {performer(i), "Teacher", "", "", {}, {}, ""}, {}, {}, now));
        std::vector<domain::WeeklyHours> week;
        for (unsigned day = 0; day < 7; ++day) week.push_back({std::chrono::weekday{day}, hours{0}, hours{24}});
        TRY(storage::add_working_hours(business, performer(i), LocationId{1}, week));
        domain::Service lesson;
        lesson.id = service(i);
        lesson.name = "Lesson";
        lesson.duration = minutes{30};
        lesson.needs_room = false;
        lesson.performers = {performer(i)};
        TRY(storage::add_service(business, lesson, i));
    }
    return 0;
}

/// Asks without end: holds the next free time of its own performer, confirms it, and again.
class Client {
public:
    Client(storage::Writer& writer, int index, std::atomic<bool>& stop, std::atomic<std::int64_t>& booked)
        : m_writer(writer), m_index(index), m_stop(stop), m_booked(booked), m_random(static_cast<unsigned>(index)) {
        m_actor.person = client;
        m_actor.roles = {policy::Role::client};
    }

    void hold_next() {
        if (m_stop) return;
        const Instant start = instant_of(unix_seconds(now) / 1800 * 1800) + hours{24} + minutes{30} * m_taken++;
        submit<api::HoldView>(endpoints::create_hold, api::HoldRequest{service(m_index), performer(m_index), start},
                              [this](const api::HoldView& hold) { confirm(hold); });
    }

private:
    void confirm(const api::HoldView& hold) {
        submit<api::BookingView>(endpoints::create_booking, api::BookingRequest{hold.id, hold.secret, {}},
                                 [this](const api::BookingView&) {
                                     ++m_booked;
                                     hold_next();
                                 });
    }

    template <class Response, class Handler, class Request, class Next>
    void submit(Handler handler, Request request, Next next) {
        const auto fill_bytes = [this](std::span<std::byte> bytes) {
            for (auto& byte : bytes) byte = static_cast<std::byte>(m_random());
        };
        m_writer.submit(
            business_id,
            [=, this](storage::BusinessWriter& business) {
                return handler(endpoints::Call<Request>{request, m_actor, now, fill_bytes, {}}, business);
            },
            [next](Result<Response> answer) {
                if (answer)
                    next(*answer);
                else if (answer.error().code != ErrorCode::unavailable)
                    give_up(answer.error().message);
            });
    }

    storage::Writer& m_writer;
    int m_index;
    std::atomic<bool>& m_stop;
    std::atomic<std::int64_t>& m_booked;
    std::mt19937 m_random;
    policy::Actor m_actor;
    int m_taken = 0;
};

struct Measured {
    double bookings_per_second;
    double jobs_per_commit;
};

Measured measure(std::size_t largest_group, seconds duration) {
    const auto folder = std::filesystem::temp_directory_path() / "loggia-booking-bench";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    auto store = must(storage::Store::open("sqlite:" + (folder / "bench.db").string(), storage::Access::read_write));
    must(store.write(business_id, fill));

    std::atomic<bool> stop = false;
    std::atomic<std::int64_t> booked = 0;
    Measured measured{};
    {
        storage::Writer writer{std::move(store), {.largest_group = largest_group}};
        std::vector<std::unique_ptr<Client>> clients;
        for (int i = 0; i < performers; ++i) clients.push_back(std::make_unique<Client>(writer, i, stop, booked));
        const auto start = Clock::now();
        for (auto& each : clients) each->hold_next();
        std::this_thread::sleep_for(duration);
        const double elapsed = std::chrono::duration<double>(Clock::now() - start).count();
        measured.bookings_per_second = static_cast<double>(booked) / elapsed;
        const auto counts = writer.counts();
        measured.jobs_per_commit = static_cast<double>(counts.committed) / static_cast<double>(counts.groups);
        stop = true;
        writer.stop();
    }
    std::filesystem::remove_all(folder);
    return measured;
}

void print(const char* what, const Measured& measured) {
    std::printf("  %-22s %9.0f bookings/s  %9.0f durable answers/s  %5.1f answers a commit\n", what,
                measured.bookings_per_second, 2 * measured.bookings_per_second, measured.jobs_per_commit);
}

}  // namespace

}  // namespace loggia

int main() {
    using namespace loggia;
    std::printf("durable bookings, 64 clients at once, SQLite WAL synchronous=FULL (a booking is a hold and its "
                "confirmation)\n");
    const auto grouped = measure(64, seconds{4});
    const auto single = measure(1, seconds{4});
    print("group commit", grouped);
    print("one commit each", single);
    std::printf("  %-22s %9.1f times\n", "group commit is", grouped.bookings_per_second / single.bookings_per_second);
}
