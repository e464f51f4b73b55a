// Round numbers along an axis.
#pragma once

namespace loggia::ui {

struct ChartScale {
    double from = 0, to = 1, step = 1;
    int ticks = 2;

    double at(int tick) const { return from + step * tick; }
    double share(double value) const { return (value - from) / (to - from); }  // 0 at the low end, 1 at the high one
};

// Covers both values, and zero, in steps of 1, 2 or 5 times a power of ten; at most `most` steps. What is not a
// number counts as zero.
ChartScale nice_scale(double least, double greatest, int most = 5);

}  // namespace loggia::ui
