#include "core/booking/operation.h"

namespace loggia::booking {
namespace {

consteval bool one_row_per_operation_in_order() {
    for (std::size_t i = 0; i < operations.size(); ++i)
        if (operations[i].operation != static_cast<Operation>(i)) return false;
    return operations.back().operation == Operation::reactivate;
}
static_assert(one_row_per_operation_in_order());

bool fits_status(const OperationRow& row, domain::BookingStatus status) {
    return row.action ? domain::after(status, *row.action).has_value() : domain::is_to_come(status);
}

/// The booking as it is to those who work here and are not also its client.
policy::Subject at_work(policy::Subject subject) {
    subject.client.reset();
    subject.account_manager.reset();
    return subject;
}

/// Only as the client it belongs to, or who manages their account, and not as somebody who works here.
bool acts_as_client(const policy::Actor& actor, policy::Permission permission, const policy::Subject& subject) {
    return !policy::decide(actor, permission, at_work(subject));
}

scheduling::RefusalSet waived_for(const policy::Actor& actor, policy::Permission permission,
                                  const policy::Subject& subject) {
    using enum scheduling::Refusal;
    if (acts_as_client(actor, permission, subject)) return {};
    return {too_soon, too_far, cut_off, off_grid, client_open_limit, client_day_limit, client_week_limit};
}

bool answers_request(Operation operation) {
    return operation == Operation::approve || operation == Operation::decline;
}

std::optional<Obstacle> obstacle_in_time(When when, Instant starts_at, Instant now) {
    if (when == When::before_start && now >= starts_at) return Obstacle::begun;
    if (when == When::from_start_on && now < starts_at) return Obstacle::to_come;
    return std::nullopt;
}

}  // namespace

std::expected<policy::Decision, Refusal> check(Operation operation, const policy::Actor& actor, const Facts& facts,
                                               const domain::BookingRules& rules, Instant now) {
    const OperationRow& row = row_of(operation);
    const auto decision =
        policy::decide(actor, row.permission, answers_request(operation) ? at_work(facts.subject) : facts.subject);
    const auto refused = [&](Obstacle obstacle, Instant until = {}) {
        return std::unexpected(Refusal{obstacle, decision, until});
    };
    if (!decision) return refused(Obstacle::permission);
    if (!fits_status(row, facts.status)) return refused(Obstacle::status);
    if (const auto obstacle = obstacle_in_time(row.when, facts.starts_at, now)) return refused(*obstacle);
    const auto deadline = client_deadline(operation, facts.starts_at, rules);
    if (deadline && now >= *deadline && acts_as_client(actor, row.permission, facts.subject))
        return refused(Obstacle::too_late, *deadline);
    return decision;
}

scheduling::RefusalSet waived_by(Operation operation, const policy::Actor& actor, const policy::Subject& subject) {
    return waived_for(actor, row_of(operation).permission, subject);
}

scheduling::RefusalSet waived_when_booking(const policy::Actor& actor, const policy::Subject& subject) {
    return waived_for(actor, policy::Permission::create_booking, subject);
}

domain::BookingStatus status_when_booked(const domain::Service& service, const policy::Actor& actor,
                                         const policy::Subject& subject) {
    const bool asks = service.needs_approval && acts_as_client(actor, policy::Permission::create_booking, subject);
    return asks ? domain::BookingStatus::requested : domain::BookingStatus::confirmed;
}

std::optional<Instant> client_deadline(Operation operation, Instant starts_at, const domain::BookingRules& rules) {
    switch (operation) {
    case Operation::cancel: return starts_at - rules.free_cancellation;
    case Operation::reschedule: return starts_at - rules.free_reschedule;
    default: return std::nullopt;
    }
}

}  // namespace loggia::booking
