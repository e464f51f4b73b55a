#include "server/endpoints/registration_rules.h"

#include "server/endpoints/handlers.h"
#include "server/endpoints/session_views.h"
#include "server/storage/catalog.h"

namespace loggia::endpoints {

namespace {

constexpr const char* email_taken = "Somebody has registered with this e-mail address. Sign in instead.";

Result<api::Nothing> add_dependent_of(PersonId manager, PersonId id, const api::NewDependent& dependent,
                                      BusinessWriter& business, Instant now) {
    domain::Person person;
    person.id = id;
    person.name = dependent.name;
    person.born = dependent.born;
    person.account_manager = manager;
    TRY(storage::add_person(business, person, {}, std::nullopt, now));
    return api::Nothing{};
}

}  // namespace

Result<api::Nothing> check_registration(const Call<api::Registration>& call, const BusinessReader& business) {
    const auto catalog = TRY(business.catalog());
    const auto checked = TRY(checked_registration(call.request, catalog->business.name, catalog->today(call.now)));
    if (TRY(storage::find_credentials(business, checked.email)))
        return fail(ErrorCode::conflict, email_taken, "email");
    return api::Nothing{};
}

Result<api::SessionView> register_client(const Call<api::Registration>& call, const storage::PasswordHash& password,
                                         BusinessWriter& business) {
    const auto catalog = TRY(business.catalog());
    const auto checked = TRY(checked_registration(call.request, catalog->business.name, catalog->today(call.now)));
    domain::Person person;
    person.id = new_id<PersonId>(call.random, call.now);
    person.name = checked.name;
    person.email = checked.email;
    person.phone = checked.phone;
    const auto added = storage::add_person(business, person, {policy::Role::client}, password, call.now);
    if (!added && added.error().kind == storage::FailureKind::unique)
        return fail(ErrorCode::conflict, email_taken, "email");
    TRY(added);
    for (const auto& dependent : checked.dependents)
        TRY(add_dependent_of(person.id, new_id<PersonId>(call.random, call.now), dependent, business, call.now));
    return view_session(business, TRY(storage::actor_of(business, person.id)));
}

Result<api::DependentView> add_dependent(const Call<api::NewDependent>& call, BusinessWriter& business) {
    const auto& actor = call.actor;
    const auto decision = policy::decide(actor, policy::Permission::add_dependent, {.client = actor.person});
    if (!actor.person || !decision) return fail(ErrorCode::forbidden, policy::explain(decision, actor));
    const auto catalog = TRY(business.catalog());
    const auto dependent = TRY(checked_dependent(call.request, catalog->today(call.now), ""));
    const auto present = TRY(storage::dependents_of(business, *actor.person));
    if (present.size() >= most_dependents)
        return fail(ErrorCode::conflict, "Ten people are the most that one account looks after.");
    const auto id = new_id<PersonId>(call.random, call.now);
    TRY(add_dependent_of(*actor.person, id, dependent, business, call.now));
    return api::DependentView{id, dependent.name, dependent.born};
}

}  // namespace loggia::endpoints
