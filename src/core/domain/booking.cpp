#include "core/domain/booking.h"

namespace loggia::domain {
namespace {

struct StatusName {
    BookingStatus status;
    std::string_view name;
};

constexpr std::array status_names{
    StatusName{BookingStatus::held,      "held"     },
    StatusName{BookingStatus::requested, "requested"},
    StatusName{BookingStatus::confirmed, "confirmed"},
    StatusName{BookingStatus::cancelled, "cancelled"},
    StatusName{BookingStatus::completed, "completed"},
    StatusName{BookingStatus::no_show,   "no_show"  },
};

}  // namespace

std::string_view name_of(BookingStatus status) {
    for (const auto& row : status_names)
        if (row.status == status) return row.name;
    return {};
}

std::optional<BookingStatus> booking_status_named(std::string_view name) {
    for (const auto& row : status_names)
        if (row.name == name) return row.status;
    return std::nullopt;
}

}  // namespace loggia::domain
