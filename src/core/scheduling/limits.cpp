#include "core/scheduling/limits.h"

#include <algorithm>

namespace loggia::scheduling {
namespace {

void check(std::vector<LimitReached>& broken, Refusal limit, const std::optional<int>& most, int would_be) {
    if (most && would_be > *most) broken.push_back({limit, *most});
}
void check(std::vector<LimitReached>& broken, Refusal limit, const std::optional<minutes>& most, minutes would_be) {
    if (most && would_be > *most) broken.push_back({limit, most->count()});
}

}  // namespace

int open_count(std::span<const Visit> visits, Instant now) {
    return static_cast<int>(
        std::ranges::count_if(visits, [&](const Visit& visit) { return visit.starts_at + visit.duration > now; }));
}

std::vector<LimitReached> reached(const domain::WorkLimits& limits, const Tally& day, const Tally& week,
                                  minutes duration) {
    std::vector<LimitReached> broken;
    check(broken, Refusal::person_day_limit, limits.bookings_a_day, day.bookings + 1);
    check(broken, Refusal::person_week_limit, limits.bookings_a_week, week.bookings + 1);
    check(broken, Refusal::person_day_work, limits.work_a_day, day.work + duration);
    check(broken, Refusal::person_week_work, limits.work_a_week, week.work + duration);
    return broken;
}

std::vector<LimitReached> reached(const domain::ClientLimits& limits, int open, int on_day, int in_week) {
    std::vector<LimitReached> broken;
    check(broken, Refusal::client_open_limit, limits.open_bookings, open + 1);
    check(broken, Refusal::client_day_limit, limits.bookings_a_day, on_day + 1);
    check(broken, Refusal::client_week_limit, limits.bookings_a_week, in_week + 1);
    return broken;
}

}  // namespace loggia::scheduling
