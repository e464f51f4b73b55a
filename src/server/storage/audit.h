#pragma once

#include "core/policy/decide.h"
#include "server/storage/store.h"

#include <optional>
#include <string>
#include <vector>

/// The log of who did what by which right. Only ever added to.
namespace loggia::storage {

struct AuditEntry {
    std::int64_t id = 0;  ///< given when it is added; a later one is greater
    Instant made_at;
    PersonId author;
    policy::Permission permission{};  ///< that was used
    policy::Role granted_by{};        ///< the author's role whose grant allowed it
    std::optional<CustomRoleId> granted_by_custom_role;
    std::optional<policy::Role> acting_as;
    std::optional<PersonId> person;  ///< whose roles
    std::optional<BookingId> booking;
    std::optional<CustomRoleId> custom_role;
    std::optional<std::int64_t> custom_role_version;
    std::optional<policy::Switch> which;
    std::vector<std::string> before;  ///< one line each
    std::vector<std::string> after;
    std::string reason;
};

/// An entry of what the actor does now, allowed by the decision. What it is about is left to the caller.
[[nodiscard]] AuditEntry entry_of(const policy::Actor& actor, const policy::Decision& decision, Instant now);

Outcome<void> add_audit_entry(BusinessWriter& business, const AuditEntry& entry);

/// An entry about who may do what, with the names it is read with.
struct AccessChange {
    AuditEntry entry;
    std::string author_name;
    std::optional<std::string> person_name;
    std::optional<std::string> custom_role_name;  ///< of that version
};

/// Those about roles and switches, newest first, at most `most`: of one person or of everybody, older than `before`
/// or from the newest on.
[[nodiscard]] Outcome<std::vector<AccessChange>> access_changes(const BusinessReader& business,
                                                                std::optional<PersonId> person,
                                                                std::optional<std::int64_t> before, int most);

}  // namespace loggia::storage
