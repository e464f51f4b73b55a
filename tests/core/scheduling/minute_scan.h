#pragma once

#include "core/scheduling/explain_start.h"
#include "core/scheduling/free_times.h"
#include "scheduling/made_case.h"

#include <expected>
#include <vector>

/// Free times a second time, written for being obviously right: it tries every minute and looks all
/// along every visit. Nothing of it is shared with the code under test but the zone, which zone.test.cpp
/// proves by itself.
namespace loggia::scheduling {

[[nodiscard]] std::expected<FreeTime, Refusal> scan_start(const Snapshot& snapshot, const FreeTimesQuery& query,
                                                          Instant starts_at);
[[nodiscard]] std::vector<FreeTime> scan_free_times(const Snapshot& snapshot, const FreeTimesQuery& query);

/// Where listing, checking and scanning disagree, in words; empty if nowhere.
[[nodiscard]] std::string disagreement(const Case& made, const Choose& choose);

}  // namespace loggia::scheduling
