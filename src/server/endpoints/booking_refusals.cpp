#include "server/endpoints/booking_refusals.h"

#include "core/base/civil.h"

#include <array>

namespace loggia::endpoints {

namespace {

using booking::Obstacle;
using booking::Operation;
using domain::BookingStatus;

/// Completes "It has begun and cannot be … any more", in the order of the operations.
constexpr std::array<std::string_view, booking::operations.size()> participles{"moved",     "given to somebody else",
                                                                               "moved",     "approved",
                                                                               "declined",  "cancelled",
                                                                               "completed", "marked",
                                                                               "reopened",  "reactivated"};

std::string participle_of(Operation operation) {
    return std::string(participles[static_cast<std::size_t>(operation)]);
}

std::string wrong_status(Operation operation, BookingStatus status) {
    switch (status) {
    case BookingStatus::cancelled: return "This booking has been cancelled already.";
    case BookingStatus::completed:
    case BookingStatus::no_show: return "It has taken place and cannot be " + participle_of(operation) + " any more.";
    case BookingStatus::requested: return "Somebody has to approve this booking first.";
    case BookingStatus::confirmed:
    case BookingStatus::held: break;
    }
    if (operation == Operation::approve || operation == Operation::decline)
        return "This booking has been approved already.";
    return operation == Operation::reactivate ? "It is not cancelled." : "It has not been completed.";
}

std::string too_late(Operation operation, Instant until, const storage::Catalog& catalog) {
    const CivilTime shown = catalog.zone->to_civil(until);
    const Date day = catalog.zone->date_at(until);
    return "This could be " + participle_of(operation) + " until " + short_date_text(day) + ", " + clock_text(shown) +
           ". Please call " + catalog.business.name + ".";
}

}  // namespace

Error refusal_of(Operation operation, const booking::Facts& facts, const booking::Refusal& refusal,
                 const policy::Actor& actor, const storage::Catalog& catalog) {
    const auto conflict = [](std::string sentence) { return Error{ErrorCode::conflict, std::move(sentence), {}, 0}; };
    switch (refusal.obstacle) {
    case Obstacle::permission: break;
    case Obstacle::status: return conflict(wrong_status(operation, facts.status));
    case Obstacle::begun: return conflict("It has begun and cannot be " + participle_of(operation) + " any more.");
    case Obstacle::to_come: return conflict("It has not begun yet.");
    case Obstacle::too_late: return conflict(too_late(operation, refusal.until, catalog));
    }
    return {ErrorCode::forbidden, policy::explain(refusal.decision, actor), {}, 0};
}

}  // namespace loggia::endpoints
