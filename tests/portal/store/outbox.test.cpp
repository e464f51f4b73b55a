#include "portal/stage.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::portal;
using stage::Disk;
using stage::ok;
using stage::refused;
using stage::Stage;
using ui::Role;

namespace {

api::BookingList three_lessons() {
    return {
        7,
        {stage::lesson(1, "2026-10-24 10:30"), stage::lesson(2, "2026-10-25 10:30"),
          stage::lesson(3, "2026-10-26 10:30")}
    };
}

/// Mara at home, with three lessons that can be cancelled.
struct Home {
    explicit Home(Disk& disk_) : disk(disk_) {
        page.use(disk);
        page.serve_world(stage::session_of(world::mara));
        page.serve("/api/my/bookings", ok(three_lessons()));
    }
    Home& start() {
        page.start();
        page.settle();
        return *this;
    }
    Store& store() { return page.store(); }
    void lose_network() {
        page.lose_network();
        page.go_offline();
        page.settle();
    }
    void find_network() {
        page.find_network();
        page.go_online();
        page.settle();
    }
    void cancel(const api::BookingView& booking) {
        store().bookings.cancel(booking);
        page.settle();
    }
    void cancel_all() {
        for (const auto& booking : three_lessons().bookings) cancel(booking);
    }
    void allow_cancelling() {
        for (auto booking : three_lessons().bookings) {
            booking.status = domain::BookingStatus::cancelled;
            page.serve(path_of(booking), ok(booking));
        }
    }
    static std::string path_of(const api::BookingView& booking) {
        return "/api/bookings/" + std::to_string(booking.id.value) + "/cancel";
    }
    [[nodiscard]] std::size_t sent() const { return page.sent("/api/bookings/").size(); }

    Disk& disk;
    Stage page{"/my"};
};

std::vector<Delivery> deliveries(Store& store) {
    std::vector<Delivery> found;
    for (const auto* waiting : store.outbox.waiting()) found.push_back(waiting->delivery);
    return found;
}

}  // namespace

TEST_CASE("what is cancelled without a network waits, and nobody is told before it is on the disk") {
    Disk disk;
    Home home(disk);
    home.start().lose_network();
    home.store().bookings.cancel(three_lessons().bookings[0]);
    CHECK(home.store().outbox.waiting().empty());
    home.page.build();
    CHECK(disk.outbox.size() == 1);
    home.page.settle();
    CHECK(deliveries(home.store()) == std::vector{Delivery::pending});
    CHECK(home.store().outbox.cancelling(BookingId{1}));
    CHECK(is_not_asked(home.store().bookings.cancelled()));
    CHECK(home.sent() == 0);
}

TEST_CASE("without a database, or with a full one, a cancelling without a network fails and says so") {
    Disk disk{.known = {}, .outbox = {}, .sender = nullptr, .is_full = true};
    Home home(disk);
    home.start().lose_network();
    home.cancel(three_lessons().bookings[0]);
    CHECK(home.store().outbox.waiting().empty());
    CHECK(failure(home.store().bookings.cancelled()));
}

TEST_CASE("what waits is sent in order, each with a key of its own, and leaves the disk once the server said yes") {
    Disk disk;
    Home home(disk);
    home.start().lose_network();
    home.cancel_all();
    REQUIRE(disk.outbox.size() == 3);
    home.allow_cancelling();
    home.find_network();
    const auto sent = home.page.sent("/api/bookings/");
    REQUIRE(sent.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(sent[i].path == Home::path_of(three_lessons().bookings[i]));
        CHECK(disk.sender == nullptr);
        for (std::size_t j = 0; j < i; ++j) CHECK(sent[i].idempotency_key != sent[j].idempotency_key);
    }
    CHECK(disk.outbox.empty());
    CHECK(home.store().outbox.waiting().empty());
}

TEST_CASE("what waits survives the page and is sent by the next one") {
    Disk disk;
    {
        Home home(disk);
        home.start().lose_network();
        home.cancel_all();
    }
    Home next(disk);
    next.allow_cancelling();
    next.start();
    CHECK(next.sent() == 3);
    CHECK(disk.outbox.empty());
}

