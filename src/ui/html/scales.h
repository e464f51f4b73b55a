// The steps that distances, sizes and radii of the HTML pages take.
#pragma once

#include <array>
#include <cmath>
#include <span>

namespace loggia::ui::html {

inline constexpr std::array distances{2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 14, 16, 18, 20, 24, 28, 32, 40, 48, 60};
inline constexpr std::array sizes{1,   4,   5,   10,  12,  14,  16,  18,  20,  24,  28,  32,  34,   36,
                                  38,  40,  44,  48,  50,  56,  60,  64,  68,  70,  72,  80,  96,   120,
                                  160, 200, 220, 240, 280, 320, 400, 480, 560, 640, 760, 900, 1140, 1240};
inline constexpr std::array radii{2, 4, 5, 6, 8, 10, 12, 14, 16, 18, 20, 24, 28};
inline constexpr std::array glyphs{10, 12, 13, 14, 15, 16, 18, 20, 24, 28, 32};
inline constexpr int most_columns = 12;
inline constexpr int shares = 24;
inline constexpr float tallest = 120;

inline int nearest(std::span<const int> scale, float value) {
    int best = scale.front();
    for (const int step : scale) {
        if (std::abs(static_cast<float>(step) - value) < std::abs(static_cast<float>(best) - value)) best = step;
    }
    return best;
}

}  // namespace loggia::ui::html
