#pragma once

#include "core/scheduling/free_times.h"

#include <string>
#include <string_view>

namespace loggia::scheduling {

/// A question about free times in one line of text, so that a test is a table:
///
///     working 09:00-12:00 busy 09:30-10:00 visit 60        →  10:00 10:30 11:00
///
///   working A-B …    another person at work, every day of the week; `and A-B …` adds to their hours
///   room             another room; without any the service needs none; `open A-B …` gives it hours
///   busy A-B …       claims of the last person or room named; times beyond 24:00 are the next day's,
///   negative ones
///                    (-01:00) the day's before
///   visit before after grid notice M     minutes (60, 0, 0, 30, 0)
///   horizon D        days (60)
///   day Y-M-D        the day asked for (2026-11-04, a Wednesday without anything special)
///   clock HH:MM      now, on that day (the day before, 00:00)
///   zone NAME        (Europe/Ljubljana)
///   person N         only this one, counted from 1
///
/// Claims are given in minutes since the first instant of the day, which on a day with a change of clocks is
/// not what the wall shows.
struct Scenario {
    explicit Scenario(std::string_view line);
    Scenario(const Scenario&) = delete;  // `query` points into it
    Scenario& operator=(const Scenario&) = delete;

    /// "10:00 10:30"; with several people "10:00/2", with rooms "10:00@1".
    [[nodiscard]] std::string free_times() const;

    /// "free", or the refusal: "person_busy".
    [[nodiscard]] std::string check(std::string_view clock) const;

    domain::Service service;
    Snapshot snapshot;
    FreeTimesQuery query;
};

}  // namespace loggia::scheduling
