#include "ui/widgets/field_parts.h"

namespace loggia::ui {

void dress_field(Node& node, bool invalid) {
    node.layout.width = fill();
    node.layout.height = px(48);
    node.look.fill = Colour::surface;
    node.look.border = invalid ? Colour::red : Colour::field_line;
    node.look.radius = 10;
    node.look.text = Text::field;
    node.flags |= when(invalid, Flag::invalid);
}

Scope field_end(Page& page) {
    Scope end = page.row({.justify = Justify::end});
    page.here().layout.width = fill();
    page.here().layout.padding = {0, 2, 4, 2};
    page.here().flags |= Flag::dom_painted;
    return end;
}

}  // namespace loggia::ui
