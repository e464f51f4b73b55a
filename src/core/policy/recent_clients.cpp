#include "core/policy/recent_clients.h"

#include "core/policy/decide.h"

#include <cstdlib>

namespace loggia::policy {

std::optional<int> days_to_nearest_service(std::span<const Date> service_days, Date today) {
    std::optional<int> nearest;
    for (Date day : service_days) {
        const int distance = days_between(today, day);
        if (!nearest || std::abs(distance) < std::abs(*nearest)) nearest = distance;
    }
    return nearest;
}

bool is_recent(std::optional<int> days_to_nearest_service) {
    return days_to_nearest_service && std::abs(*days_to_nearest_service) <= recent_client_days;
}

}  // namespace loggia::policy
