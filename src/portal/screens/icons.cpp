#include "portal/screens/icons.h"

#include "icons.generated.h"

namespace loggia::portal {

namespace {

struct NamedIcon {
    std::string_view name;
    ui::Icon icon;
};

/// What a service may be pictured by.
constexpr NamedIcon service_icons[]{
    {"briefcase",       ui::icon::briefcase      },
    {"camera",          ui::icon::camera         },
    {"car",             ui::icon::car            },
    {"dog",             ui::icon::dog            },
    {"graduation-cap",  ui::icon::graduation_cap },
    {"heart",           ui::icon::heart          },
    {"house",           ui::icon::house          },
    {"languages",       ui::icon::languages      },
    {"mic-vocal",       ui::icon::mic_vocal      },
    {"music",           ui::icon::music          },
    {"music-2",         ui::icon::music_2        },
    {"package",         ui::icon::package        },
    {"paintbrush",      ui::icon::paintbrush     },
    {"paw-print",       ui::icon::paw_print      },
    {"piano",           ui::icon::piano          },
    {"scissors",        ui::icon::scissors       },
    {"sparkles",        ui::icon::sparkles       },
    {"spray-can",       ui::icon::spray_can      },
    {"star",            ui::icon::star           },
    {"users",           ui::icon::users          },
    {"washing-machine", ui::icon::washing_machine},
    {"wrench",          ui::icon::wrench         },
};

}  // namespace

ui::Icon icon_of(std::string_view name) {
    for (const auto& row : service_icons)
        if (row.name == name) return row.icon;
    return ui::icon::calendar;
}

ui::Icon business_emblem(const BusinessStore& business) {
    const auto* list = here(business.services());
    if (!list || list->services.empty()) return ui::icon::store;
    const auto icon = icon_of(list->services.front().icon);
    return icon == ui::icon::music ? ui::icon::piano : icon;
}

}  // namespace loggia::portal
