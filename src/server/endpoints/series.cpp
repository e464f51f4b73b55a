#include "core/scheduling/series.h"

#include "core/booking/operation.h"
#include "core/scheduling/recurrence_text.h"
#include "server/endpoints/booking_client.h"
#include "server/endpoints/booking_views.h"
#include "server/endpoints/free_time_refusals.h"
#include "server/endpoints/handlers.h"
#include "server/endpoints/new_numbers.h"
#include "server/storage/changes.h"
#include "server/storage/snapshot.h"

#include <algorithm>

namespace loggia::endpoints {

namespace {

using storage::StoredBooking;

constexpr std::size_t most_visits = 60;  ///< one a week for a year, and some

/// A rule of the request as the times it asks for.
Result<std::vector<Instant>> starts_of(const api::SeriesPlanRequest& request, const scheduling::Zone& zone) {
    const auto at_rule = [](Error error) {
        error.field = "rule";
        return std::unexpected(std::move(error));
    };
    const auto recurrence = scheduling::parse_recurrence(request.rule, zone);
    if (!recurrence) return at_rule(recurrence.error());
    const auto times = scheduling::occurrences(*recurrence, zone.to_civil(request.starts_at)).times;
    if (times.empty()) return fail(ErrorCode::invalid_input, "This rule has no times.", "rule");
    if (times.size() > most_visits)
        return fail(ErrorCode::invalid_input, "Please book at most 60 visits at once.", "rule");
    return scheduling::instants_of(times, zone);
}

api::SeriesTime time_of(const scheduling::FreeTime& time, const storage::Catalog& catalog) {
    return {time.starts_at, time.person, catalog.room_name(time.room)};
}

api::SeriesVisitView view_of(const scheduling::PlannedVisit& visit, const storage::Catalog& catalog) {
    api::SeriesVisitView view{visit.starts_at, {}, {}, {}};
    if (visit.proposed) view.proposed = time_of(*visit.proposed, catalog);
    if (visit.refusal) view.refusal = std::string(scheduling::explain(*visit.refusal));
    for (const auto& time : visit.alternatives) view.alternatives.push_back(time_of(time, catalog));
    return view;
}

/// What is waived for those who plan at work, but for the grid: what is proposed lies on it.
scheduling::RefusalSet waived_by(const policy::Actor& actor, const BookingClient& client) {
    auto waived = booking::waived_when_booking(actor, client.subject);
    waived.remove(scheduling::Refusal::off_grid);
    return waived;
}

std::unexpected<Error> at(std::size_t index, Error error) {
    error.field = "visits." + std::to_string(index) + (error.field.empty() ? "" : "." + error.field);
    return std::unexpected(std::move(error));
}

Result<void> check_visits(const api::SeriesRequest& request) {
    const auto& visits = request.visits;
    if (visits.empty()) return fail(ErrorCode::invalid_input, "Choose at least one time.", "visits");
    if (visits.size() > most_visits)
        return fail(ErrorCode::invalid_input, "Please book at most 60 visits at once.", "visits");
    return {};
}

/// The visits of one series, each as the writer finds the business after the one before it.
class SeriesBooking {
public:
    SeriesBooking(const Call<api::SeriesRequest>& call, BusinessWriter& business, const storage::Catalog& catalog,
                  const domain::Service& service, const BookingClient& client)
        : m_call(call),
          m_business(business),
          m_catalog(catalog),
          m_service(service),
          m_client(client),
          m_waived(waived_by(call.actor, client)),
          m_series(new_id<SeriesId>(call.random, call.now)) {}

