#include "server/endpoints/session_views.h"

#include "core/api/custom_roles.h"
#include "server/endpoints/handlers.h"
#include "server/storage/catalog.h"

namespace loggia::endpoints {

Result<api::SessionView> view_session(const BusinessReader& business, const policy::Actor& actor) {
    api::SessionView view;
    view.role_model = actor.model->name();
    view.switches = actor.switches.bits();
    view.seq = TRY(business.seq());
    view.catalog_version = TRY(business.catalog())->version;
    const auto person = actor.person ? TRY(storage::find_person(business, *actor.person)) : std::nullopt;
    if (!person) return view;
    view.acting_as = actor.acting_as;
    api::PersonView shown{person->id, person->name, person->email, person->phone, policy::list_of(actor.roles), {},
                          {}};
    for (const auto& role : actor.custom_roles) shown.custom_roles.push_back(api::view_of(*role, *actor.model));
    for (const auto& dependent : TRY(storage::dependents_of(business, person->id)))
        shown.dependents.push_back({dependent.id, dependent.name, dependent.born.value_or(Date{})});
    view.person = std::move(shown);
    return view;
}

Result<api::SessionView> show_session(const Call<api::Nothing>& call, const BusinessReader& business) {
    return view_session(business, call.actor);
}

Result<api::SessionView> sign_in(const Call<api::Nothing>& call, PersonId person, const storage::TokenHash& token,
                                 BusinessWriter& business) {
    const auto session = TRY(storage::open_session(business, person, token, call.now));
    return view_session(business, session.actor);
}

Result<api::SessionView> act_as(const Call<api::ActingAs>& call, const storage::TokenHash& token,
                                BusinessWriter& business) {
    policy::Actor actor = call.actor;
    const auto role = call.request.role;
    const bool is_mine = actor.person && (role == policy::Role::client || (role && actor.roles.has(*role)));
    if (role && !is_mine) return fail(ErrorCode::forbidden, "You can act only as what you are.", "role");
    TRY(storage::narrow_session(business, token, role));
    actor.acting_as = role;
    return view_session(business, actor);
}

Result<api::SessionView> sign_out(const Call<api::Nothing>&, const storage::TokenHash& token,
                                  BusinessWriter& business) {
    TRY(storage::end_session(business, token));
    return view_session(business, storage::visitor_of(*TRY(business.catalog())));
}

}  // namespace loggia::endpoints
