#pragma once

#include "core/policy/model.h"
#include "portal/words/words.h"
#include "ui/specs.h"

#include <string>
#include <string_view>

namespace loggia::portal {

/// "see the calendar", to stand within a sentence.
[[nodiscard]] std::string_view phrase_of(const Words& words, policy::Permission permission);

/// "See the calendar", to stand at the beginning.
[[nodiscard]] std::string title_of(const Words& words, policy::Permission permission);

/// "Limited staff"
[[nodiscard]] std::string_view title_of(const Words& words, policy::Role role);

/// What a role may, as it stands in the matrix: "All", "Own", "Clients ±15 days", "Limited staff, staff". Empty if it
/// may not.
[[nodiscard]] std::string words_of(const Words& words, const policy::Model& model, const policy::Cell& cell);

/// Everything, only what is one's own, or something between.
[[nodiscard]] ui::Tone tone_of(const policy::Cell& cell);

}  // namespace loggia::portal
