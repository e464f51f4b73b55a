#include "core/domain/hours.h"

#include <array>

namespace loggia::domain {
namespace {

constexpr std::array<std::string_view, 3> leave_status_names{"requested", "approved", "declined"};

}  // namespace

std::string_view name_of(LeaveStatus status) { return leave_status_names[static_cast<std::size_t>(status)]; }

std::optional<LeaveStatus> leave_status_named(std::string_view name) {
    for (std::size_t status = 0; status < leave_status_names.size(); ++status)
        if (leave_status_names[status] == name) return static_cast<LeaveStatus>(status);
    return std::nullopt;
}

}  // namespace loggia::domain
