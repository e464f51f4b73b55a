#pragma once

#include "core/scheduling/free_times.h"

#include <cstdint>
#include <functional>
#include <vector>

/// Free times a second time, written for being obviously right: it tries every minute and looks all
/// along every visit. Nothing of it is shared with the code under test but the zone, which zone.test.cpp
/// proves by itself.
namespace loggia::scheduling {

[[nodiscard]] std::expected<FreeTime, Refusal> scan_start(const Snapshot& snapshot, const FreeTimesQuery& query,
                                                          Instant starts_at);
[[nodiscard]] std::vector<FreeTime> scan_free_times(const Snapshot& snapshot, const FreeTimesQuery& query);

/// A source of small numbers: a fixed generator, or RapidCheck, which then shrinks what it found.
using Choose = std::function<int(int least, int most)>;

/// A made-up business and question, rich in what goes wrong: days on which clocks change, hours that meet,
/// claims that overlap and cross midnight, uneven durations.
struct Case {
    domain::Service service;
    Snapshot snapshot;
    FreeTimesQuery query;  ///< without `service`: see `asked`

    [[nodiscard]] FreeTimesQuery asked() const {
        FreeTimesQuery question = query;
        question.service = &service;
        return question;
    }
};
[[nodiscard]] Case make_case(const Choose& choose);

/// Where listing, checking and scanning disagree, in words; empty if nowhere.
[[nodiscard]] std::string disagreement(const Case& made, const Choose& choose);

}  // namespace loggia::scheduling