TEST_CASE("of two pages that find what waits one sends it") {
    Disk disk;
    {
        Home home(disk);
        home.start().lose_network();
        home.cancel_all();
    }
    Home one(disk), other(disk);
    for (auto* home : {&one, &other}) home->allow_cancelling(), home->page.start();
    for (int round = 0; round < 20; ++round)
        for (auto* home : {&one, &other}) home->page.settle_once();
    CHECK(one.sent() + other.sent() == 3);
    CHECK((one.sent() == 0 || other.sent() == 0));
    for (auto* home : {&one, &other}) CHECK(home->store().outbox.waiting().empty());
    CHECK(disk.outbox.empty());
}

TEST_CASE("an answer that is lost leaves it waiting, to be sent with the same key, ever more patiently") {
    Disk disk;
    Home home(disk);
    home.start().lose_network();
    home.cancel(three_lessons().bookings[0]);
    home.page.serve(Home::path_of(three_lessons().bookings[0]), refused(ErrorCode::unavailable, "Come back."));
    home.find_network();
    REQUIRE(home.sent() == 1);
    CHECK(deliveries(home.store()) == std::vector{Delivery::pending});
    home.page.wait(seconds{4});
    home.page.settle();
    CHECK(home.sent() == 1);
    home.allow_cancelling();
    home.page.wait(seconds{2});
    home.page.settle();
    const auto sent = home.page.sent("/api/bookings/");
    REQUIRE(sent.size() == 2);
    CHECK(sent[0].idempotency_key == sent[1].idempotency_key);
    CHECK(disk.outbox.empty());
}

TEST_CASE("a refusal stays, with the server's reason, until it is tried again or given up, and stops nothing else") {
    Disk disk;
    Home home(disk);
    home.start().lose_network();
    home.cancel_all();
    home.allow_cancelling();
    const auto path = Home::path_of(three_lessons().bookings[0]);
    home.page.serve(path, refused(ErrorCode::conflict, "It is too late."));
    home.find_network();
    REQUIRE(deliveries(home.store()) == std::vector{Delivery::conflict});
    CHECK(home.store().outbox.waiting()[0]->record.reason == "It is too late.");
    REQUIRE(disk.outbox.size() == 1);
    CHECK(disk.outbox.begin()->second.find("It is too late.") != std::string::npos);

    home.page.serve(path, refused(ErrorCode::forbidden, "You may not."));
    home.store().outbox.retry(home.store().outbox.waiting()[0]->id);
    home.page.settle();
    REQUIRE(deliveries(home.store()) == std::vector{Delivery::failed});
    home.store().outbox.discard(home.store().outbox.waiting()[0]->id);
    home.page.settle();
    CHECK(disk.outbox.empty());
}

TEST_CASE("another person neither sees nor sends what waits, and the one who made it does on coming back") {
    Disk disk;
    {
        Home home(disk);
        home.start().lose_network();
        home.cancel_all();
    }
    Home stranger(disk);
    stranger.page.serve_world(stage::session_of(world::mia));
    stranger.allow_cancelling();
    stranger.start();
    CHECK(stranger.sent() == 0);
    CHECK(stranger.store().outbox.waiting().empty());
    CHECK(disk.outbox.size() == 3);
    Home again(disk);
    again.allow_cancelling();
    again.start();
    CHECK(again.sent() == 3);
}

TEST_CASE("a page whose session another page has changed sends nothing of the person before") {
    Disk disk;
    Home home(disk);
    home.start().lose_network();
    home.cancel_all();
    home.allow_cancelling();
    home.page.serve("/api/session", ok(stage::session_of(world::mia)));
    home.find_network();
    CHECK(home.sent() == 0);
    CHECK(disk.outbox.size() == 3);
    CHECK(disk.sender == nullptr);
}

