#include "core/policy/grant.h"

#include <algorithm>

namespace loggia::policy {
namespace {

struct SwitchWords {
    Switch which;
    std::string_view name;
    std::string_view phrase;
};

// clang-format off
constexpr std::array switches{
    SwitchWords{Switch::none,                      "none",                      ""},
    SwitchWords{Switch::limited_staff_attendance,  "limited_staff_attendance",  "attendance by limited staff"},
    SwitchWords{Switch::limited_staff_cancellation,"limited_staff_cancellation","cancelling by limited staff"},
    SwitchWords{Switch::messaging,                 "messaging",                 "messages"},
    SwitchWords{Switch::time_tracking,             "time_tracking",             "time tracking by providers"},
    SwitchWords{Switch::view_customers,            "view_customers",            "seeing customers by providers"},
    SwitchWords{Switch::edit_customers,            "edit_customers",            "changing customers by providers"},
    SwitchWords{Switch::accept_tips,               "accept_tips",               "tips"},
    SwitchWords{Switch::ask_for_payment,           "ask_for_payment",           "asking for payment by providers"},
    SwitchWords{Switch::plan_grow,                 "plan_grow",                 "the Grow plan"},
};
// clang-format on

consteval bool one_row_per_switch_in_order() {
    for (std::size_t i = 0; i < switches.size(); ++i)
        if (switches[i].which != static_cast<Switch>(i)) return false;
    return switches.size() == switch_count;
}
static_assert(one_row_per_switch_in_order());

}  // namespace

std::string_view name_of(Switch which) { return switches[static_cast<std::size_t>(which)].name; }

std::optional<Switch> switch_named(std::string_view name) {
    const auto found = std::ranges::find(switches, name, &SwitchWords::name);
    return found == switches.end() ? std::nullopt : std::optional(found->which);
}

std::string_view phrase_of(Switch which) { return switches[static_cast<std::size_t>(which)].phrase; }

}  // namespace loggia::policy
