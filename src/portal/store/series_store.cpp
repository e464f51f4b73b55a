#include "portal/store/series_store.h"

namespace loggia::portal {

const Remote<api::SeriesPlanView>& SeriesStore::want(const api::SeriesPlanRequest& request) {
    if (m_request == request) return m_plan;
    m_request = request;
    m_plan = Loading{};
    m_client.call<"plan_series">(request, [this, request](Result<api::SeriesPlanView> reply) {
        if (m_request == request) m_plan = remote_of(std::move(reply));
    });
    return m_plan;
}

void SeriesStore::try_again() {
    if (failure(m_plan)) m_request.reset();
}

void SeriesStore::book(const api::SeriesRequest& request) {
    if (is_loading(m_booked)) return;
    m_booked = Loading{};
    m_client.call<"book_series">(request, [this](Result<api::BookingList> reply) {
        // What somebody else has taken meanwhile is planned around.
        m_request.reset();
        if (reply && m_on_record)
            for (const auto& record : reply->bookings) m_on_record(record);
        m_booked = remote_of(std::move(reply));
    });
}

void SeriesStore::clear() {
    m_request.reset();
    m_plan = NotAsked{};
    m_booked = NotAsked{};
}

}  // namespace loggia::portal
