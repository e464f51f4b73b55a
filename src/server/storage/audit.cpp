#include "server/storage/audit.h"

#include "core/base/text.h"

namespace loggia::storage {

namespace {

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text.append(text.empty() ? "" : "\n").append(line);
    return text;
}

std::vector<std::string> lines_of(std::string_view text) {
    const auto lines = text::split(text, '\n');
    return {lines.begin(), lines.end()};
}

std::optional<std::string_view> name_of(std::optional<policy::Role> role) {
    return role ? std::optional(policy::name_of(*role)) : std::nullopt;
}

AuditEntry entry_in(const Query& query) {
    AuditEntry entry;
    entry.id = query.integer(0);
    entry.made_at = query.get<Instant>(1);
    entry.author = query.get<PersonId>(2);
    entry.permission = policy::permission_named(query.text(3)).value_or(policy::Permission{});
    entry.granted_by = policy::role_named(query.text(4)).value_or(policy::Role::visitor);
    entry.granted_by_custom_role = query.get<std::optional<CustomRoleId>>(5);
    entry.acting_as = policy::role_named(query.text(6));
    entry.person = query.get<std::optional<PersonId>>(7);
    entry.custom_role = query.get<std::optional<CustomRoleId>>(8);
    entry.custom_role_version = query.get<std::optional<std::int64_t>>(9);
    entry.which = policy::switch_named(query.text(10));
    entry.before = lines_of(query.text(11));
    entry.after = lines_of(query.text(12));
    entry.reason = query.text(13);
    return entry;
}

}  // namespace

AuditEntry entry_of(const policy::Actor& actor, const policy::Decision& decision, Instant now) {
    AuditEntry entry;
    entry.made_at = now;
    entry.author = actor.person.value_or(PersonId{});
    entry.permission = decision.reason.permission;
    if (decision.grant) entry.granted_by = decision.grant->role;
    if (decision.custom_role.is_set()) entry.granted_by_custom_role = decision.custom_role;
    entry.acting_as = actor.acting_as;
    return entry;
}

Outcome<void> add_audit_entry(BusinessWriter& business, const AuditEntry& entry) {
    const auto which = entry.which ? std::optional(policy::name_of(*entry.which)) : std::nullopt;
    TRY(business.run(
        "INSERT INTO audit_entry (business_id, id, made_at, author_id, permission, granted_by, "
        "granted_by_custom_role, acting_as, person_id, booking_id, custom_role_id, custom_role_version, switch, "
        "before_change, after_change, reason) VALUES (?1, (SELECT COALESCE(MAX(id), 0) + 1 FROM audit_entry WHERE "
        "business_id = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        entry.made_at, entry.author, policy::name_of(entry.permission), policy::name_of(entry.granted_by),
        entry.granted_by_custom_role, name_of(entry.acting_as), entry.person, entry.booking, entry.custom_role,
        entry.custom_role_version, which, joined(entry.before), joined(entry.after), entry.reason));
    return {};
}

Outcome<std::vector<AccessChange>> access_changes(const BusinessReader& business, std::optional<PersonId> person,
                                                  std::optional<std::int64_t> before, int most) {
    auto query = TRY(business.query(
        "SELECT e.id, e.made_at, e.author_id, e.permission, e.granted_by, e.granted_by_custom_role, e.acting_as, "
        "e.person_id, e.custom_role_id, e.custom_role_version, e.switch, e.before_change, e.after_change, e.reason, "
        "a.name, p.name, r.name FROM audit_entry e "
        "LEFT JOIN person a ON a.business_id = ?1 AND a.id = e.author_id "
        "LEFT JOIN person p ON p.business_id = ?1 AND p.id = e.person_id "
        "LEFT JOIN custom_role r ON r.business_id = ?1 AND r.id = e.custom_role_id AND "
        "r.version = e.custom_role_version "
        "WHERE e.business_id = ?1 AND e.booking_id IS NULL AND (?2 IS NULL OR e.person_id = ?2) AND "
        "(?3 IS NULL OR e.id < ?3) ORDER BY e.id DESC LIMIT ?4",
        person, before, most));
    std::vector<AccessChange> changes;
    while (TRY(query.next()))
        changes.push_back({entry_in(query), query.get<std::string>(14), query.get<std::optional<std::string>>(15),
                           query.get<std::optional<std::string>>(16)});
    return changes;
}

}  // namespace loggia::storage
