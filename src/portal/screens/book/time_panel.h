#pragma once

#include "portal/screens/book/choice.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace loggia::portal {

/// The month in front of the person and what is free in it.
struct MonthView {
    Month month;
    Bookable days;
    const Remote<api::FreeTimesView>* times = nullptr;  ///< null: the month has no bookable day
    std::vector<CivilFreeTime> free;                    ///< ascending; empty while not here
    bool is_settled = false;                            ///< `free` is the latest there is
    std::optional<Date> date;                           ///< chosen, or the first with a free time
    std::optional<Date> next_free;                      ///< after a month without any
    bool is_searching = false;                          ///< for that day
};

/// Times of one day.
[[nodiscard]] std::span<const CivilFreeTime> times_on(const MonthView& view, Date date);

/// Anyone, or one of those who perform the service. Nothing: unchanged; else who is wanted now.
struct PersonAnswer {
    std::optional<PersonId> person;
};
[[nodiscard]] std::optional<PersonAnswer> draw_people(ui::Page& page, const Context& context, const Choice& choice);

struct MonthIntent {
    std::optional<Date> date;
    int months = 0;  ///< to leaf through
    bool try_again = false;
};
[[nodiscard]] MonthIntent draw_month(ui::Page& page, const Context& context, const Choice& choice,
                                     const MonthView& view);

/// The times of the chosen day; returns the one that was pressed.
[[nodiscard]] std::optional<Instant> draw_times(ui::Page& page, const Context& context, const Choice& choice,
                                                const MonthView& view, std::string_view notice);

/// What is about to be booked, and the way on.
void draw_summary(ui::Page& page, const Context& context, const Choice& choice, const CivilFreeTime& time);

}  // namespace loggia::portal
