// Measures and places a page: writes the rectangle of every node and the lines of every text.
//
// Four walks. Widths are wanted from the leaves up and given from the root down; then texts break into lines, so
// heights are known from the leaves up; then positions are given from the root down. Nodes anchored to the window are
// left out of the flow and placed afterwards against the window.
#pragma once

#include "ui/page.h"
#include "ui/text_measure.h"

namespace loggia::ui {

// Returns the height of the document.
float layout(Page& page, const TextMeasure& measure);

}  // namespace loggia::ui
