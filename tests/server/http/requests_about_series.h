#pragma once

#include "server/http/requests_about_changes.h"

/// Requests about several visits booked as one: see requests_about.h.
namespace loggia::testing {

/// For whom the request may be made, each with what else `make` gives it.
template <class Request>
void add_people_to_book_for(Requests<Request>& requests, RecordedDemo& demo, const Account& account,
                            const std::function<Request()>& make) {
    const auto add = [&](Whose whose, PersonId person, std::optional<policy::Subject> subject) {
        const bool is_there =
            subject && policy::decide(account.actor, policy::Permission::create_booking, *subject).allowed;
        auto request = make();
        request.for_person_id = person;
        requests.push_back({"for_person_id", whose, std::move(request), {.is_there = is_there}});
    };
    if (const auto me = account.actor.person) {
        add(Whose::own, *me, policy::Subject{.client = *me});
        add(Whose::dependents, account.dependent,
            policy::Subject{.client = account.dependent, .account_manager = *me});
    }
    const PersonId manager = demo.client();
    const PersonId somebody = demo.client(manager);
    add(Whose::anothers, somebody, policy::Subject{.client = somebody, .account_manager = manager});
    add(Whose::other_business, other_person, {});
    add(Whose::missing, missing_person, {});
}

template <>
inline Requests<api::SeriesPlanRequest> requests_about<Row<"plan_series">>(RecordedDemo& demo,
                                                                           const Account& account) {
    const std::function<api::SeriesPlanRequest()> sound = [&]() -> api::SeriesPlanRequest {
        const Date day = plus_days(demo.catalog().today(demo.now()), 3);
        return {demo.catalog().services.front().id,
                demo.performer(),
                demo.catalog().zone->day(day).from,
                "FREQ=WEEKLY;COUNT=2",
                {}};
    };
    auto requests = requests_about_times<api::SeriesPlanRequest>(demo, sound);
    add_people_to_book_for(requests, demo, account, sound);
    return requests;
}

template <>
inline Requests<api::SeriesRequest> requests_about<Row<"book_series">>(RecordedDemo& demo, const Account& account) {
    const std::function<api::SeriesRequest()> sound = [&]() -> api::SeriesRequest {
        const auto time = demo.free_time();
        return {time.service_id, {{time.starts_at, *time.person_id}}, {}};
    };
    const auto with_service = [&](ServiceId service) -> api::SeriesRequest {
        return {service, {{demo.now(), demo.performer()}}, {}};
    };
    Requests<api::SeriesRequest> requests{
        {"service_id", Whose::own,            sound(),                       {.is_there = true}},
        {"service_id", Whose::other_business, with_service(other_service),   {}                },
        {"service_id", Whose::missing,        with_service(missing_service), {}                },
    };
    add_people_to_book_for(requests, demo, account, sound);
    return requests;
}

template <>
inline Requests<api::BookingStep> requests_about<Row<"approve_booking">>(RecordedDemo& demo, const Account& account) {
    return requests_about_step(demo, account, booking::Operation::approve);
}
template <>
inline Requests<api::BookingStep> requests_about<Row<"decline_booking">>(RecordedDemo& demo, const Account& account) {
    return requests_about_step(demo, account, booking::Operation::decline);
}

}  // namespace loggia::testing
