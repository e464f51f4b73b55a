#include "core/policy/grant.h"

#include <algorithm>

namespace loggia::policy {
namespace {

struct ReachWords {
    Reach reach;
    std::string_view name;
    std::string_view title;
};

constexpr std::array reaches{
    ReachWords{Reach::none,           "none",           "–"                  },
    ReachWords{Reach::own,            "own",            "own"                },
    ReachWords{Reach::assigned,       "assigned",       "assigned"           },
    ReachWords{Reach::recent_clients, "recent_clients", "recent clients"     },
    ReachWords{Reach::support_tasks,  "support_tasks",  "with a support task"},
    ReachWords{Reach::my_teams,       "my_teams",       "own teams"          },
    ReachWords{Reach::all,            "all",            "all"                },
};

consteval bool one_row_per_reach_in_order() {
    for (std::size_t i = 0; i < reaches.size(); ++i)
        if (reaches[i].reach != static_cast<Reach>(i)) return false;
    return reaches.size() == static_cast<std::size_t>(Reach::all) + 1;
}
static_assert(one_row_per_reach_in_order());

}  // namespace

std::string_view name_of(Reach reach) { return reaches[static_cast<std::size_t>(reach)].name; }

std::string_view title_of(Reach reach) { return reaches[static_cast<std::size_t>(reach)].title; }

std::optional<Reach> reach_named(std::string_view name) {
    const auto found = std::ranges::find(reaches, name, &ReachWords::name);
    return found == reaches.end() ? std::nullopt : std::optional(found->reach);
}

}  // namespace loggia::policy
