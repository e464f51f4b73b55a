#include "portal/screens/roles/switches_card.h"

#include "core/base/text.h"
#include "portal/screens/roles/cell_words.h"
#include "portal/screens/roles/roles_frame.h"
#include "ui/widgets/accordion.h"

#include <algorithm>
#include <optional>

namespace loggia::portal {

namespace {

bool is_on(const Context& context, policy::Switch which) { return context.session.actor().switches.is_on(which); }

std::string_view name_in(const Words& words, policy::Switch which) {
    return words.switches(static_cast<std::size_t>(which));
}

std::string switch_url(policy::Switch which) {
    return url_of(Place::roles, {
                                    {"switch", std::string(policy::name_of(which))}
    });
}

/// The one in the address, if the business has it and the reader may turn it.
std::optional<policy::Switch> switch_in(const Context& context) {
    const auto which = policy::switch_named(context.address.text("switch"));
    const auto switches = switches_of(*context.session.actor().model);
    const bool exists = which && std::ranges::find(switches, *which) != switches.end();
    return exists && context.session.may_any(policy::Permission::set_access_rights) ? which : std::nullopt;
}

/// "Limited staff: Take attendance, Complete a booking": what waits for it, role by role.
void draw_what_waits(ui::Page& page, const Context& context, policy::Switch which) {
    const auto& model = *context.session.actor().model;
    for (const policy::Column& column : model.columns()) {
        std::string titles;
        for (std::size_t i = 0; i < policy::permission_count; ++i) {
            const auto permission = static_cast<policy::Permission>(i);
            if (model.cell(permission, column.role).condition != which) continue;
            titles.append(titles.empty() ? std::string_view{} : context.words.comma())
                .append(title_of(context.words, permission));
        }
        if (!titles.empty())
            page.text(context.words.role_may(title_of(context.words, column.role), titles), ui::Text::small);
    }
}

}  // namespace

std::vector<policy::Switch> switches_of(const policy::Model& model) {
    std::vector<policy::Switch> found;
    for (std::size_t i = 1; i < policy::switch_count; ++i) {
        const auto which = static_cast<policy::Switch>(i);
        const auto waits = [&](const policy::Grant& grant) { return grant.cell.condition == which; };
        if (which != policy::Switch::plan_grow && std::ranges::any_of(policy::grants_of(model), waits))
            found.push_back(which);
    }
    return found;
}

void draw_switches(ui::Page& page, const Context& context) {
    const auto switches = switches_of(*context.session.actor().model);
    if (switches.empty()) return;
    const auto card = page.card({.key = "switches", .gap = ui::Space::none, .padding = ui::Space::none});
    const std::string count = context.words.number(static_cast<std::int64_t>(switches.size()));
    const auto part =
        ui::accordion(page, "switches-list", context.words.switches_title(), {.level = 2, .trailing = count});
    if (!part) return;
    const auto decision = context.session.may_any(policy::Permission::set_access_rights);
    page.text(decision ? std::string(context.words.switch_for_all())
                       : context.words.refusal(decision, context.session.actor()),
              ui::Text::small_muted);
    const auto list = page.list(context.words.switches_title());
    for (const policy::Switch which : switches) {
        const auto name = name_in(context.words, which);
        const std::string title =
            is_on(context, which) ? context.words.switch_is_on(name) : context.words.switch_is_off(name);
        const auto row =
            page.list_row(policy::name_of(which), {.title = title, .line_above = which != switches.front()});
        if (!decision) continue;
        const auto label = is_on(context, which) ? context.words.switch_off() : context.words.switch_on();
        const std::string spoken = context.words.role_may(label, name);
        page.link("change", label, switch_url(which), {.look = ui::LinkLook::button, .small = true, .name = spoken});
    }
}

bool SwitchForm::is_opened(const Context& context) { return switch_in(context).has_value(); }

SwitchForm::Intent SwitchForm::draw(ui::Page& page, const Context& context) {
    Intent intent;
    const auto which = switch_in(context);
    if (!which) return intent;
    const auto& state = context.store.team.switching();
    const auto* refusal = failure(state);
    const FormErrors errors = refusal && m_errors.empty() ? FormErrors(context.words, *refusal) : m_errors;
    const auto name = name_in(context.words, *which);
    const auto drawer = page.drawer("switch", context.words.switch_named(name));
    page.text(is_on(context, *which) ? context.words.switch_is_on(name) : context.words.switch_is_off(name));
    draw_what_waits(page, context, *which);
    {
        const auto form = page.form("switch-form");
        draw_reason(page, context, m_reason, errors.of("reason"));
        const auto rest = errors.besides({"reason"});
        if (!rest.empty()) page.banner("refused", rest, {.tone = ui::Tone::red});
        page.submit("turn", is_on(context, *which) ? context.words.switch_off() : context.words.switch_on(),
                    {.look = ui::ButtonLook::primary, .busy = is_loading(state), .wide = true});
        intent.turns = form.submitted() && !is_loading(state);
    }
    intent.closes = drawer.closed();
    return intent;
}

void SwitchForm::send(ui::Page& page, Context& context) {
    m_errors = {};
    const auto which = switch_in(context);
    if (!which) return;
    if (text::trimmed(m_reason).empty()) {
        m_errors.add("reason", context.words.reason_missing());
        return page.focus("reason");
    }
    context.store.team.change_switch({*which, !is_on(context, *which), std::string(text::trimmed(m_reason))});
}

bool SwitchForm::take_success(Context& context) {
    if (!here(context.store.team.switching())) return false;
    *this = {};
    context.store.team.forget_attempts();
    return true;
}

}  // namespace loggia::portal
