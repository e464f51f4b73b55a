#include "portal/screens/roles/role_form.h"

#include "core/base/text.h"
#include "portal/screens/roles/cell_words.h"
#include "portal/screens/roles/role_words.h"
#include "portal/screens/roles/roles_frame.h"

#include <algorithm>

namespace loggia::portal {

namespace {

using policy::HeldRoles;

HeldRoles with_flipped(HeldRoles held, policy::Role role) {
    held.roles.flip(role);
    return held;
}

HeldRoles with_flipped(HeldRoles held, const CustomRolePointer& role) {
    const auto found = std::ranges::find(held.custom_roles, role->id, [](const auto& one) { return one->id; });
    if (found == held.custom_roles.end()) {
        held.custom_roles.push_back(role);
    } else {
        held.custom_roles.erase(found);
    }
    return held;
}

/// Why this alone could not be changed, nor together with one other role: taking away somebody's only role is
/// another thing than giving them another instead. Empty if it can.
template <class SomeRole>
std::string why_not(const Context& context, const TeamMember& member, const SomeRole& role) {
    const auto& author = context.session.actor();
    const auto headcount = member.team.headcount();
    const policy::RoleChange alone{member.held(), with_flipped(member.held(), role)};
    const auto answer = policy::check_role_change(author, alone, headcount);
    if (answer) return {};
    for (const policy::Column& column : author.model->columns()) {
        const policy::RoleChange both{alone.before, with_flipped(alone.after, column.role)};
        const bool keeps_it = both.before.roles == both.after.roles;
        if (!keeps_it && policy::check_role_change(author, both, headcount)) return {};
    }
    return refusal_of_change(context, alone, answer.error());
}

}  // namespace

/// Begins anew when it is about somebody else, or their roles have changed meanwhile.
void RoleForm::follow(const Context& context, const TeamMember& member) {
    const auto added = context.address.text("add");
    if (m_person != member.person.id) *this = {};
    if (m_version == member.person.version && m_added == added) return;
    m_person = member.person.id;
    m_version = member.person.version;
    m_added = added;
    m_held = member.held();
    if (const auto role = policy::role_named(added); role && !m_held.roles.has(*role)) m_held.roles.add(*role);
}

bool RoleForm::draw(ui::Page& page, const Context& context, const TeamMember& member) {
    follow(context, member);
    const auto* refusal = failure(context.store.team.changing());
    const FormErrors errors = refusal && m_errors.empty() ? FormErrors(context.words, *refusal) : m_errors;
    const auto form = page.form("roles-form");
    page.heading(3, context.words.change_roles());
    draw_boxes(page, context, member);
    draw_consequences(page, context, wanted(member));
    draw_reason(page, context, m_reason, errors.of("reason"));
    const auto rest = errors.besides({"reason"});
    if (!rest.empty()) page.banner("refused", rest, {.tone = ui::Tone::red});
    page.submit("save", context.words.save_roles(),
                {.look = ui::ButtonLook::primary, .busy = is_loading(context.store.team.changing()), .wide = true});
    return form.submitted();
}

void RoleForm::draw_boxes(ui::Page& page, const Context& context, const TeamMember& member) {
    const auto boxes = page.stack();
    const auto& model = *context.session.actor().model;
    for (const policy::Column& column : model.columns()) {
        if (!model.staff_roles().has(column.role)) continue;
        bool has = m_held.roles.has(column.role);
        const std::string reason = why_not(context, member, column.role);
        if (page.checkbox(policy::name_of(column.role), title_of(context.words, column.role), has,
                          {.disabled_reason = reason}))
            m_held.roles.flip(column.role);
    }
    for (const auto& role : member.team.custom_roles()) {
        const auto held = [&](const auto& one) { return one->id == role->id; };
        bool has = std::ranges::any_of(m_held.custom_roles, held);
        const std::string reason = why_not(context, member, role);
        if (page.checkbox("custom-" + url_text(role->id), role->name, has, {.disabled_reason = reason}))
            m_held = with_flipped(m_held, role);
    }
}

/// What saving would lead to, said before.
void RoleForm::draw_consequences(ui::Page& page, const Context& context, const policy::RoleChange& change) {
    const auto& model = *context.session.actor().model;
    const auto added = policy::permissions_added(model, change);
    if (!added.empty())
        page.banner("promotion", additions_in_words(context.words, added), {.title = context.words.promotion()});
    const auto* team = here(context.store.team.want());
    if (!team) return;
    const auto answer = policy::check_role_change(context.session.actor(), change, team->headcount());
    const bool is_change = answer || answer.error().code != ErrorCode::invalid_input;
    if (is_change && !answer && m_errors.empty())
        page.banner("not-like-this", refusal_of_change(context, change, answer.error()), {.tone = ui::Tone::amber});
    policy::Headcount after = team->headcount();
    const policy::Role owner = model.owner_role();
    if (change.before.roles.has(owner) || !change.after.roles.has(owner)) return;
    after.add({owner});
    if (policy::has_too_many_owners(model, after))
        page.banner("too-many", context.words.too_many_owners(), {.tone = ui::Tone::amber});
}

void RoleForm::send(ui::Page& page, Context& context, const TeamMember& member) {
    if (is_loading(context.store.team.changing())) return;
    m_errors = {};
    context.store.team.forget_attempts();
    const auto change = wanted(member);
    const auto answer = policy::check_role_change(context.session.actor(), change, member.team.headcount());
    if (!answer) m_errors.add("roles", refusal_of_change(context, change, answer.error()));
    if (text::trimmed(m_reason).empty()) m_errors.add("reason", context.words.reason_missing());
    if (!m_errors.empty()) return page.focus(m_errors.first_field());
    api::RoleChange request{
        m_person, m_version, policy::list_of(m_held.roles), {}, std::string(text::trimmed(m_reason))};
    for (const auto& role : m_held.custom_roles) request.custom_roles.push_back(role->id);
    context.store.team.change_roles(request);
}

}  // namespace loggia::portal
