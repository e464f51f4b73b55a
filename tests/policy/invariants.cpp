#include "policy/invariants.h"

#include <algorithm>
#include <array>

namespace loggia::policy {
namespace {

constexpr std::string_view types = "the operator model has three account types, and one person may hold several";
constexpr std::string_view serves = "an administrator serves clients by being a provider too";
constexpr std::string_view provider_only = "a provider alone has no administrator's rights";
constexpr std::string_view operators = "an administrator may be the owner, and only then has the subscription";
constexpr std::string_view tiers = "each tier of staff may what the tier before it may";
constexpr std::string_view clients = "whoever works for the business is its client too";
constexpr std::string_view visitors = "whoever is not signed in is a visitor";
constexpr std::string_view window = "day 15 is in and day 16 is out, on both sides";
constexpr std::string_view entry = "a new member of the team begins with the lowest role";
constexpr std::string_view told = "a refusal names the roles that may and whom to ask";
constexpr std::string_view least = "no model gives a role more than is stated of it";
constexpr std::string_view by_role = "what is seen of a client depends on the role";
constexpr std::string_view money = "the money of the business is seen by the roles that need it";
constexpr std::string_view own_limits = "each role is told its own limits";
constexpr std::string_view many_owners = "more than two full owners are warned of";
constexpr std::string_view by_touch = "roles are given and taken by exactly those whose grant touches them";
constexpr std::string_view unique_email = "an e-mail address registers once, however it is written";
constexpr std::string_view records = "a role given counts at once, and who gave it by which right and why is kept";
constexpr std::string_view update = "a promotion widens what a person may at once";

// clang-format off
constexpr std::array invariants{
    Invariant{"000-040", unique_email, ""},
    Invariant{"000-043", "", "bookings for named clients in the operator model"},
    Invariant{"000-044", types, ""},
    Invariant{"000-045", serves, ""},
    Invariant{"000-046", provider_only, ""},
    Invariant{"000-047", operators, ""},
    Invariant{"000-048", types, ""},
    Invariant{"000-050", types, ""},
    Invariant{"001-001", types, ""},
    Invariant{"001-002", serves, ""},
    Invariant{"001-003", serves, ""},
    Invariant{"001-005", unique_email, ""},
    Invariant{"001-008", operators, ""},
    Invariant{"001-019", types, ""},
    Invariant{"001-027", "", "bookings for named clients in the operator model"},
    Invariant{"001-031", types, ""},
    Invariant{"002-166", tiers, ""},
    Invariant{"003-094", tiers, ""},
    Invariant{"003-095", tiers, ""},
    Invariant{"003-096", many_owners, ""},
    Invariant{"003-097", "", "second factors"},
    Invariant{"003-098", "", "access review"},
    Invariant{"003-099", "", "access review"},
    Invariant{"003-100", entry, ""},
    Invariant{"003-101", update, ""},
    Invariant{"003-102", by_touch, ""},
    Invariant{"003-103", records, ""},
    Invariant{"003-104", records, ""},
    Invariant{"003-105", "", "access review"},
    Invariant{"003-106", "", "departure"},
    Invariant{"003-107", least, ""},
    Invariant{"003-108", "", "password policy"},
    Invariant{"003-109", "", "second factors"},
    Invariant{"003-110", "", "login activity"},
    Invariant{"003-111", "", "login activity"},
    Invariant{"003-112", by_role, ""},
    Invariant{"003-113", money, ""},
    Invariant{"003-114", "", "audit"},
    Invariant{"003-115", "", "audit"},
    Invariant{"003-116", "", "service assignment by skills"},
    Invariant{"003-117", "", "departure"},
    Invariant{"003-118", "", "departure"},
    Invariant{"003-119", "", "departure"},
    Invariant{"003-120", "", "departure"},
    Invariant{"003-121", told, ""},
    Invariant{"003-122", told, ""},
    Invariant{"003-123", "", "audit"},
    Invariant{"003-124", told, ""},
    Invariant{"003-144", own_limits, ""},
    Invariant{"003-145", "", "access review"},
    Invariant{"003-146", "", "reports"},
    Invariant{"003-147", "", "audit"},
    Invariant{"003-148", update, ""},
    Invariant{"003-149", "", "access review"},
    Invariant{"003-150", "", "password policy"},
    Invariant{"003-151", entry, ""},
    Invariant{"003-152", "", "service assignment by skills"},
    Invariant{"003-153", update, ""},
    Invariant{"003-154", told, ""},
    Invariant{"003-155", told, ""},
    Invariant{"003-156", "", "access review"},
    Invariant{"003-157", "", "access review"},
    Invariant{"003-158", "", "workload"},
    Invariant{"003-159", "", "leave"},
    Invariant{"003-160", "", "service assignment by skills"},
    Invariant{"003-161", "", "help in the portal"},
    Invariant{"004-001", clients, ""},
    Invariant{"004-002", clients, ""},
    Invariant{"004-003", clients, ""},
    Invariant{"004-004", visitors, ""},
    Invariant{"004-005", visitors, ""},
    Invariant{"004-006", visitors, ""},
    Invariant{"004-007", tiers, ""},
    Invariant{"004-008", visitors, ""},
    Invariant{"004-031", window, ""},
    Invariant{"004-147", tiers, ""},
};
// clang-format on

}  // namespace

const Invariant* invariant_of(std::string_view id) {
    const auto found = std::ranges::find(invariants, id, &Invariant::id);
    return found == invariants.end() ? nullptr : &*found;
}

}  // namespace loggia::policy
