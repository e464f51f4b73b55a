#pragma once

#include "core/policy/decide.h"

#include <array>

/// The `studio` model: visitor / client / limited staff / staff / manager / owner.
namespace loggia::policy::studio {

/// How far one role reaches with one permission, and the switch that must be on for it.
struct Cell {
    Reach reach = Reach::none;
    Switch condition = Switch::none;

    // Implicit, so that a cell of the matrix can be written as the reach alone.
    constexpr Cell(Reach reach_, Switch condition_ = Switch::none) : reach(reach_), condition(condition_) {}
    constexpr bool operator==(const Cell&) const = default;
};

struct Row {
    Permission permission;
    std::array<Cell, all_roles.size()> cells;
};

/// The whole access policy of the model.
[[nodiscard]] const Row& row_of(Permission permission);

}  // namespace loggia::policy::studio
