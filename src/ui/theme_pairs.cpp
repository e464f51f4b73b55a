// Which colours meet. Journeys look at every screen for a pair that is missing here (without_webgl.spec.ts).
#include "ui/theme.h"

#include <vector>

namespace loggia::ui {

namespace {

struct Fronts {
    Colour ground;
    std::vector<Colour> texts, marks;
};

std::vector<Fronts> table() {
    using enum Colour;
    // clang-format off
    std::vector<Fronts> rows{
        {ground,      {ink, ink_soft, muted, brand_ink, green, amber, red}, {field_line, brand, focus}},
        {surface,     {ink, ink_soft, muted, brand_ink, green, amber, red}, {field_line, brand, focus, red}},
        {sunken,      {ink, ink_soft, muted, brand_ink},                    {focus}},
        {hover,       {ink, ink_soft, muted, brand_ink},                    {focus}},
        {brand,       {on_brand},                                           {}},
        {brand_hover, {on_brand},                                           {}},
        {brand_soft,  {ink, ink_soft, muted, brand_ink},                    {focus}},
        {green_soft,  {ink, ink_soft, green},                               {}},
        {amber_soft,  {ink, ink_soft, amber},                               {}},
        {red_soft,    {ink, ink_soft, red},                                 {}},
        {red,         {on_red},                                             {}},
        {red_hover,   {on_red},                                             {}},
        {emblem,      {on_emblem},                                          {}},
    };
    // clang-format on
    for (int i = 0; i < hues; ++i) {
        const auto hue = static_cast<Hue>(i);
        rows.push_back({
            soft(hue), {ui::ink(hue), Colour::ink, ink_soft},
             {}
        });
        rows.push_back({strong(hue), {on_brand}, {}});
        rows.push_back({surface, {}, {strong(hue)}});
    }
    return rows;
}

std::vector<Pair> flat() {
    std::vector<Pair> pairs;
    for (const Fronts& row : table()) {
        for (const Colour text : row.texts) pairs.push_back({text, row.ground});
        for (const Colour mark : row.marks) pairs.push_back({mark, row.ground, Sight::mark});
    }
    return pairs;
}

}  // namespace

std::span<const Pair> pairs() {
    static const std::vector<Pair> all = flat();
    return all;
}

}  // namespace loggia::ui
