#include "server/storage/people.h"

#include "core/base/text.h"
#include "server/storage/catalog.h"

namespace loggia::storage {

namespace {

domain::Person person_of(const Query& query) {
    domain::Person person;
    person.id = query.get<PersonId>(0);
    person.name = query.text(1);
    person.email = query.text(2);
    person.phone = query.text(3);
    person.born = query.get<std::optional<Date>>(4);
    person.account_manager = query.get<std::optional<PersonId>>(5);
    person.color = query.text(6);
    return person;
}

}  // namespace

Outcome<std::optional<Credentials>> find_credentials(const BusinessReader& business, std::string_view email) {
    auto query = TRY(business.query("SELECT id, password_hash FROM person WHERE business_id = ?1 AND email = ?2 "
                                    "AND password_hash IS NOT NULL",
                                    text::ascii_lower(text::trimmed(email))));
    if (!TRY(query.next())) return std::nullopt;
    return Credentials{query.get<PersonId>(0), {query.get<std::string>(1)}};
}

Outcome<std::optional<domain::Person>> find_person(const BusinessReader& business, PersonId person) {
    auto query = TRY(business.query("SELECT id, name, email, phone, born, account_manager, color FROM person "
                                    "WHERE business_id = ?1 AND id = ?2",
                                    person));
    if (!TRY(query.next())) return std::nullopt;
    return person_of(query);
}

Outcome<std::vector<domain::Person>> dependents_of(const BusinessReader& business, PersonId manager) {
    auto query = TRY(business.query("SELECT id, name, email, phone, born, account_manager, color FROM person "
                                    "WHERE business_id = ?1 AND account_manager = ?2 ORDER BY created_at, id",
                                    manager));
    std::vector<domain::Person> people;
    while (TRY(query.next())) people.push_back(person_of(query));
    return people;
}

Outcome<policy::RoleSet> roles_of(const BusinessReader& business, PersonId person) {
    auto query =
        TRY(business.query("SELECT role FROM person_role WHERE business_id = ?1 AND person_id = ?2", person));
    policy::RoleSet roles;
    while (TRY(query.next()))
        if (const auto role = policy::role_named(query.text(0))) roles.add(*role);
    return roles;
}

Outcome<CustomRoles> custom_roles_of(const BusinessReader& business, PersonId person) {
    const auto catalog = TRY(business.catalog());
    CustomRoles roles;
    // Most businesses have none, and then nothing is asked.
    if (catalog->custom_roles.empty()) return roles;
    auto query = TRY(business.query(
        "SELECT role_id FROM person_custom_role WHERE business_id = ?1 AND person_id = ?2 ORDER BY role_id", person));
    while (TRY(query.next()))
        if (auto role = catalog->find_custom_role(query.get<CustomRoleId>(0))) roles.push_back(std::move(role));
    return roles;
}

Outcome<policy::Actor> actor_of(const BusinessReader& business, PersonId person) {
    policy::Actor actor = visitor_of(*TRY(business.catalog()));
    actor.person = person;
    actor.roles = TRY(roles_of(business, person));
    actor.custom_roles = TRY(custom_roles_of(business, person));
    auto query = TRY(business.query("SELECT id FROM person WHERE business_id = ?1 AND account_manager = ?2", person));
    while (TRY(query.next())) actor.dependents.push_back(query.get<PersonId>(0));
    return actor;
}

Outcome<void> add_person(BusinessWriter& business, const domain::Person& person, policy::RoleSet roles,
                         const std::optional<PasswordHash>& password, Instant now) {
    const auto email = person.email.empty() ? std::nullopt : std::optional{text::ascii_lower(person.email)};
    const auto password_text = password ? std::optional{password->text} : std::nullopt;
    TRY(business.run("INSERT INTO person (business_id, id, name, email, phone, born, account_manager, color, "
                     "password_hash, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                     person.id, person.name, email, person.phone, person.born, person.account_manager, person.color,
                     password_text, now));
    for (const policy::Role role : policy::list_of(roles))
        TRY(business.run("INSERT INTO person_role (business_id, person_id, role) VALUES (?1, ?2, ?3)", person.id,
                         policy::name_of(role)));
    return {};
}

}  // namespace loggia::storage
