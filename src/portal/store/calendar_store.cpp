#include "portal/store/calendar_store.h"

#include <algorithm>

namespace loggia::portal {

namespace {
constexpr std::size_t most_weeks = 12;
}

Date monday_of(Date day) {
    const auto weekday = std::chrono::weekday(day_of(day));
    return plus_days(day, -static_cast<int>(weekday.iso_encoding() - 1));
}

const Remote<api::BookingList>& CalendarStore::want(Date monday) {
    Week* week = find(monday);
    if (!week) {
        if (m_weeks.size() >= most_weeks) m_weeks.erase(m_weeks.begin());
        week = m_weeks.emplace_back(std::make_unique<Week>(Week{.monday = monday})).get();
    }
    if (week->is_stale && !week->is_on_the_way) ask(*week);
    return week->bookings;
}

CalendarStore::Week* CalendarStore::find(Date monday) const {
    const auto found = std::ranges::find_if(m_weeks, [&](const auto& week) { return week->monday == monday; });
    return found == m_weeks.end() ? nullptr : found->get();
}

void CalendarStore::ask(Week& week) {
    week.is_stale = false;
    week.is_on_the_way = true;
    if (!here(week.bookings)) week.bookings = Loading{};
    const api::CalendarRequest request{week.monday, plus_days(week.monday, days_in_week - 1)};
    m_client.call<"list_calendar">(
        request, [this, monday = week.monday, generation = m_generation](Result<api::BookingList> reply) {
            Week* asked = find(monday);
            if (!asked || generation != m_generation) return;
            asked->is_on_the_way = false;
            refresh(asked->bookings, std::move(reply));
        });
}

void CalendarStore::apply(const api::BookingView& record, const scheduling::Zone& zone) {
    const Date monday = monday_of(zone.date_at(record.starts_at));
    for (auto& week : m_weeks) {
        auto* list = std::get_if<api::BookingList>(&week->bookings);
        if (!list) continue;
        std::erase_if(list->bookings, [&](const api::BookingView& booking) { return booking.id == record.id; });
        if (week->monday == monday) list->bookings.push_back(record);
    }
}

void CalendarStore::mark_stale(Date on) {
    if (Week* week = find(monday_of(on))) week->is_stale = true;
}

void CalendarStore::mark_all_stale() {
    for (auto& week : m_weeks) week->is_stale = true;
}

void CalendarStore::try_again() {
    for (auto& week : m_weeks)
        if (failure(week->bookings)) week->is_stale = true;
}

void CalendarStore::clear() {
    ++m_generation;
    m_weeks.clear();
}

}  // namespace loggia::portal
