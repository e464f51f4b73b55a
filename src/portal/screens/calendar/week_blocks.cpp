#include "portal/screens/calendar/week_blocks.h"

#include "core/base/civil.h"
#include "ui/widgets/week_grid.h"

#include <algorithm>

namespace loggia::portal {

namespace {

constexpr int minutes_in_hour = 60;
constexpr int minutes_in_day = 24 * minutes_in_hour;
constexpr int usual_first_minute = 8 * minutes_in_hour;
constexpr int usual_last_minute = 19 * minutes_in_hour;
constexpr ui::Milliseconds minute_ms = 60'000;

int minute_of(CivilTime time, Date date) {
    return static_cast<int>(std::chrono::duration_cast<minutes>(time - day_of(date)).count());
}

}  // namespace

WeekBlocks::WeekBlocks(const Context& context, CalendarSpan span, std::span<const api::BookingView* const> bookings,
                       std::optional<BookingId> selected)
    : m_span(span) {
    for (int i = 0; i < days_in_week; ++i) m_week.push_back(day_words(context.words, plus_days(span.monday, i)));
    for (const auto* booking : bookings) add(context, *booking, booking->id == selected);
}

WeekBlocks::DayWords WeekBlocks::day_words(const Words& words, Date date) {
    return {
        date,
        to_text(date),
        std::string(words.weekday_name(date)),
        std::to_string(static_cast<unsigned>(date.day())),
        words.long_date(date),
        url_of(Place::calendar_week, {{"date", to_text(date)}}
         )
    };
}

void WeekBlocks::add(const Context& context, const api::BookingView& booking, bool is_selected) {
    const auto& business = context.store.business;
    const auto from = context.zone().to_civil(booking.starts_at);
    const auto to = context.zone().to_civil(booking.ends_at);
    const Date date = date_of(std::chrono::floor<days>(from));
    const int day = days_between(m_span.from, date);
    if (day < 0 || day >= m_span.days) return;
    const auto service = business.service_name(booking.service_id);
    const auto performer = business.person_name(booking.person_id);
    const bool is_held = booking.status == domain::BookingStatus::held;
    const std::string client =
        is_held ? std::string(context.words.being_booked()) : booking.client_name.value_or(std::string{});
    const int begins = minute_of(from, date);
    m_blocks.push_back({
        .day = day,
        .from = begins,
        .to = std::clamp(minute_of(to, date), begins + 5, minutes_in_day),
        .key = url_text(booking.id),
        .title = client.empty() ? std::string(service) : client,
        .subtitle = joined({client.empty() ? std::string_view{} : service, first_name(performer)}),
        .spoken = context.words.booking_in_full(service, client, from, to, performer, booking.status),
        .hue = business.hue(booking.person_id),
        .is_selected = is_selected,
        .is_held = is_held || booking.status == domain::BookingStatus::requested,
    });
}

std::string_view WeekBlocks::draw(ui::Page& page, const Context& context) const {
    std::vector<ui::CalendarDay> week;
    for (const auto& day : m_week)
        week.push_back({day.key, day.weekday, day.number, day.spoken, day.date == context.today(), day.href});
    std::vector<ui::CalendarBlock> blocks;
    int first = usual_first_minute;
    int last = usual_last_minute;
    for (const auto& block : m_blocks) {
        first = std::min(first, block.from / minutes_in_hour * minutes_in_hour);
        last = std::max(last, (block.to + minutes_in_hour - 1) / minutes_in_hour * minutes_in_hour);
        blocks.push_back({block.key, block.day, block.from, block.to, block.title, block.subtitle, block.spoken,
                          block.hue, block.is_selected, block.is_held});
    }
    const int offset = days_between(m_span.monday, m_span.from);
    const auto now = context.zone().to_civil(context.now());
    const int today = days_between(m_span.from, context.today());
    const int minute = minute_of(now, context.today());
    const bool shows_now = today >= 0 && today < m_span.days && minute >= first && minute <= last;
    if (shows_now) page.wake_at((context.now_ms / minute_ms + 1) * minute_ms);
    ui::CalendarWeek calendar{
        .days = std::span(week).subspan(static_cast<std::size_t>(offset), static_cast<std::size_t>(m_span.days)),
        .blocks = blocks,
        .first_minute = first,
        .last_minute = last,
        .now_day = shows_now ? today : -1,
        .now_minute = minute,
        .strip_day = offset,
        .name = context.words.calendar(),
    };
    if (m_span.days == 1) calendar.strip = week;
    return ui::week_grid(page, "week", calendar).block;
}

}  // namespace loggia::portal
