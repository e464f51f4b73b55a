#include "portal/screens/screens.h"

#include "portal/screens/account/registration_screen.h"
#include "portal/screens/account/sign_in_screen.h"
#include "portal/screens/book/booked_screen.h"
#include "portal/screens/book/choose_screen.h"
#include "portal/screens/book/details_screen.h"
#include "portal/screens/book/series_screen.h"
#include "portal/screens/calendar/calendar_screen.h"
#include "portal/screens/calendar/cover_screen.h"
#include "portal/screens/home/home_screen.h"
#include "portal/screens/roles/custom_role_screen.h"
#include "portal/screens/roles/history_screen.h"
#include "portal/screens/roles/people_screen.h"
#include "portal/screens/roles/roles_screen.h"
#include "portal/screens/roles/who_can_screen.h"

namespace loggia::portal {

namespace {

template <class SomeScreen> std::unique_ptr<Screen> make() { return std::make_unique<SomeScreen>(); }

constexpr std::array entries{
    ScreenEntry{Place::choose_service,   make<ChooseScreen>      },
    ScreenEntry{Place::choose_time,      make<ChooseScreen>      },
    ScreenEntry{Place::details,          make<DetailsScreen>     },
    ScreenEntry{Place::series,           make<SeriesScreen>      },
    ScreenEntry{Place::booked,           make<BookedScreen>      },
    ScreenEntry{Place::sign_in,          make<SignInScreen>      },
    ScreenEntry{Place::registration,     make<RegistrationScreen>},
    ScreenEntry{Place::my_home,          make<HomeScreen>        },
    ScreenEntry{Place::calendar,         make<CalendarScreen>    },
    ScreenEntry{Place::calendar_week,    make<CalendarScreen>    },
    ScreenEntry{Place::calendar_booking, make<CalendarScreen>    },
    ScreenEntry{Place::cover,            make<CoverScreen>       },
    ScreenEntry{Place::roles,            make<RolesScreen>       },
    ScreenEntry{Place::people,           make<PeopleScreen>      },
    ScreenEntry{Place::who_can,          make<WhoCanScreen>      },
    ScreenEntry{Place::access_history,   make<HistoryScreen>     },
    ScreenEntry{Place::custom_role,      make<CustomRoleScreen>  },
};

consteval bool every_route_has_its_screen() {
    if (entries.size() != routes.size()) return false;
    for (std::size_t i = 0; i < routes.size(); ++i)
        if (entries[i].place != routes[i].place) return false;
    return true;
}
static_assert(every_route_has_its_screen());

}  // namespace

std::span<const ScreenEntry> screens() { return entries; }

}  // namespace loggia::portal
