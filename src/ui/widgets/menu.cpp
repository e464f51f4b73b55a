#include "ui/widgets/menu.h"

#include "ui/fold.h"
#include "ui/widgets/popup.h"

#include "icons.generated.h"

namespace loggia::ui {

namespace {

// The next item whose label begins with the letter, after the one that has the focus.
std::size_t item_with_letter(std::span<const MenuItem> items, std::size_t from, char32_t letter) {
    for (std::size_t step = 1; step <= items.size(); ++step) {
        const std::size_t i = (from + step) % items.size();
        if (begins_with(items[i].label, letter)) return i;
    }
    return from;
}

std::size_t target_of(std::span<const MenuItem> items, std::size_t from, const KeyPress& press) {
    switch (press.key) {
    case Key::up: return (from + items.size() - 1) % items.size();
    case Key::down: return (from + 1) % items.size();
    case Key::home: return 0;
    case Key::end: return items.size() - 1;
    case Key::character: return item_with_letter(items, from, press.character);
    default: return from;
    }
}

struct Menu {
    Page& page;
    std::span<const MenuItem> items;
    NodeId button;
    PopupState state;

    NodeId id_of(const MenuItem& item) const { return page.id_of("menu", item.key); }

    bool has_focus() const {
        const NodeId focused = page.events().focused;
        if (focused == button) return true;
        for (const MenuItem& item : items) {
            if (focused == id_of(item)) return true;
        }
        return false;
    }

    void open_at(std::size_t item) {
        state.open();
        page.focus_id(id_of(items[item]));
    }

    void close() {
        state.close();
        page.focus_id(button);
    }

    void press_button_key(Key key) {
        if (key == Key::down) open_at(0);
        if (key == Key::up) open_at(items.size() - 1);
        if (key == Key::escape && state.is_open()) close();
    }

    void follow_keys() {
        for (const KeyPress& press : page.events().keys()) {
            if (press.id == button) press_button_key(press.key);
            for (std::size_t i = 0; i < items.size() && state.is_open(); ++i) {
                if (press.id != id_of(items[i])) continue;
                if (press.key == Key::escape) {
                    close();
                } else {
                    page.focus_id(id_of(items[target_of(items, i, press)]));
                }
            }
        }
    }

    // The key of the item that was pressed.
    std::string_view pressed() {
        if (page.events().clicked(button)) {
            if (state.is_open()) {
                close();
            } else {
                open_at(0);
            }
        }
        if (!state.is_open()) return {};
        for (const MenuItem& item : items) {
            if (!item.disabled_reason.empty() || !page.events().clicked(id_of(item))) continue;
            close();
            return item.key;
        }
        return {};
    }
};

void item_words(Page& page, const MenuItem& item) {
    const Scope words = page.stack({.grow = true});
    page.text(item.label, {.style = Text::body, .one_line = true, .key = "label"});
    page.last().look.ink = !item.disabled_reason.empty() ? Colour::muted : item.danger ? Colour::red : Colour::ink;
    if (!item.disabled_reason.empty()) page.text(item.disabled_reason, {.style = Text::caption, .key = "reason"});
}

void show_item(Page& page, const MenuItem& item) {
    const bool disabled = !item.disabled_reason.empty();
    const Scope scope = page.open(item.mark != MenuMark::none ? Role::menu_choice
                                  : item.href.empty()         ? Role::menu_item
                                                              : Role::menu_link,
                                  item.key);
    Node& node = page.here();
    node.flags |=
        Flag::untabbable | when(disabled, Flag::disabled) | when(item.mark == MenuMark::checked, Flag::checked);
    node.layout.flow = Flow::row;
    node.layout.align = Align::center;
    node.layout.gap = 12;
    node.layout.padding = sides(12, 8);
    node.layout.min_height = 44;
    node.look.radius = 8;
    if (!disabled) node.look.hover_fill = Colour::hover;
    if (!item.href.empty() && item.mark == MenuMark::none) page.attribute(Attribute::href, item.href);
    if (disabled) {
        page.attribute(Attribute::label, item.label);
        page.attribute(Attribute::described_by, page.keep_number(page.id_of("reason")));
    }
    const Colour ink = item.danger ? Colour::red : Colour::ink_soft;
    if (item.icon != no_icon) page.icon(item.icon, disabled ? Colour::faint : ink, 18);
    item_words(page, item);
    if (item.mark == MenuMark::checked) page.icon(icon::check, Colour::brand, 18);
    if (item.mark == MenuMark::unchecked) page.space(Space::medium);
}

void show_items(Page& page, std::span<const MenuItem> items, std::string_view name, Justify side) {
    const Scope list = popup(page, Role::menu, "menu", {.side = side});
    page.here().layout.min_width = 200;
    page.attribute(Attribute::label, name);
    page.attribute(Attribute::keys, "vhec");
    for (const MenuItem& item : items) {
        if (item.line_above) {
            Node& line = page.add(Role::separator, {}, item.key);
            line.layout.height = px(1);
            line.look.fill = Colour::line;
        }
        show_item(page, item);
    }
}

}  // namespace

std::string_view menu_button(Page& page, std::string_view key, std::string_view label,
                             std::span<const MenuItem> items, const MenuSpec& spec) {
    const Scope box = page.row({.key = key});
    const NodeId button = page.id_of("open");
    Menu menu{
        page, items, button, PopupState{page, button}
    };
    const std::string_view pressed = menu.pressed();
    menu.follow_keys();
    menu.state.follow_focus(menu.has_focus());
    const bool is_open = menu.state.is_open();

    const ButtonSpec opener{.look = spec.look,
                            .icon = spec.icon,
                            .trailing_icon = label.empty() ? no_icon : icon::chevron_down,
                            .small = spec.small,
                            .name = spec.name,
                            .opens = "menu",
                            .expanded = is_open,
                            .controls = page.id_of("menu")};
    if (label.empty()) {
        page.icon_button("open", spec.icon, spec.name, opener);
    } else {
        page.button("open", label, opener);
    }
    if (is_open) show_items(page, items, spec.name.empty() ? label : spec.name, spec.side);
    return pressed;
}

}  // namespace loggia::ui
