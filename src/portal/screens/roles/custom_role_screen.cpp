#include "portal/screens/roles/custom_role_screen.h"

#include "core/api/custom_roles.h"
#include "core/base/text.h"
#include "core/policy/topic.h"
#include "icons.generated.h"
#include "portal/screens/faces.h"
#include "portal/screens/roles/cell_options.h"
#include "portal/screens/roles/cell_words.h"
#include "portal/screens/roles/roles_frame.h"
#include "ui/fold.h"
#include "ui/widgets/accordion.h"

#include <algorithm>

namespace loggia::portal {

namespace {

constexpr int longest_name = 60;

/// The permissions of the topic.
std::vector<policy::Permission> permissions_of(std::size_t topic) {
    std::vector<policy::Permission> found;
    for (std::size_t i = 0; i < policy::permission_count; ++i)
        if (policy::topic_of(static_cast<policy::Permission>(i)) == topic)
            found.push_back(static_cast<policy::Permission>(i));
    return found;
}

/// What the reader knows a role of the model by; the server knows only its English titles.
bool is_title_of_the_model(const Words& words, const policy::Model& model, std::string_view name) {
    return std::ranges::any_of(model.columns(), [&](const policy::Column& column) {
        return ui::folded(title_of(words, column.role)) == ui::folded(name);
    });
}

}  // namespace

void CustomRoleScreen::build(ui::Page& page, Context& context) {
    Intent intent;
    const auto& team = context.store.team.want();
    intent.frame = draw_roles_frame(page, context);
    {
        const auto main = page.main(ui::Width::half);
        const bool is_known = context.address.id<CustomRoleId>("role").has_value();
        page.heading(1, is_known ? context.words.custom_role() : context.words.new_custom_role(), "title");
        intent.tries_again = draw_remote(page, context, "failed", team, 6, [&](const Team& here) {
            follow(context, here);
            if (is_known && !m_role.id.is_set()) return page.text(context.words.not_there(), ui::Text::muted);
            draw_form(page, context, intent);
        });
    }
    draw_tabs(page, context, Section::roles);
    if (const auto* known = here(team); known && m_asks_to_remove) draw_removal(page, context, *known, intent);
    act_on(intent, page, context);
}

/// Begins anew at another address, or when somebody else has changed the role.
void CustomRoleScreen::follow(const Context& context, const Team& team) {
    const auto& author = context.session.actor();
    const auto id = context.address.id<CustomRoleId>("role");
    const auto known = id ? team.custom_role(*id) : nullptr;
    const std::string begun = context.address.url() + (known ? " " + std::to_string(known->version) : std::string{});
    if (m_begun == begun) return;
    *this = {};
    m_begun = begun;
    if (known) {
        m_role = *known;
        return;
    }
    const auto wanted = policy::role_named(context.address.text("from"));
    const bool is_known = wanted && author.model->staff_roles().has(*wanted);
    m_role = policy::copy_of(*author.model, is_known ? *wanted : author.model->entry_role());
    if (const auto added = policy::permission_named(context.address.text("add")))
        if (const auto least = least_to_give(author, *added)) cell(*added) = *least;
}

void CustomRoleScreen::draw_form(ui::Page& page, const Context& context, Intent& intent) {
    const auto& store = context.store.team;
    const auto* refusal = failure(store.saving());
    const FormErrors errors = refusal && m_errors.empty() ? FormErrors(context.words, *refusal) : m_errors;
    const auto form = page.form("custom-role");
    {
        const auto card = page.card();
        page.text_field("name", context.words.role_name(), m_role.name,
                        {.autocomplete = "off",
                         .error = errors.of("name"),
                         .enter_key = "next",
                         .required = true,
                         .max_length = longest_name});
        draw_made_from(page, context);
    }
    draw_permissions(page, context);
    const auto card = page.card({.key = "end"});
    draw_reason(page, context, m_reason, errors.of("reason"));
    const auto rest = errors.besides({"name", "reason"});
    if (!rest.empty()) page.banner("refused", rest, {.tone = ui::Tone::red});
    const auto line = page.wrap({.gap = ui::Space::regular});
    page.submit("save", context.words.save_role(),
                {.look = ui::ButtonLook::primary, .busy = is_loading(store.saving())});
    if (m_role.id.is_set())
        intent.asks_to_remove = page.button("remove", context.words.remove_role(), {.look = ui::ButtonLook::danger});
    intent.saves = form.submitted();
}

void CustomRoleScreen::draw_made_from(ui::Page& page, const Context& context) {
    const auto& model = *context.session.actor().model;
    std::vector<ui::Option> options;
    for (const policy::Column& column : model.columns())
        if (model.staff_roles().has(column.role))
            options.push_back({policy::name_of(column.role), title_of(context.words, column.role)});
    std::string from(policy::name_of(m_role.made_from));
    if (!page.select("made_from", context.words.made_from(), from, options, {.autocomplete = "off"})) return;
    const auto role = policy::role_named(from);
    if (role) m_role.made_from = *role;
    if (role) m_role.cells = policy::copy_of(model, *role).cells;
}

void CustomRoleScreen::draw_permissions(ui::Page& page, const Context& context) {
    const auto& model = *context.session.actor().model;
    const auto added = policy::permission_named(context.address.text("add"));
    const auto card = page.card({.key = "permissions", .gap = ui::Space::none, .padding = ui::Space::none});
    for (std::size_t topic = 0; topic < policy::topics().size(); ++topic) {
        const auto permissions = permissions_of(topic);
        const auto differing = std::ranges::count_if(permissions, [&](policy::Permission permission) {
            return cell(permission) != model.cell(permission, m_role.made_from);
        });
        const std::string count = differing ? context.words.differing_count(differing) : std::string{};
        if (const auto part = ui::accordion(
                page, policy::topics()[topic].name, context.words.permission_topics(topic),
                {.level = 2, .trailing = count, .begins_open = added && policy::topic_of(*added) == topic}))
            for (const policy::Permission permission : permissions) draw_permission(page, context, permission);
    }
}

void CustomRoleScreen::draw_permission(ui::Page& page, const Context& context, policy::Permission permission) {
    const auto& author = context.session.actor();
    auto cells = cells_to_give(author, permission);
    const auto at = [&](const policy::Cell& one) {
        return static_cast<std::size_t>(std::ranges::find(cells, one) - cells.begin());
    };
    if (at(cell(permission)) == cells.size()) cells.push_back(cell(permission));
    std::vector<std::string> numbers, labels;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        numbers.push_back(std::to_string(i));
        labels.push_back(words_of(context.words, *author.model, cells[i]));
        if (labels.back().empty()) labels.back() = context.words.no_permission();
    }
    std::vector<ui::Option> options;
    for (std::size_t i = 0; i < cells.size(); ++i) options.push_back({numbers[i], labels[i]});
    std::string chosen = numbers[at(cell(permission))];
    if (!page.select(policy::name_of(permission), title_of(context.words, permission), chosen, options,
                     {.autocomplete = "off"}))
        return;
    if (const auto index = text::to_integer(chosen); index && static_cast<std::size_t>(*index) < cells.size())
        cell(permission) = cells[static_cast<std::size_t>(*index)];
}

