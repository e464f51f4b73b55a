#include "server/endpoints/access_rules.h"
#include "server/endpoints/handlers.h"
#include "server/storage/audit.h"
#include "server/storage/catalog.h"
#include "server/storage/changes.h"
#include "server/storage/team.h"

namespace loggia::endpoints {

namespace {

constexpr int changes_at_once = 50;

/// Those that stand in a cell of the model; the plan is bought and not switched on.
bool can_be_switched(const policy::Model& model, policy::Switch which) {
    if (which == policy::Switch::none || which == policy::Switch::plan_grow) return false;
    for (const auto& grant : policy::grants_of(model))
        if (grant.cell.condition == which) return true;
    return false;
}

std::vector<std::string> as_line(bool is_on) { return {is_on ? "on" : "off"}; }

api::AccessChangeView view_of(storage::AccessChange change) {
    auto& entry = change.entry;
    return {entry.id,
            entry.made_at,
            std::move(change.author_name),
            entry.permission,
            entry.granted_by,
            entry.person,
            std::move(change.person_name),
            std::move(entry.before),
            std::move(entry.after),
            std::move(change.custom_role_name),
            entry.which,
            std::move(entry.reason)};
}

}  // namespace

Result<api::SwitchesView> change_switch(const Call<api::SwitchChange>& call, BusinessWriter& business) {
    const auto decision = policy::decide(call.actor, policy::Permission::set_access_rights, {});
    if (!decision) return fail(ErrorCode::forbidden, policy::explain(decision, call.actor));
    auto entry = storage::entry_of(call.actor, decision, call.now);
    entry.reason = TRY(checked_reason(call.request.reason));
    const auto catalog = TRY(business.catalog());
    const policy::Switch which = call.request.which;
    if (!can_be_switched(*catalog->model, which))
        return fail(ErrorCode::not_found, "This business has no such switch.", "which");
    const bool was_on = catalog->switches.is_on(which);
    if (was_on == call.request.is_on)
        return fail(ErrorCode::conflict, was_on ? "It is on already." : "It is off already.", "is_on");
    auto switches = catalog->switches;
    switches.flip(which);
    TRY(storage::set_switches(business, switches));
    entry.which = which;
    entry.before = as_line(was_on);
    entry.after = as_line(!was_on);
    TRY(storage::add_audit_entry(business, entry));
    TRY(storage::record_catalog_change(business, catalog->today(call.now)));
    return api::SwitchesView{switches.bits()};
}

Result<api::AccessHistory> list_access_changes(const Call<api::AccessHistoryRequest>& call,
                                               const BusinessReader& business) {
    const auto& person = call.request.person_id;
    if (person && !TRY(storage::find_person(business, *person)))
        return fail(ErrorCode::not_found, "There is no such person.", "person_id");
    auto changes =
        TRY(storage::access_changes(business, call.request.person_id, call.request.before, changes_at_once + 1));
    api::AccessHistory history;
    history.has_more = changes.size() > changes_at_once;
    if (history.has_more) changes.pop_back();
    for (auto& change : changes) history.changes.push_back(view_of(std::move(change)));
    return history;
}

}  // namespace loggia::endpoints
