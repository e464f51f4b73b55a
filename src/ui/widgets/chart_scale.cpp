#include "ui/widgets/chart_scale.h"

#include <algorithm>
#include <cmath>

namespace loggia::ui {

ChartScale nice_scale(double least, double greatest, int most) {
    // Beyond the limit a double counts no single units.
    const auto sane = [limit = 1e15](double value) {
        return std::isfinite(value) ? std::clamp(value, -limit, limit) : 0.0;
    };
    const double low = std::min(0.0, sane(least)), high = std::max(0.0, sane(greatest));
    if (high - low <= 0) return {0, 1, 1, 2};
    const double rough = (high - low) / std::max(1, most - 1);
    const double power = std::pow(10, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (const double nice : {1.0, 2.0, 5.0}) {
        if (rough <= nice * power * (1 + 1e-9)) {
            step = nice * power;
            break;
        }
    }
    const double from = std::floor(low / step) * step;
    const int ticks = static_cast<int>(std::ceil((high - from) / step - 1e-9)) + 1;
    return {from, from + step * (ticks - 1), step, ticks};
}

}  // namespace loggia::ui
