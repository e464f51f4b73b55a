// The third back end of the kit: a built page as semantic HTML with native elements, in normal flow.
//
// Nothing here needs layout() or a script. Every field is a real input under the name the kit gave it; whatever is
// pressed on the canvas is a submit button whose name is a colon and the node's id, so one form around the page tells
// the server what was typed and what was pressed. Ids are the nodes' own with an `h` before them: the canvas finds
// each field again by it. Roles and names are those of the mirror.
#pragma once

#include "ui/page.h"

#include <string>
#include <string_view>

namespace loggia::ui::html {

// What goes into the one form of the page. All text in it is escaped.
std::string body_of(const Page& page);

// `text` as the content of an element or of a quoted attribute.
void escape(std::string& out, std::string_view text);

// The name under which a field is posted; empty if the node is none. A box that is not ticked is posted as "0".
std::string form_name(const Page& page, const Node& node);

// The name under which a press is posted.
std::string press_name(NodeId id);

}  // namespace loggia::ui::html
