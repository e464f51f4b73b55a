#include "server/endpoints/access_rules.h"

#include "core/api/custom_roles.h"
#include "core/base/text.h"
#include "server/endpoints/registration_rules.h"

#include <algorithm>

namespace loggia::endpoints {

namespace {

constexpr std::size_t longest_reason = 300;

std::unexpected<Error> wrong(std::string sentence, std::string field) {
    return fail(ErrorCode::invalid_input, std::move(sentence), std::move(field));
}

bool is_name_of_the_model(std::string_view name, const policy::Model& model) {
    const std::string lower = text::ascii_lower(name);
    return std::ranges::any_of(model.columns(), [&](const policy::Column& column) {
        return lower == policy::name_of(column.role) || lower == text::ascii_lower(column.title) ||
               lower == text::ascii_lower(column.plural);
    });
}

/// Whether cells of this permission say whom they touch; the models agree with themselves on that.
bool names_roles(const policy::Model& model, policy::Permission permission) {
    for (std::size_t column = 0; column < model.columns().size(); ++column)
        if (!model.cell(permission, column).may_touch.empty()) return true;
    return false;
}

Result<api::Nothing> check_adjustment(const api::GrantView& grant, const policy::Model& model,
                                      const std::string& field) {
    const policy::Cell cell = api::cell_of(grant);
    if (!model.staff_roles().covers(cell.may_touch)) return wrong("Only roles of those who work here.", field);
    const bool needs_roles = names_roles(model, grant.permission) && cell.reach != policy::Reach::none;
    if (needs_roles == cell.may_touch.empty())
        return wrong(needs_roles ? "Say whose roles it touches." : "This touches nobody's roles.", field);
    return api::Nothing{};
}

}  // namespace

Result<std::string> checked_reason(std::string_view reason) {
    const auto trimmed = text::trimmed(reason);
    if (trimmed.empty()) return wrong("Please say why.", "reason");
    if (text::code_points(trimmed) > longest_reason) return wrong("Please enter at most 300 letters.", "reason");
    if (text::has_control_characters(trimmed)) return wrong("Please enter plain text.", "reason");
    return std::string{trimmed};
}

Result<policy::CustomRole> checked_custom_role(const api::CustomRoleDraft& draft, const policy::Model& model) {
    const std::string name = TRY(checked_name(draft.name, "name"));
    if (is_name_of_the_model(name, model)) return fail(ErrorCode::conflict, "Another role has this name.", "name");
    if (!model.staff_roles().has(draft.made_from))
        return wrong("Begin with a role of those who work here.", "made_from");
    for (std::size_t i = 0; i < draft.adjustments.size(); ++i) {
        const auto field = "adjustments." + std::to_string(i);
        const auto rest = std::span(draft.adjustments).subspan(i + 1);
        if (std::ranges::find(rest, draft.adjustments[i].permission, &api::GrantView::permission) != rest.end())
            return wrong("The same permission is given twice.", field);
        TRY(check_adjustment(draft.adjustments[i], model, field));
    }
    return api::role_of({{}, 0, name, draft.made_from, draft.adjustments}, model);
}

}  // namespace loggia::endpoints
