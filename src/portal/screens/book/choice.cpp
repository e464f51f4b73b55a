#include "portal/screens/book/choice.h"

#include "core/base/civil.h"

#include <algorithm>

namespace loggia::portal {

namespace {

constexpr int most_days_in_a_request = 62;

std::vector<UrlParameter> parameters_of(const Choice& choice) {
    return {
        {"service", choice.service ? url_text(choice.service->id) : std::string{}    },
        {"person",  choice.person ? url_text(*choice.person) : std::string{}         },
        {"date",    choice.date && !choice.at ? to_text(*choice.date) : std::string{}},
        {"at",      choice.at ? url_text(*choice.at) : std::string{}                 },
    };
}

std::optional<api::FreeTimesRequest> request_between(const Choice& choice, Date from, Date to) {
    if (!choice.service || from > to) return std::nullopt;
    const Date last = std::min(to, plus_days(from, most_days_in_a_request));
    return api::FreeTimesRequest{choice.service->id, choice.person, from, last};
}

}  // namespace

Choice choice_in(const Context& context) {
    Choice choice;
    if (const auto id = context.address.id<ServiceId>("service"))
        choice.service = context.store.business.service(*id);
    if (!choice.service) return choice;
    const auto person = context.address.id<PersonId>("person");
    if (person && std::ranges::find(choice.service->performers, *person) != choice.service->performers.end())
        choice.person = person;
    choice.at = context.address.instant("at");
    choice.date = choice.at ? context.zone().date_at(*choice.at) : context.address.date("date");
    return choice;
}

std::string choose_time_url(const Choice& choice) { return url_of(Place::choose_time, parameters_of(choice)); }
std::string details_url(const Choice& choice) { return url_of(Place::details, parameters_of(choice)); }
std::string series_url(const Choice& choice) { return url_of(Place::series, parameters_of(choice)); }

Bookable bookable_days(const Context& context) {
    const auto* business = here(context.store.business.business());
    const Date today = context.today();
    return {today, plus_days(today, business ? static_cast<int>(business->horizon_days) : 0)};
}

std::optional<api::FreeTimesRequest> request_for(const Choice& choice, Month month, Bookable days) {
    return request_between(choice, std::max(days.from, first_day(month)), std::min(days.to, last_day(month)));
}

std::optional<api::FreeTimesRequest> request_after(const Choice& choice, Month month, Bookable days) {
    return request_between(choice, std::max(days.from, plus_days(last_day(month), 1)), days.to);
}

std::vector<CivilFreeTime> by_the_clock(const api::FreeTimesView& times, const scheduling::Zone& zone) {
    std::vector<CivilFreeTime> result;
    result.reserve(times.times.size());
    for (const auto& view : times.times) {
        const CivilTime time = zone.to_civil(view.starts_at);
        result.push_back({date_of(std::chrono::floor<days>(time)), time, &view});
    }
    return result;
}

const scheduling::Zone* differing_zone(const Context& context, Instant at) {
    const auto* zone = scheduling::Zone::find(context.visitor_zone);
    return zone && zone->offset_at(at) != context.zone().offset_at(at) ? zone : nullptr;
}

}  // namespace loggia::portal
