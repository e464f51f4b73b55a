#include "core/base/text.h"

#include "core/api/custom_roles.h"
#include "server/endpoints/access_rules.h"
#include "server/endpoints/handlers.h"
#include "server/storage/audit.h"
#include "server/storage/catalog.h"
#include "server/storage/changes.h"

#include <algorithm>

namespace loggia::endpoints {

namespace {

constexpr std::size_t most_custom_roles = 50;

using Role = std::shared_ptr<const policy::CustomRole>;

Result<policy::Decision> may_customise(const policy::Actor& actor) {
    const auto decision = policy::decide(actor, policy::Permission::customise_roles, {});
    if (!decision) return fail(ErrorCode::forbidden, policy::explain(decision, actor));
    return decision;
}

/// The role in use, if it is still the version that the caller saw.
Result<Role> find_role(const storage::Catalog& catalog, CustomRoleId id, std::int64_t version) {
    auto role = catalog.find_custom_role(id);
    if (!role) return fail(ErrorCode::not_found, "There is no such role.", "role_id");
    if (role->version != version)
        return fail(ErrorCode::conflict, "Somebody has changed this role meanwhile. Look at it again.");
    return role;
}

Result<api::Nothing> check_name_is_free(const storage::Catalog& catalog, const policy::CustomRole& wanted) {
    for (const auto& role : catalog.custom_roles)
        if (role->id != wanted.id && text::ascii_lower(role->name) == text::ascii_lower(wanted.name))
            return fail(ErrorCode::conflict, "Another role has this name.", "name");
    return api::Nothing{};
}

/// Nobody changes or takes away what allows more than they may themselves.
Result<api::Nothing> check_reach_of_author(const policy::Actor& author, const Role& before) {
    if (!before) return api::Nothing{};
    const auto covered = policy::check_author(author, *before);
    if (!covered)
        return fail(ErrorCode::forbidden, "This role allows more than yours do. Ask somebody who may all of it.");
    return api::Nothing{};
}

/// What it is called, and each permission in which it differs from the role it was made from.
std::vector<std::string> lines_of(const Role& role, const policy::Model& model) {
    std::vector<std::string> lines;
    if (!role) return lines;
    lines.push_back(role->name);
    for (const auto& adjustment : policy::adjustments_of(*role, model)) lines.push_back(policy::line_of(adjustment));
    return lines;
}

Result<api::Nothing> record(const auto& call, BusinessWriter& business, const policy::Decision& decision,
                            const Role& before, const Role& after, std::string reason) {
    const auto catalog = TRY(business.catalog());
    auto entry = storage::entry_of(call.actor, decision, call.now);
    entry.custom_role = (after ? after : before)->id;
    entry.custom_role_version = after ? after->version : before->version + 1;
    entry.before = lines_of(before, *catalog->model);
    entry.after = lines_of(after, *catalog->model);
    entry.reason = std::move(reason);
    TRY(storage::add_audit_entry(business, entry));
    TRY(storage::record_catalog_change(business, catalog->today(call.now)));
    return api::Nothing{};
}

}  // namespace

Result<api::CustomRoleView> save_custom_role(const Call<api::CustomRoleDraft>& call, BusinessWriter& business) {
    const auto& draft = call.request;
    const auto decision = TRY(may_customise(call.actor));
    std::string reason = TRY(checked_reason(draft.reason));
    const auto catalog = TRY(business.catalog());
    if (!draft.role_id && draft.version != 0)
        return fail(ErrorCode::invalid_input, "Say which role was changed, or begin a new one.", "role_id");
    const Role before = draft.role_id ? TRY(find_role(*catalog, *draft.role_id, draft.version)) : nullptr;
    auto wanted = TRY(checked_custom_role(draft, *catalog->model));
    if (!before && catalog->custom_roles.size() >= most_custom_roles)
        return fail(ErrorCode::conflict, "Fifty roles are the most that a business can make. Remove one first.");
    wanted.id = before ? before->id : new_id<CustomRoleId>(call.random, call.now);
    wanted.version = before ? before->version + 1 : 1;
    TRY(check_name_is_free(*catalog, wanted));
    TRY(check_reach_of_author(call.actor, before));
    if (auto covered = policy::check_author(call.actor, wanted); !covered)
        return std::unexpected(std::move(covered).error());
    TRY(storage::add_custom_role_version(business, wanted, *catalog->model));
    const auto made = std::make_shared<const policy::CustomRole>(std::move(wanted));
    TRY(record(call, business, decision, before, made, std::move(reason)));
    return api::view_of(*made, *catalog->model);
}

Result<api::Nothing> remove_custom_role(const Call<api::CustomRoleRemoval>& call, BusinessWriter& business) {
    const auto decision = TRY(may_customise(call.actor));
    std::string reason = TRY(checked_reason(call.request.reason));
    const auto catalog = TRY(business.catalog());
    const Role role = TRY(find_role(*catalog, call.request.role_id, call.request.version));
    TRY(check_reach_of_author(call.actor, role));
    TRY(storage::remove_custom_role(business, *role));
    return record(call, business, decision, role, nullptr, std::move(reason));
}

}  // namespace loggia::endpoints
