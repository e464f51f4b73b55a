#include "ui/widgets/accordion.h"

#include "icons.generated.h"

#include <array>

namespace loggia::ui {

namespace {

enum Memory : std::int32_t { untouched, opened, closed };

void head(Page& page, std::string_view title, const AccordionSpec& spec, bool is_open, NodeId region) {
    const Scope heading = page.open(Role::heading);
    constexpr std::array<std::string_view, 6> levels{"1", "2", "3", "4", "5", "6"};
    page.attribute(Attribute::level, levels[static_cast<std::size_t>(spec.level - 1)]);
    const Scope button = page.open(Role::button, "open");
    page.attribute(Attribute::expanded, is_open ? "true" : "false");
    if (is_open) page.attribute(Attribute::controls, page.keep_number(region));
    Node& node = page.here();
    node.layout.flow = Flow::row;
    node.layout.align = Align::center;
    node.layout.gap = 12;
    node.layout.padding = sides(16, 12);
    node.layout.min_height = 48;
    node.look.radius = 10;
    node.look.hover_fill = Colour::hover;
    if (spec.icon != no_icon) page.icon(spec.icon);
    page.text(title, Text::strong);
    page.last().layout.width = fill();
    if (!spec.trailing.empty()) page.text(spec.trailing, {.style = Text::muted, .one_line = true});
    page.icon(is_open ? icon::chevron_up : icon::chevron_down, Colour::ink_soft, 20);
}

}  // namespace

std::optional<Scope> accordion(Page& page, std::string_view key, std::string_view title, const AccordionSpec& spec) {
    Scope box = page.keyed(key);
    page.here().look.line_above = page.node(page.here().parent).first_child != box.node();
    const NodeId button = page.id_of("open"), region = page.id_of("content");
    std::int32_t& memory = page.memory(button);
    if (memory == untouched) memory = spec.begins_open ? opened : closed;
    if (page.events().clicked(button)) memory = memory == opened ? closed : opened;
    head(page, title, spec, memory == opened, region);
    if (memory != opened) return std::nullopt;
    Scope content = page.open(Role::region, "content");
    page.attribute(Attribute::labelled_by, page.keep_number(button));
    page.here().layout.gap = 8;
    page.here().layout.padding = {16, 0, 16, 16};
    content.detach();
    return box;
}

}  // namespace loggia::ui
