#pragma once

#include "core/scheduling/explain_start.h"
#include "scheduling/made_case.h"

#include <string>
#include <vector>

namespace loggia::scheduling {

/// The case as it is once these are gone: the closure deleted, the leave declined, the claim moved, the limit raised
/// …
[[nodiscard]] Case without(Case made, const std::vector<Obstacle>& obstacles);

[[nodiscard]] Case asking_for(Case made, PersonId person);

/// Where an explanation does not name what keeps a start from being booked, or names more, in words; empty if
/// nowhere.
[[nodiscard]] std::string unexplained_start(const Case& made, const Choose& choose);

}  // namespace loggia::scheduling
