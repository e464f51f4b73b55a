#include "portal/screens/roles/role_words.h"

#include "portal/screens/roles/cell_words.h"

#include <algorithm>
#include <array>

namespace loggia::portal {

namespace {

constexpr std::size_t most_named = 3;

/// What one wants to hear of first, from what weighs most on.
constexpr std::array telling{
    policy::Permission::assign_roles,     policy::Permission::edit_bank_details,   policy::Permission::view_revenue,
    policy::Permission::refund_payments,  policy::Permission::view_client_contact, policy::Permission::edit_client,
    policy::Permission::process_payments, policy::Permission::view_calendar,
};

bool has(const std::vector<policy::Permission>& permissions, policy::Permission permission) {
    return std::ranges::find(permissions, permission) != permissions.end();
}

}  // namespace

std::string with_commas(const Words& words, const std::vector<std::string>& texts) {
    std::string line;
    for (const auto& text : texts) line.append(line.empty() ? std::string_view{} : words.comma()).append(text);
    return line;
}

ui::Hue hue_of(const Context& context, const api::TeamMemberView& member) {
    const auto& business = context.store.business;
    return business.person(member.id) ? business.hue(member.id) : ui::hue_of(member.name);
}

std::string roles_in_words(const Words& words, const policy::Model& model, const api::TeamMemberView& member) {
    const policy::RoleSet held = policy::set_of(member.roles);
    std::vector<std::string> titles;
    for (const policy::Column& column : model.columns())
        if (held.has(column.role) && column.role != policy::Role::client)
            titles.emplace_back(title_of(words, column.role));
    return joined({with_commas(words, titles), words.also_client()});
}

std::string additions_in_words(const Words& words, const std::vector<policy::Permission>& added) {
    if (added.empty()) return {};
    std::vector<policy::Permission> named;
    for (const auto permission : telling)
        if (named.size() < most_named && has(added, permission)) named.push_back(permission);
    for (const auto permission : added)
        if (named.size() < most_named && !has(named, permission)) named.push_back(permission);
    std::vector<std::string> phrases;
    for (const auto permission : named) phrases.emplace_back(phrase_of(words, permission));
    return words.adds_permissions(static_cast<std::int64_t>(added.size()), with_commas(words, phrases));
}

std::string refusal_of_change(const Context& context, const policy::RoleChange& change, const Error& error) {
    const auto& author = context.session.actor();
    if (error.code != ErrorCode::forbidden) return context.words.refusal(error);
    const auto decision =
        policy::decide(author, policy::needed_for(change), {.target_roles = policy::touched_by(change)});
    if (!decision) return context.words.refusal(decision, author);
    return context.words.language() == "en" ? error.message : std::string(context.words.more_than_yours());
}

}  // namespace loggia::portal
