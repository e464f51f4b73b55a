#include "server/storage/demo_businesses.h"

#include "embedded/demo_operator.h"
#include "embedded/demo_petcare.h"
#include "embedded/demo_studio.h"
#include "embedded/demo_workspace.h"

#include <algorithm>

namespace loggia::storage {

namespace {

using policy::Role;

// clang-format off
constexpr std::array studio{
    DemoAccount{"helena@harbour.example",   "Helena Roth",  Role::owner            },
    DemoAccount{"petra@harbour.example",    "Petra Zupan",  Role::manager          },
    DemoAccount{"mia@harbour.example",      "Mia Hart",     Role::staff            },
    DemoAccount{"ana@harbour.example",      "Ana Novak",    Role::staff            },
    DemoAccount{"ben@harbour.example",      "Ben Keller",   Role::limited_staff    },
    DemoAccount{"mara@example.org",         "Mara Kovač",   Role::client           },
};
constexpr std::array workspace{
    DemoAccount{"maja@lipa.example",        "Maja Lipa",    Role::owner            },
    DemoAccount{"urska@lipa.example",       "Urška Golob",  Role::manager          },
    DemoAccount{"tina@lipa.example",        "Tina Rozman",  Role::member           },
    DemoAccount{"nina@example.org",         "Nina Oblak",   Role::client           },
};
constexpr std::array operating{
    DemoAccount{"fiona@brightside.example", "Fiona Doyle",  Role::owner            },
    DemoAccount{"mark@brightside.example",  "Mark Lynch",   Role::administrator    },
    DemoAccount{"paula@brightside.example", "Paula Silva",  Role::service_provider },
    DemoAccount{"aoife@example.org",        "Aoife Byrne",  Role::client           },
};
constexpr std::array petcare{
    DemoAccount{"marsha@marshlane.example", "Marsha Lane",  Role::owner_admin      },
    DemoAccount{"dev@marshlane.example",    "Dev Patel",    Role::admin            },
    DemoAccount{"rosie@marshlane.example",  "Rosie Hughes", Role::service_performer},
    DemoAccount{"bea@marshlane.example",    "Bea Clarke",   Role::service_supporter},
    DemoAccount{"holly@example.org",        "Holly Baker",  Role::client           },
};
// clang-format on

const std::array businesses{
    DemoBusiness{demo_names[0], studio,    embedded::demo_studio   },
    DemoBusiness{demo_names[1], workspace, embedded::demo_workspace},
    DemoBusiness{demo_names[2], operating, embedded::demo_operator },
    DemoBusiness{demo_names[3], petcare,   embedded::demo_petcare  },
};

}  // namespace

std::span<const DemoBusiness> demo_businesses() { return businesses; }

const DemoBusiness* demo_named(std::string_view name) {
    const auto found = std::ranges::find(businesses, name, &DemoBusiness::name);
    return found == businesses.end() ? nullptr : &*found;
}

}  // namespace loggia::storage
