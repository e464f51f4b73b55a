#pragma once

#include "core/booking/operation.h"
#include "server/http/requests_about.h"
#include "server/storage/stored_world.h"

/// Requests that change a booking: see requests_about.h.
namespace loggia::testing {

inline constexpr ResourceId missing_room{4'000'000'005};
inline constexpr ResourceId other_room{3'000'000'005};

/// What the operation meets on the booking, before anything else of the request is looked at.
inline Expected expected_of(RecordedDemo& demo, const Account& account, booking::Operation operation, BookingId id) {
    Expected expected;
    const auto stored = demo.find(id);
    if (!stored) return expected;
    const booking::Facts facts{stored->status, stored->visit.from, demo.subject_of(*stored, account.actor)};
    expected.is_there = policy::decide(account.actor, policy::Permission::view_booking, facts.subject).allowed;
    const auto checked = booking::check(operation, account.actor, facts, demo.catalog().business.rules, demo.now());
    expected.decision = checked ? *checked : checked.error().decision;
    expected.is_in_conflict = !checked && expected.decision;
    return expected;
}

/// Brings a confirmed booking to where the operation begins; what begins from a confirmed one is left.
inline void prepare(RecordedDemo& demo, booking::Operation operation, BookingId id) {
    const auto stored = demo.find(id);
    if (!stored) return;
    storage::must(demo.store().write(demo.business(), [&](storage::BusinessWriter& business) -> Result<int> {
        auto after = *stored;
        if (operation == booking::Operation::approve || operation == booking::Operation::decline)
            after.status = domain::BookingStatus::requested;
        if (operation == booking::Operation::reopen) after.status = domain::BookingStatus::completed;
        if (operation == booking::Operation::reactivate) after.status = domain::BookingStatus::cancelled;
        if (after.status != stored->status) TRY(storage::change_booking(business, *stored, after));
        return 0;
    }));
}

inline Requests<api::BookingStep> requests_about_step(RecordedDemo& demo, const Account& account,
                                                      booking::Operation operation) {
    Requests<api::BookingStep> requests;
    for (const Whose whose : all_whose) {
        const auto id = demo.booking(whose, account);
        if (!id) continue;
        prepare(demo, operation, *id);
        requests.push_back({
            "booking_id", whose, {*id, {}, {}},
              expected_of(demo, account, operation, *id)
        });
    }
    return requests;
}

template <>
inline Requests<api::BookingStep> requests_about<Row<"cancel_booking">>(RecordedDemo& demo, const Account& account) {
    return requests_about_step(demo, account, booking::Operation::cancel);
}
template <>
inline Requests<api::BookingStep> requests_about<Row<"complete_booking">>(RecordedDemo& demo,
                                                                          const Account& account) {
    return requests_about_step(demo, account, booking::Operation::complete);
}
template <>
inline Requests<api::BookingStep> requests_about<Row<"mark_no_show">>(RecordedDemo& demo, const Account& account) {
    return requests_about_step(demo, account, booking::Operation::mark_no_show);
}
template <>
inline Requests<api::BookingStep> requests_about<Row<"reopen_booking">>(RecordedDemo& demo, const Account& account) {
    return requests_about_step(demo, account, booking::Operation::reopen);
}
template <>
inline Requests<api::BookingStep> requests_about<Row<"reactivate_booking">>(RecordedDemo& demo,
                                                                            const Account& account) {
    return requests_about_step(demo, account, booking::Operation::reactivate);
}
template <>
inline Requests<api::BookingQuery> requests_about<Row<"list_booking_versions">>(RecordedDemo& demo,
                                                                                const Account& account) {
    return requests_about_bookings<api::BookingQuery>(demo, account, policy::Permission::view_booking);
}

/// A booking of each kind with a sound second record, and of the first that the account may change the other kinds of
/// the second record.
template <class Request>
class RequestsWithSecond {
public:
    /// `make(booking)` gives a request that is sound but for who asks.
    RequestsWithSecond(RecordedDemo& demo, const Account& account, booking::Operation operation,
                       const std::function<Request(BookingId)>& make)
        : m_demo(demo), m_account(account), m_operation(operation), m_make(make) {
        for (const Whose whose : all_whose)
            if (const auto id = demo.booking(whose, account))
                m_requests.push_back({"booking_id", whose, make(*id), expected_of(demo, account, operation, *id)});
    }

    /// `refine` says more about a request whose booking may be changed.
    void add(std::string_view field, Whose whose, const std::function<void(Request&, Expected&)>& refine) {
        BookingId id{};
        Expected expected;
        for (const Whose whose_booking : all_whose) {
            const auto made = m_demo.booking(whose_booking, m_account);
            if (!made) continue;
            const auto met = expected_of(m_demo, m_account, m_operation, *made);
            if (!met.is_there) continue;
            id = *made;
            expected = met;
            if (expected.decision && !expected.is_in_conflict) break;
        }
        Request request = m_make(id);
        if (expected.is_there && expected.decision && !expected.is_in_conflict) {
            refine(request, expected);
        } else {
            Expected ignored;
            refine(request, ignored);
        }
        m_requests.push_back({field, whose, request, expected});
    }
    /// What `refine` says of the booking's own rows too.
    void refine_all(const std::function<void(Expected&)>& refine) {
        for (auto& about : m_requests)
            if (about.expected.is_there && about.expected.decision && !about.expected.is_in_conflict)
                refine(about.expected);
    }

    [[nodiscard]] Requests<Request> take() { return std::move(m_requests); }

private:
    RecordedDemo& m_demo;
    const Account& m_account;
    booking::Operation m_operation;
    std::function<Request(BookingId)> m_make;
    Requests<Request> m_requests;
};

/// Nobody of the kind serves here.
template <class Request>
void add_other_people(RequestsWithSecond<Request>& requests, RecordedDemo& demo) {
    for (const auto& [whose, person] : {
             std::pair{Whose::anothers,       demo.client() },
             {Whose::other_business, other_person  },
             {Whose::missing,        missing_person}
    })
        requests.add("person_id", whose, [person](Request& request, Expected& expected) {
            request.person_id = person;
            expected.is_there = false;
        });
}

template <>
inline Requests<api::BookingMove> requests_about<Row<"reschedule_booking">>(RecordedDemo& demo,
                                                                            const Account& account) {
    const auto keep = [](api::BookingMove&, Expected&) {};
    RequestsWithSecond<api::BookingMove> requests(demo, account, booking::Operation::reschedule,
                                                  [&](BookingId id) -> api::BookingMove {
                                                      const auto time = demo.free_time();
                                                      return {id, 1, time.starts_at, time.person_id, {}};
                                                  });
    requests.add("person_id", Whose::own, keep);
    add_other_people(requests, demo);
    auto made = requests.take();
    // Who may not hand it over at all hears that of everybody, whether they exist or not.
    for (auto& about : made) {
        const auto moving = expected_of(demo, account, booking::Operation::reschedule, about.request.booking_id);
        if (!moving.is_there || !moving.decision || moving.is_in_conflict) continue;
        if (demo.find(about.request.booking_id)->staff == about.request.person_id) continue;
        const auto handing = expected_of(demo, account, booking::Operation::reassign, about.request.booking_id);
        if (!handing.decision) about.expected = handing;
    }
    return made;
}

/// By night nobody works, so that even what may be given to them is not.
template <>
inline Requests<api::BookingReassignment> requests_about<Row<"reassign_booking">>(RecordedDemo& demo,
                                                                                  const Account& account) {
    const auto in_conflict = [](Expected& expected) { expected.is_in_conflict = true; };
    RequestsWithSecond<api::BookingReassignment> requests(
        demo, account, booking::Operation::reassign,
        [&](BookingId id) -> api::BookingReassignment { return {id, 1, demo.performer(), {}}; });
    requests.add("person_id", Whose::own, [](api::BookingReassignment&, Expected&) {});
    requests.refine_all(in_conflict);
    add_other_people(requests, demo);
    return requests.take();
}

template <>
inline Requests<api::BookingRoomChange> requests_about<Row<"change_booking_room">>(RecordedDemo& demo,
                                                                                   const Account& account) {
    const auto& service = demo.catalog().services.front();
    const bool has_room = !service.rooms.empty();
    const ResourceId room = has_room ? service.rooms.front() : missing_room;
    RequestsWithSecond<api::BookingRoomChange> requests(
        demo, account, booking::Operation::move_room,
        [&](BookingId id) -> api::BookingRoomChange { return {id, 1, room, {}}; });
    requests.add("room_id", Whose::own, [](api::BookingRoomChange&, Expected&) {});
    requests.refine_all([&](Expected& expected) {
        expected.is_there = has_room;
        expected.may_be_in_conflict = true;
    });
    // The rooms of a business are numbered apart from its people.
    for (const auto& [whose, other] : {
             std::pair{Whose::anothers,       domain::resource_of(demo.client())},
             {Whose::other_business, other_room                        },
             {Whose::missing,        missing_room                      }
    })
        requests.add("room_id", whose, [other](api::BookingRoomChange& request, Expected& expected) {
            request.room_id = other;
            expected.is_there = false;
        });
    return requests.take();
}

template <>
inline Requests<api::OtherTimesRequest> requests_about<Row<"list_other_times">>(RecordedDemo& demo,
                                                                                const Account& account) {
    const Date from = plus_days(demo.catalog().today(demo.now()), 2);
    RequestsWithSecond<api::OtherTimesRequest> requests(
        demo, account, booking::Operation::reschedule,
        [&](BookingId id) -> api::OtherTimesRequest { return {id, demo.performer(), from, plus_days(from, 1)}; });
    requests.add("person_id", Whose::own, [](api::OtherTimesRequest&, Expected&) {});
    add_other_people(requests, demo);
    return requests.take();
}

template <>
inline Requests<api::CoverageRequest> requests_about<Row<"list_coverage">>(RecordedDemo& demo, const Account&) {
    const Date from = plus_days(demo.catalog().today(demo.now()), 2);
    const auto of = [&](PersonId person) { return api::CoverageRequest{person, from, plus_days(from, 1)}; };
    return {
        {"person_id", Whose::own,            of(demo.performer()), {.is_there = true}},
        {"person_id", Whose::anothers,       of(demo.client()),    {}                },
        {"person_id", Whose::other_business, of(other_person),     {}                },
        {"person_id", Whose::missing,        of(missing_person),   {}                },
    };
}

/// Cancels one of each kind, as `cancel_booking` would.
template <>
inline Requests<api::BookingBatch> requests_about<Row<"change_bookings">>(RecordedDemo& demo,
                                                                          const Account& account) {
    const auto together = policy::decide_any(account.actor, policy::Permission::cancel_bookings_together);
    Requests<api::BookingBatch> requests;
    for (const Whose whose : all_whose) {
        const auto id = demo.booking(whose, account);
        if (!id) continue;
        auto expected = expected_of(demo, account, booking::Operation::cancel, *id);
        if (!together) expected.decision = together;
        requests.push_back({
            "changes", whose, {{{*id, 1, {}, {}}}, "The school is closed."},
              expected
        });
    }
    return requests;
}

}  // namespace loggia::testing
