// What every field shares. Private to the widgets one types into.
#pragma once

#include "ui/page.h"

namespace loggia::ui {

// The look of a field, 48 high.
void dress_field(Node& node, bool invalid);

// The row at a field's end that holds such buttons, the browser's to paint because fields are.
Scope field_end(Page& page);

}  // namespace loggia::ui