void CustomRoleScreen::draw_removal(ui::Page& page, const Context& context, const Team& team, Intent& intent) {
    const auto& state = context.store.team.removing();
    const auto dialog = page.dialog("removal", {.title = context.words.remove_role_question(m_role.name)});
    page.text(context.words.role_is_held(team.count_of(m_role.id)));
    if (const auto* error = failure(state))
        page.banner("removal-refused", context.words.refusal(*error), {.tone = ui::Tone::red});
    {
        const auto form = page.form("removal-form");
        page.text_field("removal-reason", context.words.reason(), m_reason,
                        {.autocomplete = "off",
                         .error = m_errors.of("reason"),
                         .enter_key = "done",
                         .required = true,
                         .max_length = 300});
        const auto buttons = page.wrap({.gap = ui::Space::regular, .justify = ui::Justify::end});
        intent.keeps = page.button("keep-role", context.words.keep_role());
        page.submit("remove-role", context.words.remove_role(),
                    {.look = ui::ButtonLook::danger, .busy = is_loading(state)});
        intent.removes = form.submitted() && !is_loading(state);
    }
    intent.keeps |= dialog.closed();
}

bool CustomRoleScreen::check_reason(ui::Page& page, const Context& context) {
    m_errors = {};
    if (!text::trimmed(m_reason).empty()) return true;
    m_errors.add("reason", context.words.reason_missing());
    page.focus(m_asks_to_remove ? "removal-reason" : "reason");
    return false;
}

bool CustomRoleScreen::check(ui::Page& page, const Context& context) {
    m_errors = {};
    if (text::trimmed(m_role.name).empty()) m_errors.add("name", context.words.role_name_missing());
    if (is_title_of_the_model(context.words, *context.session.actor().model, text::trimmed(m_role.name)))
        m_errors.add("name", context.words.role_name_taken());
    if (const auto allowed = policy::check_author(context.session.actor(), m_role); !allowed)
        m_errors.add("adjustments", context.words.language() == "en" ? allowed.error().message
                                                                     : std::string(context.words.more_than_yours()));
    if (text::trimmed(m_reason).empty()) m_errors.add("reason", context.words.reason_missing());
    if (!m_errors.empty()) page.focus(m_errors.first_field());
    return m_errors.empty();
}

/// Only what differs from the role it is made from.
api::CustomRoleDraft CustomRoleScreen::draft(const policy::Model& model) const {
    policy::CustomRole role = m_role;
    role.name = text::trimmed(m_role.name);
    auto view = api::view_of(role, model);
    return {role.id.is_set() ? std::optional(role.id) : std::nullopt,
            role.version,
            std::move(view.name),
            role.made_from,
            std::move(view.adjustments),
            std::string(text::trimmed(m_reason))};
}

void CustomRoleScreen::act_on(const Intent& intent, ui::Page& page, Context& context) {
    auto& store = context.store.team;
    if (intent.asks_to_remove || intent.keeps) m_asks_to_remove = intent.asks_to_remove;
    if (intent.asks_to_remove || intent.keeps) m_errors = {};
    if (intent.saves && !is_loading(store.saving()) && check(page, context)) {
        store.forget_attempts();
        store.save_role(draft(*context.session.actor().model));
    }
    if (intent.removes && check_reason(page, context))
        store.remove_role({m_role.id, m_role.version, std::string(text::trimmed(m_reason))});
    if (intent.tries_again) store.try_again();
    if (here(store.saving()) || here(store.removing())) {
        page.announce(here(store.saving()) ? context.words.role_saved() : context.words.role_removed());
        store.forget_attempts();
        *this = {};
        context.navigator.go(url_of(Place::roles), Step::replace);
    }
    act(intent.frame, page, context);
}

}  // namespace loggia::portal
