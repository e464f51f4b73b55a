#include "ui/widgets/switch_box.h"

#include "icons.generated.h"

namespace loggia::ui {

namespace {

void track(Page& page, bool on, bool disabled) {
    const Scope track = page.row({.justify = on ? Justify::end : Justify::start});
    Node& node = page.here();
    node.layout.width = px(44);
    node.layout.height = px(24);
    node.layout.padding = all(3);
    node.look.radius = 12;
    node.look.fill = disabled ? Colour::line : on ? Colour::brand : Colour::field_line;
    Node& knob = page.add(Role::none);
    knob.layout.width = knob.layout.height = px(18);
    knob.look.radius = 9;
    knob.look.fill = on && !disabled ? Colour::on_brand : Colour::surface;
}

}  // namespace

bool switch_box(Page& page, std::string_view key, std::string_view label, bool& value, const SwitchSpec& spec) {
    const Scope box = page.keyed(key);
    const bool disabled = !spec.disabled_reason.empty();
    const std::string_view words = disabled ? spec.disabled_reason : spec.hint;
    const Scope scope = page.open(Role::switch_box, "field");
    Node& node = page.here();
    node.key = page.keep(key);
    const std::string* now = disabled ? nullptr : page.events().text(node.id);
    const bool changed = now != nullptr && value != (*now == "1");
    if (changed) value = !value;
    node.flags |= when(value, Flag::checked) | when(disabled, Flag::disabled);
    node.layout.flow = Flow::row;
    node.layout.gap = 12;
    node.layout.align = Align::center;
    node.layout.padding = sides(0, 10);
    node.layout.min_height = 44;
    node.look.radius = 10;
    page.attribute(Attribute::label, label);
    if (!words.empty()) page.attribute(Attribute::described_by, page.keep_number(page.id_of("words")));
    {
        const Scope column = page.stack({.grow = true});
        page.text(label, Text::body);
        if (disabled) page.last().look.ink = Colour::muted;
        if (!words.empty()) page.text(words, {.style = Text::caption, .key = "words"});
    }
    track(page, value, disabled);
    return changed;
}

}  // namespace loggia::ui
