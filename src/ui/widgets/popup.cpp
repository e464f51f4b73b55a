#include "ui/widgets/popup.h"

namespace loggia::ui {

Scope popup(Page& page, Role role, std::string_view key, const PopupSpec& spec) {
    Scope scope = page.open(role, key);
    Node& node = page.here();
    node.flags |= Flag::floating | Flag::dom_painted;
    node.layout.opener = spec.opener;
    node.layout.justify = spec.side;
    if (spec.as_wide) node.layout.width = fill();
    node.layout.padding = all(6);
    node.look.fill = Colour::surface;
    node.look.border = Colour::line;
    node.look.radius = 12;
    node.look.shadow = 3;
    return scope;
}

void PopupState::follow_focus(bool inside) {
    if (*m_state == opening && inside) *m_state = entered;
    if (*m_state == entered && !inside) *m_state = closed;
}

}  // namespace loggia::ui
