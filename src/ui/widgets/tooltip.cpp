#include "ui/widgets/tooltip.h"

namespace loggia::ui {

void tell_of_tooltip(Page& page, NodeId tooltip, bool repeats_the_name) {
    page.attribute(Attribute::tip, page.keep_number(tooltip));
    if (!repeats_the_name) page.attribute(Attribute::described_by, page.keep_number(tooltip));
}

void tooltip(Page& page, std::string_view key, std::string_view words, NodeIndex opener) {
    const Scope scope = page.open(Role::tooltip, key);
    Node& node = page.here();
    node.flags |= Flag::floating | Flag::dom_painted;
    node.layout.opener = opener;
    node.layout.justify = Justify::center;
    node.layout.padding = sides(10, 6);
    node.layout.max_width = 280;
    node.look.fill = Colour::emblem;
    node.look.radius = 8;
    node.look.shadow = 2;
    page.text(words, {.style = Text::caption});
    page.last().look.ink = Colour::on_emblem;
}

}  // namespace loggia::ui
