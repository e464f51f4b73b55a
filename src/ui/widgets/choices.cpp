// Native radios and checkboxes, drawn by the kit. A choice is a label around its input, so its words name it.
#include "ui/page.h"

#include "icons.generated.h"

namespace loggia::ui {

void Page::check_mark(bool checked, Mark mark, bool invalid) {
    Node& node = add(Role::none);
    node.look.mark = mark;
    node.look.amount = checked ? 1 : 0;
    node.look.radius = mark == Mark::radio ? 10 : 5;
    node.look.border = invalid ? Colour::red : checked ? Colour::brand : Colour::field_line;
    node.look.fill = checked ? Colour::brand : Colour::surface;
    node.look.ink = Colour::on_brand;
    node.look.icon = icon::check;
    node.layout.width = node.layout.height = px(20);
}

bool Page::checkbox(std::string_view key, std::string_view label, bool& value, const CheckSpec& spec) {
    const Run run{label, Text::small};
    return checkbox(key, {&run, 1}, value, spec);
}

bool Page::checkbox(std::string_view key, std::span<const Run> label, bool& value, const CheckSpec& spec) {
    const Scope box = keyed(key);
    const NodeId words_id = id_of("error");
    const bool disabled = !spec.disabled_reason.empty(), invalid = !spec.error.empty();
    here().layout.gap = 4;
    bool changed = false;
    {
        const Scope scope = open(Role::checkbox, "field");
        Node& node = here();
        node.key = keep(key);
        if (const std::string* now = disabled ? nullptr : m_events.text(node.id)) {
            changed = value != (*now == "1");
            value = *now == "1";
        }
        node.flags |= when(value, Flag::checked) | when(invalid, Flag::invalid) | when(disabled, Flag::disabled);
        node.layout.flow = Flow::row;
        node.layout.gap = 12;
        node.layout.align = Align::start;
        node.layout.padding = sides(0, 12);
        node.layout.min_height = 44;
        if (disabled || invalid) attribute(Attribute::described_by, keep_number(words_id));
        check_mark(value, Mark::checkbox, invalid);
        if (disabled && value) last().look.fill = last().look.border = Colour::field_line;
        if (disabled && !value) last().look.fill = Colour::sunken;
        const auto at = static_cast<NodeIndex>(m_nodes.size());
        paragraph(label);
        m_nodes[at].layout.width = fill();
    }
    field_words(spec.disabled_reason, spec.error);
    return changed;
}

Scope Page::radio_group(std::string_view key, std::string_view legend, const RadioSpec& spec) {
    const int depth = static_cast<int>(m_ids.size());
    Scope group = open(Role::radio_group, key);
    const NodeIndex index = group.node();
    group.detach();
    attribute(Attribute::label, legend);
    here().layout.gap = 12;
    m_choice_look = spec.look;
    m_choices = 0;
    m_choice_group = here().id;
    if (!spec.hide_legend) heading(2, legend);
    if (!spec.error.empty()) text(spec.error, Text::error);
    if (spec.look == ChoiceLook::chips) {
        wrap({.gap = Space::small}).detach();
    } else {
        card({.gap = Space::none, .padding = spec.look == ChoiceLook::cards ? Space::small : Space::none}).detach();
        here().flags |= when(spec.look == ChoiceLook::rows, Flag::clips);
    }
    return {this, index, depth};
}

void Page::choice_content(const Choice& choice, bool selected) {
    const bool chips = m_choice_look == ChoiceLook::chips;
    if (m_choice_look == ChoiceLook::rows) check_mark(selected, Mark::radio);
    if (choice.icon != no_icon) {
        Node& tile = add(Role::none);
        tile.look.mark = Mark::icon;
        tile.look.icon = choice.icon;
        tile.look.fill = selected || chips ? Colour::brand : Colour::sunken;
        tile.look.ink = selected || chips ? Colour::on_brand : Colour::ink_soft;
        tile.look.radius = chips ? 14 : 10;
        tile.look.amount = chips ? 14 : 18;
        tile.layout.width = tile.layout.height = px(chips ? 28 : 36);
    }
    if (!choice.initials.empty()) avatar(choice.initials, choice.hue, chips ? 28 : 40);
    if (chips) {
        text(choice.title, {.style = Text::small, .one_line = true});
        last().look.ink = selected ? Colour::brand_ink : Colour::ink_soft;
        return;
    }
    {
        const Scope words = stack({.grow = true});
        const bool plain = m_choice_look == ChoiceLook::rows && choice.subtitle.empty();
        text(choice.title, plain ? Text::body : Text::strong);
        if (!choice.subtitle.empty()) text(choice.subtitle, Text::small_muted);
        if (!choice.disabled_reason.empty()) icon_line(icon::lock, choice.disabled_reason, Text::caption);
    }
    if (!choice.trailing.empty()) text(choice.trailing, {.style = Text::price, .one_line = true});
}

bool Page::choice(std::string_view key, const Choice& choice, bool selected) {
    const bool rows = m_choice_look == ChoiceLook::rows, chips = m_choice_look == ChoiceLook::chips;
    const Scope line = row({.key = key});
    if (!chips) here().layout.width = fill();
    if (choice.action_icon != no_icon) here().layout.padding = {0, 0, 8, 0};
    here().look.line_above = rows && m_choices > 0;
    ++m_choices;
    bool chosen = false;
    {
        const Scope scope = open(Role::radio, "field");
        Node& node = here();
        node.key = keep(key);
        chosen = choice.disabled_reason.empty() && m_events.text(node.id) != nullptr;
        node.flags |= when(selected, Flag::checked) | when(!choice.disabled_reason.empty(), Flag::disabled);
        node.layout.flow = Flow::row;
        node.layout.align = Align::center;
        node.layout.gap = chips ? 6 : 12;
        node.layout.padding = chips ? Edges{5, 5, 12, 5} : sides(16, 12);
        node.layout.min_height = chips ? (phone() ? 44 : 38) : rows ? 48 : 70;
        if (!chips) node.layout.width = fill();
        node.look.radius = chips ? 22 : rows ? 0 : 12;
        node.look.fill = chips               ? (selected ? Colour::brand_soft : Colour::sunken)
                         : selected && !rows ? Colour::brand_soft
                                             : Colour::none;
        node.look.border = selected && !rows && !chips ? Colour::brand : Colour::none;
        node.look.border_width = 2;
        node.look.hover_fill = selected ? Colour::none : chips ? Colour::line : Colour::hover;
        attribute(Attribute::name, keep_number(m_choice_group));
        choice_content(choice, selected);
    }
    if (choice.action_icon != no_icon) {
        icon_button("action", choice.action_icon, choice.action, {.look = ButtonLook::ghost});
    }
    return chosen;
}

bool Page::choice_action(std::string_view key) const { return m_events.clicked(id_of(key, "action")); }

bool Page::radio_group(std::string_view key, std::string_view legend, std::string& value,
                       std::span<const Choice> choices, std::span<const std::string_view> keys,
                       const RadioSpec& spec) {
    bool changed = false;
    const Scope group = radio_group(key, legend, spec);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (!choice(keys[i], choices[i], value == keys[i])) continue;
        value = keys[i];
        changed = true;
    }
    return changed;
}

}  // namespace loggia::ui
