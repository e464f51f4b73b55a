// Numbers to look at: bars, stacked bars and lines over categories, and a map of heat over a table of hours. Behind
// each is the table of its numbers, for those who cannot see it and for whoever wants to read it. Series are told
// apart by pattern, marker and legend as well as by colour; the category under the pointer or the focus is spelled
// out.
#pragma once

#include "ui/page.h"

#include <span>

namespace loggia::ui {

enum class ChartKind : std::uint8_t { bars, stacked, lines };

struct ChartSeries {
    std::string_view name;
    Hue hue = Hue::blue;
    std::span<const double> values;  // one for each category
};

struct Chart {
    ChartKind kind = ChartKind::bars;
    std::string_view title;
    std::string_view description{};  // one sentence: what is to be seen in it
    std::string_view value_name{};   // of the upright axis: "Lessons"
    std::string_view category_name{};
    std::span<const std::string_view> categories;
    std::span<const ChartSeries> series;
};

// `as_table` is the screen's: whether the numbers are shown instead of the picture.
void chart(Page& page, std::string_view key, const Chart& chart, bool& as_table);

struct HeatMap {
    std::string_view title;
    std::string_view description{};
    std::string_view low{}, high{};             // what the ends of the scale mean: "none free", "all free"
    std::string_view row_name;                  // what a row is: "Hour"
    std::span<const std::string_view> columns;  // "Mon" …
    std::span<const std::string_view> rows;     // "9:00" …
    std::span<const std::uint8_t> percent;      // row by row, 0 to 100; more: closed
    std::string_view closed = "closed";
};

// Drawn by shaders/heat_map.frag.
void heat_map(Page& page, std::string_view key, const HeatMap& map, bool& as_table);

// A number as short as it can be said: "12", "2.5".
std::string_view value_text(Page& page, double value);

}  // namespace loggia::ui
