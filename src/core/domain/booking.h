#pragma once

#include "core/base/id.h"
#include "core/base/time.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace loggia::domain {

enum class BookingStatus : std::uint8_t {
    held,       ///< a time kept for somebody who is still typing; expires by itself
    requested,  ///< it takes place once somebody who works here approves it
    confirmed,
    cancelled,
    completed,
    no_show,
};

enum class BookingAction : std::uint8_t {
    confirm,
    request,
    release,
    approve,
    decline,
    cancel,
    complete,
    mark_no_show,
    reopen,
    reactivate,
};

struct BookingTransition {
    BookingStatus from;
    BookingAction action;
    BookingStatus to;
};

/// The life of a booking. What is not in this table cannot happen.
inline constexpr std::array booking_transitions{
    BookingTransition{BookingStatus::held,      BookingAction::confirm,      BookingStatus::confirmed},
    BookingTransition{BookingStatus::held,      BookingAction::request,      BookingStatus::requested},
    BookingTransition{BookingStatus::held,      BookingAction::release,      BookingStatus::cancelled},
    BookingTransition{BookingStatus::requested, BookingAction::approve,      BookingStatus::confirmed},
    BookingTransition{BookingStatus::requested, BookingAction::decline,      BookingStatus::cancelled},
    BookingTransition{BookingStatus::requested, BookingAction::cancel,       BookingStatus::cancelled},
    BookingTransition{BookingStatus::confirmed, BookingAction::cancel,       BookingStatus::cancelled},
    BookingTransition{BookingStatus::confirmed, BookingAction::complete,     BookingStatus::completed},
    BookingTransition{BookingStatus::confirmed, BookingAction::mark_no_show, BookingStatus::no_show  },
    BookingTransition{BookingStatus::completed, BookingAction::reopen,       BookingStatus::confirmed},
    BookingTransition{BookingStatus::no_show,   BookingAction::reopen,       BookingStatus::confirmed},
    BookingTransition{BookingStatus::cancelled, BookingAction::reactivate,   BookingStatus::confirmed},
};

[[nodiscard]] constexpr std::optional<BookingStatus> after(BookingStatus from, BookingAction action) {
    for (const auto& transition : booking_transitions)
        if (transition.from == from && transition.action == action) return transition.to;
    return std::nullopt;
}

/// Whether somebody still expects to be served, or hopes to be.
[[nodiscard]] constexpr bool is_to_come(BookingStatus status) {
    return status == BookingStatus::confirmed || status == BookingStatus::requested;
}

/// Whether a booking in this status keeps its people and rooms busy.
[[nodiscard]] constexpr bool occupies_time(BookingStatus status) { return status != BookingStatus::cancelled; }

[[nodiscard]] std::string_view name_of(BookingStatus status);
[[nodiscard]] std::optional<BookingStatus> booking_status_named(std::string_view name);

}  // namespace loggia::domain
