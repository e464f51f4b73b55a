#include "server/endpoints/answer_once.h"
#include "server/endpoints/asking.h"
#include "server/storage/writer.h"

#include <catch2/catch_test_macros.hpp>

#include <future>
#include <map>
#include <set>
#include <thread>

// The storm: many clients at once want the same few hours, hold, book, cancel and repeat their requests.
// Afterwards the database is compared with what was acknowledged:
//   * no two bookings that occupy time share a person or a room in any five minutes;
//   * every acknowledged booking is there with exactly its cells, every acknowledged cancellation has none;
//   * repeated requests got the same answer;
//   * the change numbers have no gap.

namespace loggia::endpoints {

namespace {

struct Acknowledged {
    std::mutex mutex;
    std::map<BookingId, domain::BookingStatus> bookings;
    std::size_t conflicts = 0;
    std::size_t surprises = 0;  ///< other refusals, and repeated requests answered differently
};

/// One client, who waits for each answer before asking on.
class Client {
public:
    Client(storage::Writer& writer, Acknowledged& acknowledged, unsigned number)
        : m_writer(writer),
          m_acknowledged(acknowledged),
          m_number(number),
          m_random(number),
          m_bytes(repeatable_random(number)) {}

    void ask_often(int times) {
        for (int i = 0; i < times; ++i) {
            const auto hold = try_hold();
            if (hold && any(0, 9) > 0) confirm(*hold);
        }
    }

private:
    int any(int from, int to) { return std::uniform_int_distribution{from, to}(m_random); }

    template <class Request, class Response>
    Result<Response> send(Result<Response> (*handler)(const Call<Request>&, BusinessWriter&), Request request) {
        const auto actor = world::actor(world::mara);
        const auto key_text = "client-" + std::to_string(m_number) + "-intent-" + std::to_string(m_intent++);
        const auto key = must(storage::IdempotencyKey::make(actor.person, key_text, "storm", ""));
        const auto once = [&] {
            std::promise<Result<storage::Answer>> answered;
            m_writer.submit(
                harbour,
                [&](BusinessWriter& business) {
                    const Call<Request> call{request, actor, world::now(), m_bytes, {}};
                    return answer_once(business, key, world::now(),
                                       [&](BusinessWriter& same) { return handler(call, same); });
                },
                [&](Result<storage::Answer> answer) { answered.set_value(std::move(answer)); });
            return answered.get_future().get();
        };
        const auto answer = once();
        if (!answer) return std::unexpected(answer.error());
        if (any(0, 3) == 0 && once() != answer) {
            const std::lock_guard lock{m_acknowledged.mutex};
            ++m_acknowledged.surprises;
        }
        return api::decode<Response>(answer->json);
    }

    std::optional<api::HoldView> try_hold() {
        const std::vector services{world::piano_lesson(), world::violin_lesson(), world::voice_coaching(),
                                   world::trial_lesson()};
        const auto& service = services[static_cast<std::size_t>(any(0, 3))];
        const Instant start = world::at("2026-10-27 09:00") + minutes{15 * any(0, 35)} + days{any(0, 2)};
        const auto hold = send(create_hold, api::HoldRequest{service.id, {}, start});
        if (hold) return *hold;
        const std::lock_guard lock{m_acknowledged.mutex};
        ++(hold.error().code == ErrorCode::conflict ? m_acknowledged.conflicts : m_acknowledged.surprises);
        return std::nullopt;
    }

    void confirm(const api::HoldView& hold) {
        const auto booked = send(create_booking, api::BookingRequest{hold.id, hold.secret, {}});
        if (!booked) return;
        auto status = booked->status;
        if (any(0, 2) == 0) status = must(send(cancel_booking, api::BookingStep{booked->id, {}, {}})).status;
        const std::lock_guard lock{m_acknowledged.mutex};
        m_acknowledged.bookings[booked->id] = status;
    }

    storage::Writer& m_writer;
    Acknowledged& m_acknowledged;
    unsigned m_number;
    int m_intent = 0;
    std::mt19937 m_random;
    RandomSource m_bytes;
};

void check(World& world, const Acknowledged& acknowledged) {
    auto& connection = world.store().connection();
    auto rows = must(connection.query("SELECT id FROM booking WHERE business_id = ?1", harbour));
    std::vector<BookingId> ids;
    while (must(rows.next())) ids.push_back(rows.get<BookingId>(0));

    std::map<std::pair<ResourceId, std::int64_t>, BookingId> expected;
    bool overlaps = false;
    for (const auto id : ids) {
        const auto booking = world.read([&](const BusinessReader& business) -> Result<storage::StoredBooking> {
            return *TRY(storage::find_booking(business, id));
        });
        if (const auto known = acknowledged.bookings.find(id); known != acknowledged.bookings.end())
            CHECK(known->second == booking.status);
        if (!domain::occupies_time(booking.status)) continue;
        for (const auto& [resource, units] : booking.needs())
            for (auto cell = booking.cells.from; cell < booking.cells.to; ++cell)
                overlaps |= !expected.try_emplace({resource, cell}, id).second;
    }
    CHECK_FALSE(overlaps);
    for (const auto& [id, status] : acknowledged.bookings) CHECK(std::ranges::find(ids, id) != ids.end());

    auto claims =
        must(connection.query("SELECT resource_id, cell, booking_id FROM claim WHERE business_id = ?1", harbour));
    std::map<std::pair<ResourceId, std::int64_t>, BookingId> found;
    while (must(claims.next())) found[{claims.get<ResourceId>(0), claims.integer(1)}] = claims.get<BookingId>(2);
    CHECK(found == expected);

    auto numbers =
        must(connection.query("SELECT COUNT(*), MIN(seq), MAX(seq) FROM change WHERE business_id = ?1", harbour));
    must(numbers.next());
    CHECK(numbers.integer(1) == 1);
    CHECK(numbers.integer(0) == numbers.integer(2));
}

}  // namespace

TEST_CASE("64 clients at once never book a time twice, and lose nothing that was acknowledged") {
    World world;
    Acknowledged acknowledged;
    std::int64_t published = 0;
    bool ascending = true;
    {
        storage::Writer writer{must(storage::Store::open(world.database(), storage::Access::read_write)),
                               {.published = [&](BusinessId, std::int64_t seq) {
                                   ascending = ascending && seq > published;
                                   published = seq;
                               }}};
        std::vector<std::thread> clients;
        for (unsigned number = 0; number < 64; ++number)
            clients.emplace_back([&, number] { Client{writer, acknowledged, number}.ask_often(12); });
        for (auto& client : clients) client.join();
        writer.stop();
        CHECK(writer.counts().groups < writer.counts().committed + writer.counts().failed);
    }
    CHECK(acknowledged.bookings.size() > 30);
    CHECK(acknowledged.conflicts > 50);
    CHECK(acknowledged.surprises == 0);
    CHECK(ascending);
    CHECK(published > 0);
    check(world, acknowledged);
}

}  // namespace loggia::endpoints
