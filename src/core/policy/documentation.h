#pragma once

#include "core/policy/model.h"

#include <string>

namespace loggia::policy {

/// The model's matrix as Markdown: docs/permissions/<model>.md is exactly this. One row per permission, one column
/// per role; the same words that the portal and the command line use.
[[nodiscard]] std::string documentation_of(const Model& model);

/// The same as a table for programs, comma-separated: permission, role, reach, condition, and the roles it may touch.
/// A line for every cell, also where it is empty.
[[nodiscard]] std::string table_of(const Model& model);

/// One cell in words: "own", "assigned, if attendance by limited staff is on", "all, of members"; "–" if empty.
[[nodiscard]] std::string words_of(const Model& model, const Cell& cell);

}  // namespace loggia::policy
