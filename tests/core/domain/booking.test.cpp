#include "core/domain/booking.h"

#include <catch2/catch_test_macros.hpp>

#include <optional>

using namespace loggia::domain;

namespace {

using enum BookingStatus;
using enum BookingAction;

constexpr BookingStatus statuses[]{held, requested, confirmed, BookingStatus::cancelled, completed, no_show};
constexpr BookingAction actions[]{confirm, request,  release,      approve, decline,
                                  cancel,  complete, mark_no_show, reopen,  reactivate};

}  // namespace

TEST_CASE("a booking goes only the ways of its table") {
    const std::optional<BookingStatus> never;
    // clang-format off
    // rows: from; columns: confirm, request, release, approve, decline, cancel, complete, mark_no_show, reopen, reactivate
    const std::optional<BookingStatus> off = BookingStatus::cancelled;
    const std::optional<BookingStatus> expected[6][10]{
        {confirmed, requested, off,   never,     never, never, never,     never,   never,     never    },
        {never,     never,     never, confirmed, off,   off,   never,     never,   never,     never    },
        {never,     never,     never, never,     never, off,   completed, no_show, never,     never    },
        {never,     never,     never, never,     never, never, never,     never,   never,     confirmed},
        {never,     never,     never, never,     never, never, never,     never,   confirmed, never    },
        {never,     never,     never, never,     never, never, never,     never,   confirmed, never    },
    };
    // clang-format on
    for (std::size_t from = 0; from < std::size(statuses); ++from)
        for (std::size_t action = 0; action < std::size(actions); ++action) {
            CAPTURE(name_of(statuses[from]), action);
            CHECK(after(statuses[from], actions[action]) == expected[from][action]);
        }
}

TEST_CASE("every status can be reached from a hold") {
    for (BookingStatus wanted : statuses) {
        bool reached = wanted == held;
        for (const auto& row : booking_transitions) reached = reached || row.to == wanted;
        CAPTURE(name_of(wanted));
        CHECK(reached);
    }
}

TEST_CASE("only a cancelled booking gives its time back") {
    for (BookingStatus status : statuses) CHECK(occupies_time(status) == (status != cancelled));
}

TEST_CASE("every status has a name of its own") {
    for (BookingStatus status : statuses) CHECK(booking_status_named(name_of(status)) == status);
    CHECK(name_of(no_show) == "no_show");
    CHECK_FALSE(booking_status_named("Confirmed"));
    CHECK_FALSE(booking_status_named(""));
}
