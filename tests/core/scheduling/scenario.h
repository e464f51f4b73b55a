#pragma once

#include "core/scheduling/explain_start.h"
#include "core/scheduling/free_times.h"

#include <string>
#include <string_view>

namespace loggia::scheduling {

/// A question about free times in one line of text, so that a test is a table:
///
///     working 09:00-12:00 busy 09:30-10:00 visit 60        →  10:00 10:30 11:00
///
///   working A-B …    another person at work, every day of the week; `and A-B …` adds to their hours
///   instead A-B …    on the day asked about, in place of the last person's hours; `off` instead of any
///   away A-B …       leave of the last person that was approved; `asking` only asked for
///   takes M          what a visit takes with the last person
///   daily weekly N   bookings of the last person; `worked worked-week M` minutes; `serves A-B …` what there is
///   room             another room; without any the service needs none; `open A-B …` gives it hours
///   equipment N      another kind, N units of it; `needs N` of them for a visit (1)
///   units N          the capacity of the last room
///   busy A-B …       claims of the last person or thing named; times beyond 24:00 are the next day's,
///   negative ones
///                    (-01:00) the day's before
///   opening A-B …    of the location, every day
///   closed A-B …     the location is, on the day asked about
///   has A-B …        bookings of the client it is for; `client-open client-daily client-weekly N`
///   visit before after grid notice M     minutes (60, 0, 0, 30, 0)
///   horizon D        days (60)
///   until N@HH:MM    the cut-off, so many days before
///   own-notice own-horizon own-until     the service's, in place of the business's
///   day Y-M-D        the day asked for (2026-11-04, a Wednesday without anything special)
///   clock HH:MM      now, on that day (the day before, 00:00)
///   zone NAME        (Europe/Ljubljana)
///   person N         only this one, counted from 1
///   waived NAME …    refusals
///
/// Claims, leave and bookings are given in minutes since the first instant of the day, which on a day with a change
/// of clocks is not what the wall shows.
struct Scenario {
    explicit Scenario(std::string_view line);
    Scenario(const Scenario&) = delete;  // `query` points into it
    Scenario& operator=(const Scenario&) = delete;

    /// "10:00 10:30"; with several people "10:00/2", with rooms "10:00@1".
    [[nodiscard]] std::string free_times() const;

    /// "free", or the refusal: "person_busy".
    [[nodiscard]] std::string check(std::string_view clock) const;

    /// What staff hear: "Person 1 is taken from Wed 4 Nov, 10:00 to Wed 4 Nov, 10:30. Room 2 …".
    [[nodiscard]] std::string explain(std::string_view clock) const;

    [[nodiscard]] Instant at(std::string_view clock) const;

    domain::Service service;
    Snapshot snapshot;
    FreeTimesQuery query;
};

}  // namespace loggia::scheduling
