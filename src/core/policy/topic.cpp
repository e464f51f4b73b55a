#include "core/policy/topic.h"

#include <algorithm>
#include <array>

namespace loggia::policy {
namespace {

constexpr std::array rows{
    Topic{"before_signing_in", Permission::browse_business        },
    Topic{"accounts",          Permission::sign_in                },
    Topic{"dashboards",        Permission::enter_staff_portal     },
    Topic{"bookings",          Permission::hold_time              },
    Topic{"calendar",          Permission::view_calendar          },
    Topic{"clients",           Permission::view_client_name       },
    Topic{"files",             Permission::manage_own_files       },
    Topic{"clients_money",     Permission::view_prices_of_bookings},
    Topic{"business_money",    Permission::view_revenue           },
    Topic{"reports",           Permission::view_reports           },
    Topic{"people",            Permission::view_staff_contact     },
    Topic{"services",          Permission::create_services        },
    Topic{"teams",             Permission::create_team            },
    Topic{"settings",          Permission::modify_core_settings   },
};

static_assert(rows.front().first == Permission{});
static_assert(std::ranges::is_sorted(rows, std::ranges::less{}, &Topic::first));

}  // namespace

std::span<const Topic> topics() { return rows; }

std::size_t topic_of(Permission permission) {
    const auto next = std::ranges::upper_bound(rows, permission, {}, &Topic::first);
    return static_cast<std::size_t>(next - rows.begin()) - 1;
}

}  // namespace loggia::policy
