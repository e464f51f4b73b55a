#pragma once

#include "core/policy/permission.h"
#include "core/policy/role.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace loggia::policy {

/// Which records a grant reaches. Each includes what its name says and no more; see `decide`.
enum class Reach : std::uint8_t {
    none,
    own,             ///< about me, or about a dependent whose account I manage
    assigned,        ///< bookings, requests and tasks I am to serve
    recent_clients,  ///< clients I served in the last 15 days or will serve within the next 15 (reading A21)
    support_tasks,   ///< clients with an open support task (reading A12)
    my_teams,
    all,
};
inline constexpr auto reach_count = static_cast<std::size_t>(Reach::all) + 1;

/// On the wire and in tables: "recent_clients".
[[nodiscard]] std::string_view name_of(Reach reach);
[[nodiscard]] std::optional<Reach> reach_named(std::string_view name);
/// In documents: "recent clients".
[[nodiscard]] std::string_view title_of(Reach reach);

/// A condition that holds for a whole business: access rights and settings it turns on and off itself, and what its
/// plan includes. A grant without a condition carries `none`.
enum class Switch : std::uint8_t {
    none,
    limited_staff_attendance,
    limited_staff_cancellation,
    messaging,
    time_tracking,
    view_customers,
    edit_customers,
    accept_tips,
    ask_for_payment,
    plan_grow,  ///< the plan is Grow or above (reading A1)
};
inline constexpr auto switch_count = static_cast<std::size_t>(Switch::plan_grow) + 1;

/// "limited_staff_attendance"
[[nodiscard]] std::string_view name_of(Switch which);
[[nodiscard]] std::optional<Switch> switch_named(std::string_view name);
/// Completes "switched off: …": "attendance by limited staff".
[[nodiscard]] std::string_view phrase_of(Switch which);

class SwitchSet {
public:
    constexpr SwitchSet() = default;
    constexpr void turn_on(Switch which) { m_bits |= 1U << static_cast<unsigned>(which); }
    constexpr void flip(Switch which) { m_bits ^= 1U << static_cast<unsigned>(which); }
    [[nodiscard]] constexpr bool is_on(Switch which) const {
        return which == Switch::none || (m_bits & (1U << static_cast<unsigned>(which))) != 0;
    }
    [[nodiscard]] constexpr std::uint32_t bits() const { return m_bits; }
    [[nodiscard]] static constexpr SwitchSet from_bits(std::uint32_t bits) {
        SwitchSet set;
        set.m_bits = bits;
        return set;
    }
    constexpr bool operator==(const SwitchSet&) const = default;

private:
    std::uint32_t m_bits = 0;
};

/// What one role may with one permission: how far it reaches, the switch that must be on, and, on grants about people
/// and roles, the roles it may touch.
struct Cell {
    Reach reach = Reach::none;
    Switch condition = Switch::none;
    RoleSet may_touch{};

    // Implicit, so that a cell of a matrix can be written as the reach alone.
    constexpr Cell(Reach reach_ = Reach::none, Switch condition_ = Switch::none, RoleSet may_touch_ = {})
        : reach(reach_), condition(condition_), may_touch(may_touch_) {}
    constexpr bool operator==(const Cell&) const = default;
};

/// Whether whatever `lesser` allows, `greater` allows as well.
[[nodiscard]] constexpr bool covers(const Cell& greater, const Cell& lesser) {
    if (lesser.reach == Reach::none) return true;
    const bool reaches = greater.reach == Reach::all || greater.reach == lesser.reach;
    const bool is_on = greater.condition == Switch::none || greater.condition == lesser.condition;
    const bool touches =
        greater.may_touch.empty() || (!lesser.may_touch.empty() && greater.may_touch.covers(lesser.may_touch));
    return reaches && is_on && touches;
}

/// role × permission × reach × condition × whom it may touch.
struct Grant {
    Permission permission{};
    Role role{};
    Cell cell;

    constexpr bool operator==(const Grant&) const = default;
};

}  // namespace loggia::policy
