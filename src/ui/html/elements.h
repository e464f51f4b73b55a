// Which HTML element a node becomes. The mirror's own table is ROLES in web/protocol.js; a test compares the two, so
// that a reader hears the same page whether the server or the canvas shows it.
#pragma once

#include "ui/node.h"

#include <array>
#include <string_view>

namespace loggia::ui::html {

enum class Kind : std::uint8_t {
    box,
    heading,
    paragraph,
    link,
    press,  // a button, or what acts at once when it is chosen
    radio,
    checkbox,
    field,
    text_area,
    select,
    option,  // and what groups them
    progress,
    dialog,
    picture,
};

struct Element {
    std::string_view tag;
    std::string_view role{};  // said where the element does not say it by itself
    Kind kind = Kind::box;
};

// clang-format off
inline constexpr std::array elements{
    Element{"div"},
    Element{"div"},
    Element{"header"},
    Element{"nav"},
    Element{"main"},
    Element{"aside"},
    Element{"section",  "region"},
    Element{"div",      "group"},
    Element{"h2",       "",             Kind::heading},
    Element{"span"},
    Element{"p",        "",             Kind::paragraph},
    Element{"span"},
    Element{"label"},
    Element{"a",        "",             Kind::link},
    Element{"button",   "",             Kind::press},
    Element{"form"},
    Element{"input",    "",             Kind::field},
    Element{"textarea", "",             Kind::text_area},
    Element{"select",   "",             Kind::select},
    Element{"option",   "",             Kind::option},
    Element{"label",    "",             Kind::radio},
    Element{"label",    "",             Kind::checkbox},
    Element{"div",      "radiogroup"},
    Element{"ul",       "list"},
    Element{"li",       "listitem"},
    Element{"div",      "table"},
    Element{"div",      "row"},
    Element{"div",      "columnheader"},
    Element{"div",      "cell"},
    Element{"div",      "grid"},
    Element{"div",      "row"},
    Element{"div",      "gridcell"},
    Element{"dialog",   "",             Kind::dialog},
    Element{"div",      "status"},
    Element{"div",      "alert"},
    Element{"div",      "progressbar",  Kind::progress},
    Element{"div",      "img"},
    Element{"div",      "group"},
    Element{"div",      "rowheader"},
    Element{"strong"},
    Element{"span"},
    Element{"footer"},
    Element{"label",    "",             Kind::checkbox},
    Element{"div",      "tablist"},
    Element{"button",   "tab",          Kind::press},
    Element{"div",      "tabpanel"},
    Element{"div",      "menu"},
    Element{"button",   "menuitem",     Kind::press},
    Element{"button",   "menuitemradio", Kind::press},
    Element{"a",        "menuitem",     Kind::link},
    Element{"div",      "listbox"},
    Element{"div",      "option",       Kind::press},
    Element{"input",    "combobox",     Kind::field},
    Element{"div",      "tooltip"},
    Element{"ol",       "list"},
    Element{"label"},
    Element{"img",      "",             Kind::picture},
    Element{"div",      "separator"},
    Element{"input",    "spinbutton",   Kind::field},
    Element{"optgroup", "",             Kind::option},
};
// clang-format on

// A role this table does not know yet is a box with its words.
constexpr Element element_of(Role role) {
    const auto index = static_cast<std::size_t>(role);
    return index < elements.size() ? elements[index] : Element{"div"};
}

// In the order of Attribute. Empty: said by the element itself.
// clang-format off
inline constexpr std::array<std::string_view, 47> attribute_names{
    "type", "name", "autocomplete", "inputmode", "enterkeyhint", "maxlength", "placeholder", "href", "",
    "aria-describedby", "for", "aria-label", "aria-rowcount", "aria-colindex", "aria-valuenow", "aria-valuemax", "rel",
    "target", "download", "lang", "pattern", "min", "max", "rows", "aria-controls", "aria-labelledby", "", "aria-sort",
    "aria-rowindex", "", "aria-expanded", "aria-haspopup", "", "", "aria-valuemin", "aria-valuetext", "step", "", "src",
    "alt", "", "", "aria-setsize", "aria-posinset", "aria-orientation", "", "",
};
// clang-format on

}  // namespace loggia::ui::html
