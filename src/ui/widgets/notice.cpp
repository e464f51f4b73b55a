#include "ui/widgets/notice.h"

#include "icons.generated.h"

#include <limits>

namespace loggia::ui {

namespace {

constexpr Milliseconds shown_for = 6000, shown_with_action_for = 12000;
constexpr Milliseconds not_yet_shown = 0, looked_at = std::numeric_limits<Milliseconds>::max();

Scope box(Page& page, std::string_view key, std::string_view text) {
    Scope scope = page.open(Role::group, key);
    page.attribute(Attribute::label, text);
    page.attribute(Attribute::hover, "");
    page.attribute(Attribute::keys, "e");
    Node& node = page.here();
    node.flags |= Flag::anchored | Flag::dom_painted;
    node.layout.anchor = Anchor::toast;
    node.layout.flow = Flow::row;
    node.layout.gap = 10;
    node.layout.align = Align::center;
    node.layout.padding = {16, 4, 4, 4};
    node.look.fill = Colour::emblem;
    node.look.radius = 12;
    node.look.shadow = 2;
    return scope;
}

bool press(Page& page, std::string_view key, std::string_view label, Icon glyph) {
    const Scope button = page.open(Role::button, key);
    Node& node = page.here();
    const NodeId id = node.id;
    node.layout.flow = Flow::row;
    node.layout.align = Align::center;
    node.layout.justify = Justify::center;
    node.layout.padding = sides(12, 10);
    node.layout.min_height = node.layout.min_width = 44;
    node.look.radius = 8;
    if (glyph == no_icon) {
        page.text(label, {.style = Text::small_strong, .one_line = true});
        page.last().look.ink = Colour::on_emblem;
    } else {
        page.attribute(Attribute::label, label);
        page.icon(glyph, Colour::on_emblem, 18);
    }
    return page.events().clicked(id);
}

}  // namespace

NoticeAnswer show_notice(Page& page, std::string_view key, Notice& notice, Milliseconds now) {
    if (notice.ends_at == not_yet_shown) page.announce(notice.text);
    const Scope scope = box(page, key, notice.text);
    const NodeId self = page.here().id, action = page.id_of("act"), close = page.id_of("close");
    const Events& events = page.events();
    bool left = false;
    for (const KeyPress& pressed : events.keys())
        left |= pressed.key == Key::escape && (pressed.id == action || pressed.id == close);

    const Icon glyph = notice.tone == Tone::red     ? icon::circle_alert
                       : notice.tone == Tone::amber ? icon::triangle_alert
                                                    : icon::circle_check;
    page.icon(glyph, Colour::on_emblem, 20);
    page.text(notice.text, Text::small);
    page.last().look.ink = Colour::on_emblem;
    if (!notice.action.empty() && press(page, "act", notice.action, no_icon)) return NoticeAnswer::action_pressed;
    if (press(page, "close", page.words().close, icon::x) || left) return NoticeAnswer::over;

    const bool waits = events.hovered == self || events.focused == action || events.focused == close;
    if (waits)
        notice.ends_at = looked_at;
    else if (notice.ends_at == not_yet_shown || notice.ends_at == looked_at)
        notice.ends_at = now + (notice.action.empty() ? shown_for : shown_with_action_for);
    const bool over = now >= notice.ends_at;
    // Once more when it is over: this page still has it.
    if (!waits) page.wake_at(over ? now : notice.ends_at);
    return over ? NoticeAnswer::over : NoticeAnswer::stays;
}

}  // namespace loggia::ui