TEST_CASE(
    "a wish to book is a hold and a booking when there is a network, and a hold that is over is asked for anew") {
    Disk disk;
    Home home(disk);
    home.start().lose_network();
    auto over = stage::hold_at("2026-10-24 10:30");
    over.expires_at = world::now() - minutes{5};
    home.store().submission.put_off({ServiceId{201}, world::ana, over.starts_at}, world::luka);
    home.page.settle();
    REQUIRE(home.store().submission.is_put_off());
    home.page.serve("/api/holds", ok(over));
    home.page.serve("/api/bookings", ok(stage::lesson(900, "2026-10-24 10:30")));
    home.find_network();
    const auto holds = home.page.sent("/api/holds");
    REQUIRE(holds.size() == 2);
    CHECK(holds[0].idempotency_key != holds[1].idempotency_key);
    const auto bookings = home.page.sent("/api/bookings");
    REQUIRE(bookings.size() == 1);
    CHECK(bookings[0].body.find("\"for_person_id\"") != std::string::npos);
    CHECK(disk.outbox.empty());
}

TEST_CASE("a time that somebody else took meanwhile is a conflict and not a booking") {
    Disk disk;
    Home home(disk);
    home.start().lose_network();
    home.store().submission.put_off({ServiceId{201}, world::ana, world::at("2026-10-24 10:30")}, {});
    home.page.settle();
    home.page.serve("/api/holds", refused(ErrorCode::conflict, "That time was taken."));
    home.find_network();
    CHECK(deliveries(home.store()) == std::vector{Delivery::conflict});
    CHECK(home.page.sent("/api/bookings").empty());
}

TEST_CASE("what is too old for the server to know its key is not sent by itself") {
    Disk disk;
    {
        Home home(disk);
        home.start().lose_network();
        home.cancel(three_lessons().bookings[0]);
    }
    Home later(disk);
    later.page.now += 8LL * 24 * 3600 * 1000;
    later.allow_cancelling();
    later.start();
    CHECK(later.sent() == 0);
    CHECK(deliveries(later.store()) == std::vector{Delivery::failed});
}

TEST_CASE("whatever else lies in the outbox is removed, counted and never sent") {
    Disk disk;
    disk.outbox = {
        {"", ""},
        {"a", "garbage"},
        {"b", "{}"},
        {"c", R"({"owner_id":"1","what":"sign_in"})"},
        {std::string(5, 1), std::string(9999, '[')},
    };
    Home home(disk);
    home.allow_cancelling();
    home.start();
    CHECK(home.sent() == 0);
    CHECK(home.store().outbox.unreadable() == 5);
    CHECK(disk.outbox.empty());
}

TEST_CASE("no more than fifty changes wait") {
    Disk disk;
    Home home(disk);
    home.start().lose_network();
    for (int i = 0; i < 60; ++i) home.cancel(stage::lesson(100 + i, "2026-10-24 10:30"));
    CHECK(disk.outbox.size() == 50);
    CHECK(failure(home.store().bookings.cancelled()));
}

TEST_CASE("a portal that starts without a network shows who was here and what was known of them") {
    Disk disk;
    {
        Home(disk).start();
    }
    Home home(disk);
    home.page.begin_offline();
    home.page.lose_network();
    home.start();
    CHECK(home.page.shows(Role::heading, "Coming up"));
    CHECK(home.store().session.current().is_signed_in());
    home.page.serve("/api/session", ok(stage::visitor()));
    home.find_network();
    CHECK_FALSE(home.store().session.current().is_signed_in());
    CHECK_FALSE(disk.known.contains("/api/my/bookings"));
}

TEST_CASE("what another page of the browser says of the session is asked of the server") {
    Disk disk;
    Home home(disk);
    home.start();
    home.page.serve("/api/session", ok(stage::visitor()));
    home.page.tell("session");
    home.page.settle();
    CHECK_FALSE(home.store().session.current().is_signed_in());
    CHECK(disk.known["/api/session"].find("Mara") == std::string::npos);
}
