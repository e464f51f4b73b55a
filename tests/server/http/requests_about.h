#pragma once

#include "core/api/fields.h"
#include "server/http/recorded_demo.h"

#include <algorithm>
#include <concepts>
#include <functional>
#include <string>
#include <vector>

/// For each endpoint whose request names records: a request about one of each kind, and what the policy says of it.
namespace loggia::testing {

/// What is to come of a request that the router lets through.
struct Expected {
    bool is_there = false;                       ///< the asker may know of the record; else it is as good as missing
    policy::Decision decision{.allowed = true};  ///< and do this with it
    bool is_in_conflict = false;                 ///< but not as it is now
    bool may_be_in_conflict = false;             ///< or it may be: others took the time
};

template <class Request>
struct RequestAbout {
    std::string_view field;  ///< that names the record
    Whose whose = Whose::missing;
    Request request;
    Expected expected;
};

template <class Request>
using Requests = std::vector<RequestAbout<Request>>;

template <api::Name name>
using Row = api::Endpoints::Find<name>;

template <class Row>
[[nodiscard]] api::WireRequest wire_of(const typename Row::Request& request) {
    return api::encode_request(Row::method, Row::path, request);
}

/// Deleted for every row, so that a new endpoint does not compile until it says here how its records are made.
template <class Row>
Requests<typename Row::Request> requests_about(RecordedDemo& demo, const Account& account) = delete;

// ---- rows whose requests name no record -----------------------------------------------------------------------

template <class Row>
    requires std::same_as<typename Row::Request, api::Nothing>
Requests<api::Nothing> requests_about(RecordedDemo&, const Account&) {
    return {};
}
template <>
inline Requests<api::Registration> requests_about<Row<"register_client">>(RecordedDemo&, const Account&) {
    return {};
}
template <>
inline Requests<api::SignIn> requests_about<Row<"sign_in">>(RecordedDemo&, const Account&) {
    return {};
}
template <>
inline Requests<api::NewDependent> requests_about<Row<"add_dependent">>(RecordedDemo&, const Account&) {
    return {};
}
template <>
inline Requests<api::CalendarRequest> requests_about<Row<"list_calendar">>(RecordedDemo&, const Account&) {
    return {};
}
template <>
inline Requests<api::SyncRequest> requests_about<Row<"sync">>(RecordedDemo&, const Account&) {
    return {};
}

// ---- rows about bookings --------------------------------------------------------------------------------------

/// One for each kind of booking that there is for the account; `needed` on one that may be seen.
template <class Request>
Requests<Request> requests_about_bookings(RecordedDemo& demo, const Account& account, policy::Permission needed) {
    Requests<Request> requests;
    for (const Whose whose : all_whose) {
        const auto id = demo.booking(whose, account);
        if (!id) continue;
        Expected expected;
        if (const auto stored = demo.find(*id)) {
            const auto subject = demo.subject_of(*stored, account.actor);
            expected.is_there = policy::decide(account.actor, policy::Permission::view_booking, subject).allowed;
            expected.decision = policy::decide(account.actor, needed, subject);
        }
        requests.push_back({"booking_id", whose, Request{*id}, expected});
    }
    return requests;
}

template <>
inline Requests<api::BookingQuery> requests_about<Row<"show_booking">>(RecordedDemo& demo, const Account& account) {
    return requests_about_bookings<api::BookingQuery>(demo, account, policy::Permission::view_booking);
}

// ---- rows about what everybody may see ------------------------------------------------------------------------

/// One service and one performer of here, and of elsewhere. A client is nobody who could serve.
template <class Request>
Requests<Request> requests_about_times(RecordedDemo& demo, const std::function<Request()>& sound) {
    const auto here = sound();
    const auto with_service = [&](ServiceId service) {
        auto request = here;
        request.service_id = service;
        return request;
    };
    const auto with_person = [&](PersonId person) {
        auto request = here;
        request.person_id = person;
        return request;
    };
    return {
        {"service_id", Whose::own,            here,                          {.is_there = true}},
        {"service_id", Whose::other_business, with_service(other_service),   {}                },
        {"service_id", Whose::missing,        with_service(missing_service), {}                },
        {"person_id",  Whose::own,            sound(),                       {.is_there = true}},
        {"person_id",  Whose::anothers,       with_person(demo.client()),    {}                },
        {"person_id",  Whose::other_business, with_person(other_person),     {}                },
        {"person_id",  Whose::missing,        with_person(missing_person),   {}                },
    };
}

template <>
inline Requests<api::HoldRequest> requests_about<Row<"create_hold">>(RecordedDemo& demo, const Account&) {
    return requests_about_times<api::HoldRequest>(demo, [&] { return demo.free_time(); });
}
template <>
inline Requests<api::FreeTimesRequest> requests_about<Row<"list_free_times">>(RecordedDemo& demo, const Account&) {
    return requests_about_times<api::FreeTimesRequest>(demo, [&]() -> api::FreeTimesRequest {
        const Date from = plus_days(demo.catalog().today(demo.now()), 2);
        return {demo.catalog().services.front().id, demo.performer(), from, plus_days(from, 1)};
    });
}

// ---- rows about holds: who knows the secret has it, whatever the policy ---------------------------------------

template <>
inline Requests<api::HoldRelease> requests_about<Row<"release_hold">>(RecordedDemo& demo, const Account& account) {
    const auto own = demo.hold(account.cookie);
    const auto anothers = demo.hold({});
    return {
        {"hold_id", Whose::own,            {own.id, own.secret},                 {.is_there = true}},
        {"hold_id", Whose::anothers,       {anothers.id, own.secret},            {}                },
        {"hold_id", Whose::other_business, {other_hold, other_hold_secret},      {}                },
        {"hold_id", Whose::missing,        {missing_booking, other_hold_secret}, {}                },
    };
}

template <>
inline Requests<api::BookingRequest> requests_about<Row<"create_booking">>(RecordedDemo& demo,
                                                                           const Account& account) {
    const auto own = demo.hold(account.cookie);
    const auto anothers = demo.hold({});
    Requests<api::BookingRequest> requests{
        {"hold_id", Whose::own,            {own.id, own.secret, {}},                 {.is_there = true}},
        {"hold_id", Whose::anothers,       {anothers.id, own.secret, {}},            {}                },
        {"hold_id", Whose::other_business, {other_hold, other_hold_secret, {}},      {}                },
        {"hold_id", Whose::missing,        {missing_booking, other_hold_secret, {}}, {}                },
    };
    const auto for_person = [&](Whose whose, PersonId person, std::optional<policy::Subject> subject) {
        const auto hold = demo.hold(account.cookie);
        const bool is_there =
            subject && policy::decide(account.actor, policy::Permission::create_booking, *subject).allowed;
        requests.push_back({
            "for_person_id", whose, {hold.id, hold.secret, person},
              {.is_there = is_there}
        });
    };
    if (const auto me = account.actor.person) {
        for_person(Whose::own, *me, policy::Subject{.client = *me});
        for_person(Whose::dependents, account.dependent,
                   policy::Subject{.client = account.dependent, .account_manager = *me});
    }
    const PersonId manager = demo.client();
    const PersonId somebody = demo.client(manager);
    for_person(Whose::anothers, somebody, policy::Subject{.client = somebody, .account_manager = manager});
    for_person(Whose::other_business, other_person, {});
    for_person(Whose::missing, missing_person, {});
    return requests;
}

/// Collects the names of those fields that name a record.
struct RecordFields {
    std::vector<std::string_view> names;

    template <class Value>
    void operator()(std::string_view, Value&) {}
    template <class Kind>
    void operator()(std::string_view name, Id<Kind>&) {
        names.push_back(name);
    }
    template <class Kind>
    void operator()(std::string_view name, std::optional<Id<Kind>>&) {
        names.push_back(name);
    }
};

template <class Request>
[[nodiscard]] std::vector<std::string_view> record_fields() {
    RecordFields fields;
    Request request{};
    api::each_field(fields, request);
    return fields.names;
}

}  // namespace loggia::testing
