#pragma once

#include "core/domain/booking.h"
#include "core/domain/business.h"
#include "core/policy/decide.h"
#include "core/scheduling/rules.h"

#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <string_view>

/// What can be done with a booking, by whom and when. The portal asks before it offers, the server before it acts.
namespace loggia::booking {

enum class Operation : std::uint8_t {
    reschedule,  ///< another time
    reassign,    ///< another performer
    move_room,   ///< another room
    approve,     ///< what a client asked for takes place
    decline,     ///< it does not
    cancel,
    complete,
    mark_no_show,
    reopen,      ///< it was completed or missed by mistake
    reactivate,  ///< a cancelled one takes place after all
};

/// On which side of its start a booking may be when it is done.
enum class When : std::uint8_t { before_start, from_start_on, any_time };

struct OperationRow {
    Operation operation;
    std::string_view name;  ///< in logs and tables: "mark_no_show"
    policy::Permission permission;
    std::optional<domain::BookingAction> action;  ///< none: the status stays, and must be that of a visit to come
    When when;
};

// clang-format off
inline constexpr std::array operations{
    OperationRow{Operation::reschedule,   "reschedule",   policy::Permission::reschedule_booking,   std::nullopt,                        When::before_start },
    OperationRow{Operation::reassign,     "reassign",     policy::Permission::change_booking_staff, std::nullopt,                        When::before_start },
    OperationRow{Operation::move_room,    "move_room",    policy::Permission::change_booking_room,  std::nullopt,                        When::before_start },
    OperationRow{Operation::approve,      "approve",      policy::Permission::create_booking,       domain::BookingAction::approve,      When::before_start },
    OperationRow{Operation::decline,      "decline",      policy::Permission::cancel_booking,       domain::BookingAction::decline,      When::before_start },
    OperationRow{Operation::cancel,       "cancel",       policy::Permission::cancel_booking,       domain::BookingAction::cancel,       When::before_start },
    OperationRow{Operation::complete,     "complete",     policy::Permission::complete_booking,     domain::BookingAction::complete,     When::from_start_on},
    OperationRow{Operation::mark_no_show, "mark_no_show", policy::Permission::take_attendance,      domain::BookingAction::mark_no_show, When::from_start_on},
    OperationRow{Operation::reopen,       "reopen",       policy::Permission::take_attendance,      domain::BookingAction::reopen,       When::any_time     },
    OperationRow{Operation::reactivate,   "reactivate",   policy::Permission::reactivate_booking,   domain::BookingAction::reactivate,   When::before_start },
};
// clang-format on

[[nodiscard]] constexpr const OperationRow& row_of(Operation operation) {
    return operations[static_cast<std::size_t>(operation)];
}
[[nodiscard]] constexpr std::string_view name_of(Operation operation) { return row_of(operation).name; }

/// What of a booking its operations hang on.
struct Facts {
    domain::BookingStatus status = domain::BookingStatus::confirmed;
    Instant starts_at;
    policy::Subject subject;
};

enum class Obstacle : std::uint8_t {
    permission,  ///< `decision` says why
    status,      ///< it is not in a status from which this can be done
    begun,       ///< it has started
    to_come,     ///< it has not started yet
    too_late,    ///< clients could until `until`
};

struct Refusal {
    Obstacle obstacle = Obstacle::permission;
    policy::Decision decision;  ///< of the permission, allowed or not
    Instant until;              ///< with `too_late`
};

/// Whether the actor may do it now; else the first thing in the way: the permission before the status before the
/// time. Staff are not bound by the periods in which clients cancel and reschedule freely; whoever may do it only
/// with what is their own is a client. Nobody answers their own request as its client.
[[nodiscard]] std::expected<policy::Decision, Refusal> check(Operation operation, const policy::Actor& actor,
                                                             const Facts& facts, const domain::BookingRules& rules,
                                                             Instant now);

/// The rules of booking that do not bind whoever does it: none for a client; at work notice, horizon, cut-off, the
/// grid and the limits of clients.
[[nodiscard]] scheduling::RefusalSet waived_by(Operation operation, const policy::Actor& actor,
                                               const policy::Subject& subject);

/// The same when the actor makes a booking for the subject.
[[nodiscard]] scheduling::RefusalSet waived_when_booking(const policy::Actor& actor, const policy::Subject& subject);

/// What a booking of the service becomes that the actor makes for the subject.
[[nodiscard]] domain::BookingStatus status_when_booked(const domain::Service& service, const policy::Actor& actor,
                                                       const policy::Subject& subject);

/// The first moment at which a client can no longer do it; nothing where clients are bound by no period.
[[nodiscard]] std::optional<Instant> client_deadline(Operation operation, Instant starts_at,
                                                     const domain::BookingRules& rules);

}  // namespace loggia::booking
