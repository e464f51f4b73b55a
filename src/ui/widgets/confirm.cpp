#include "ui/widgets/confirm.h"

namespace loggia::ui {

Confirmed confirm(Page& page, std::string_view key, const ConfirmSpec& spec) {
    const Scope dialog = page.dialog(key, {.title = spec.title, .sheet = true});
    page.text(spec.text);
    bool yes = false, no = false;
    {
        const Scope actions = page.phone() ? page.stack({.gap = Space::small})
                                           : page.row({.gap = Space::small, .justify = Justify::end});
        const ButtonSpec wanted{
            .look = spec.danger ? ButtonLook::danger : ButtonLook::primary, .busy = spec.busy, .wide = page.phone()};
        // The harmless one comes first and so has the focus.
        no = page.button("no", spec.no, {.wide = page.phone()});
        yes = page.button("yes", spec.yes, wanted);
    }
    return yes ? Confirmed::yes : no || dialog.closed() ? Confirmed::no : Confirmed::undecided;
}

}  // namespace loggia::ui
