#pragma once

#include "core/policy/decide.h"

#include <span>
#include <string_view>
#include <vector>

/// What each statement of cells.csv means in permissions. The statement's `expected` says how they are asked; see
/// cells.test.cpp.
namespace loggia::policy {

/// In which sense a record is mine where the statement says "own".
enum class Mine { about_me, served_by_me };

struct Statement {
    std::string_view capability;  ///< exactly as in cells.csv
    std::vector<Permission> permissions;
    Mine mine = Mine::about_me;
    std::vector<Permission> without{};  ///< what "view", "limited" and "own" leave out
};

[[nodiscard]] std::span<const Statement> operator_statements();
[[nodiscard]] std::span<const Statement> workspace_statements();
[[nodiscard]] std::span<const Statement> petcare_statements();
[[nodiscard]] std::span<const Statement> studio_statements();

}  // namespace loggia::policy