    Result<StoredBooking> book(const api::SeriesVisit& visit) {
        if (!m_catalog.find_staff(visit.person_id))
            return fail(ErrorCode::not_found, "There is no such person.", "person_id");
        const Date day = m_catalog.zone->date_at(visit.starts_at);
        const scheduling::FreeTimesQuery query{&m_service, visit.person_id, day, day, m_call.now, m_waived};
        const auto snapshot = TRY(storage::read_start_snapshot(m_business, m_catalog, query, visit.starts_at));
        const auto time = scheduling::check_start(snapshot, query, visit.starts_at);
        if (!time) return std::unexpected(refusal_of(time.error()));
        TRY(check_client_limits(m_business, m_catalog, m_call.actor, m_client, m_service, visit.starts_at,
                                m_call.now));
        return insert(*time);
    }

private:
    Result<StoredBooking> insert(const scheduling::FreeTime& time) {
        const auto terms = domain::terms_of(m_service, time.person);
        StoredBooking booking;
        booking.id = TRY(unused_booking_id(m_business, m_call.random, m_call.now));
        booking.status = booking::status_when_booked(m_service, m_call.actor, m_client.subject);
        booking.service = m_service.id;
        booking.staff = time.person;
        booking.room = time.room;
        booking.equipment = m_service.equipment;
        booking.visit = {time.starts_at, time.starts_at + terms.duration};
        booking.cells = scheduling::claimed_cells(terms, time.starts_at);
        booking.price = terms.price;
        booking.client = storage::BookedClient{.id = m_client.person};
        booking.series = m_series;
        const auto inserted = storage::insert_booking(m_business, booking, m_call.now);
        if (!inserted && inserted.error().kind == storage::FailureKind::unique)
            return fail(ErrorCode::conflict, time_is_taken, "starts_at");
        TRY(inserted);
        TRY(record_booking(m_business, m_catalog, m_call.actor, m_client, booking, m_call.now));
        return *TRY(storage::find_booking(m_business, booking.id));
    }

    const Call<api::SeriesRequest>& m_call;
    BusinessWriter& m_business;
    const storage::Catalog& m_catalog;
    const domain::Service& m_service;
    const BookingClient& m_client;
    scheduling::RefusalSet m_waived;
    SeriesId m_series;
};

}  // namespace

Result<api::SeriesPlanView> plan_series(const Call<api::SeriesPlanRequest>& call, const BusinessReader& business) {
    const auto& request = call.request;
    const auto client = TRY(find_booking_client(business, call.actor, call.decision, request.for_person_id));
    const auto catalog = TRY(business.catalog());
    const auto* service = catalog->find_service(request.service_id);
    if (!service) return fail(ErrorCode::not_found, "There is no such service.", "service_id");
    if (request.person_id && !catalog->find_staff(*request.person_id))
        return fail(ErrorCode::not_found, "There is no such person.", "person_id");
    const auto starts = TRY(starts_of(request, *catalog->zone));
    const Date first = plus_days(catalog->zone->date_at(starts.front()), -scheduling::nearest_days.count());
    const Date last = plus_days(catalog->zone->date_at(starts.back()), scheduling::nearest_days.count());
    const scheduling::SeriesQuery query{service, request.person_id, call.now, waived_by(call.actor, client)};
    auto snapshot =
        TRY(storage::read_snapshot(business, *catalog, first, last, call.now, std::nullopt, query.waived));
    TRY(storage::add_client(business, snapshot, client.person, first, call.now));
    const auto plan = scheduling::plan_series(std::move(snapshot), query, starts);
    api::SeriesPlanView view;
    view.seq = TRY(business.seq());
    for (const auto& visit : plan.visits) view.visits.push_back(view_of(visit, *catalog));
    return view;
}

Result<api::BookingList> book_series(const Call<api::SeriesRequest>& call, BusinessWriter& business) {
    TRY(check_visits(call.request));
    const auto client = TRY(find_booking_client(business, call.actor, call.decision, call.request.for_person_id));
    const auto catalog = TRY(business.catalog());
    const auto* service = catalog->find_service(call.request.service_id);
    if (!service) return fail(ErrorCode::not_found, "There is no such service.", "service_id");
    TRY(storage::release_expired_holds(business, *catalog->zone, call.now));
    SeriesBooking series(call, business, *catalog, *service, client);
    std::vector<StoredBooking> booked;
    for (std::size_t i = 0; i < call.request.visits.size(); ++i) {
        auto booking = series.book(call.request.visits[i]);
        if (!booking) return at(i, std::move(booking).error());
        booked.push_back(*std::move(booking));
    }
    const auto views = TRY(BookingViews::for_caller(business, call.actor, call.now));
    return api::BookingList{TRY(business.seq()), views.views(booked)};
}

}  // namespace loggia::endpoints
