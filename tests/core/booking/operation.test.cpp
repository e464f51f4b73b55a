#include "core/booking/operation.h"
#include "support/world.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using namespace loggia;
using namespace loggia::booking;
using domain::BookingStatus;

namespace {

constexpr Instant starts_at = instant_of(2'000'000'000);

/// What is in the way, in a word; empty if nothing is.
std::string answer(Operation operation, PersonId actor, BookingStatus status, seconds before_start) {
    const Facts facts{status, starts_at, world::booking_of(world::mara, world::ana)};
    const auto checked =
        check(operation, world::actor(actor), facts, world::business().rules, starts_at - before_start);
    if (checked) return {};
    switch (checked.error().obstacle) {
    case Obstacle::permission: return "permission";
    case Obstacle::status: return "status";
    case Obstacle::begun: return "begun";
    case Obstacle::to_come: return "to come";
    case Obstacle::too_late: return "too late";
    }
    return "?";
}

}  // namespace

TEST_CASE("what can be done with a booking follows from who asks, its status and the time") {
    using enum Operation;
    using enum BookingStatus;
    constexpr seconds day{86'400}, second{1};
    struct Row {
        Operation operation;
        PersonId actor;
        BookingStatus status;
        seconds before_start;
        std::string answer;
    };
    const std::vector<Row> rows{
        {cancel,       world::mara,  confirmed,                day + second, ""          },
        {cancel,       world::mara,  confirmed,                day,          "too late"  },
        {cancel,       world::mia,   confirmed,                second,       ""          },
        {cancel,       world::mia,   confirmed,                seconds{0},   "begun"     },
        {cancel,       world::jon,   confirmed,                day * 2,      "permission"},
        {cancel,       world::mia,   BookingStatus::cancelled, day,          "status"    },
        {cancel,       world::mia,   completed,                day,          "status"    },
        {approve,      world::mia,   requested,                second,       ""          },
        {approve,      world::mia,   requested,                seconds{0},   "begun"     },
        {approve,      world::mia,   confirmed,                day,          "status"    },
        {approve,      world::mara,  requested,                day,          "permission"},
        {approve,      world::ana,   requested,                day,          "permission"},
        {decline,      world::mia,   requested,                second,       ""          },
        {decline,      world::mara,  requested,                day * 2,      "permission"},
        {cancel,       world::mara,  requested,                day + second, ""          },
        {reschedule,   world::mia,   requested,                second,       ""          },
        {complete,     world::mia,   requested,                seconds{0},   "status"    },
        {reschedule,   world::mara,  confirmed,                day * 2,      "permission"},
        {reschedule,   world::mia,   confirmed,                second,       ""          },
        {reschedule,   world::mia,   confirmed,                seconds{0},   "begun"     },
        {reschedule,   world::mia,   BookingStatus::cancelled, day,          "status"    },
        {reassign,     world::mia,   confirmed,                second,       ""          },
        {reassign,     world::ana,   confirmed,                day,          "permission"},
        {move_room,    world::mia,   confirmed,                second,       ""          },
        {complete,     world::mia,   confirmed,                second,       "to come"   },
        {complete,     world::mia,   confirmed,                seconds{0},   ""          },
        {complete,     world::mara,  confirmed,                seconds{0},   "permission"},
        {mark_no_show, world::mia,   confirmed,                second,       "to come"   },
        {mark_no_show, world::mia,   confirmed,                -day,         ""          },
        {mark_no_show, world::mia,   completed,                -day,         "status"    },
        {reopen,       world::mia,   completed,                -day,         ""          },
        {reopen,       world::mia,   no_show,                  -day,         ""          },
        {reopen,       world::mia,   confirmed,                -day,         "status"    },
        {reactivate,   world::petra, BookingStatus::cancelled, second,       ""          },
        {reactivate,   world::petra, BookingStatus::cancelled, seconds{0},   "begun"     },
        {reactivate,   world::petra, confirmed,                day,          "status"    },
        {reactivate,   world::mia,   BookingStatus::cancelled, day,          "permission"},
    };
    for (const auto& row : rows) {
        CAPTURE(name_of(row.operation), row.actor.value, name_of(row.status), row.before_start.count());
        CHECK(answer(row.operation, row.actor, row.status, row.before_start) == row.answer);
    }
}

TEST_CASE("a refusal for the time tells until when it could be done") {
    const Facts facts{BookingStatus::confirmed, starts_at, world::booking_of(world::mara, world::ana)};
    const auto refused =
        check(Operation::cancel, world::actor(world::mara), facts, world::business().rules, starts_at - hours{1});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().until == starts_at - world::business().rules.free_cancellation);
    CHECK(refused.error().decision.allowed);
}

TEST_CASE("at work the rules that may be waived for clients are, as a client none is") {
    const auto subject = world::booking_of(world::mara, world::ana);
    CHECK(waived_by(Operation::cancel, world::actor(world::mara), subject) == scheduling::RefusalSet{});
    const auto at_work = waived_by(Operation::reschedule, world::actor(world::mia), subject);
    for (int i = 0; i < scheduling::refusal_count; ++i) {
        const auto refusal = static_cast<scheduling::Refusal>(i);
        INFO(scheduling::name_of(refusal));
        CHECK((!at_work.has(refusal) || scheduling::may_be_waived(refusal)));
    }
    for (const auto refusal : {scheduling::Refusal::too_soon, scheduling::Refusal::off_grid})
        CHECK(at_work.has(refusal));
    for (const auto refusal :
         {scheduling::Refusal::past, scheduling::Refusal::person_busy, scheduling::Refusal::not_working})
        CHECK_FALSE(at_work.has(refusal));
}

TEST_CASE("every operation has a name of its own") {
    for (const auto& one : operations)
        for (const auto& other : operations) CHECK((one.name == other.name) == (&one == &other));
}
