#include "portal/store/coverage_store.h"

namespace loggia::portal {

const Remote<api::CoverageView>& CoverageStore::want(const api::CoverageRequest& request) {
    if (m_request == request) return m_coverage;
    m_request = request;
    m_coverage = Loading{};
    m_client.call<"list_coverage">(request, [this, request](Result<api::CoverageView> reply) {
        if (m_request == request) m_coverage = remote_of(std::move(reply));
    });
    return m_coverage;
}

void CoverageStore::try_again() {
    if (failure(m_coverage)) m_request.reset();
}

void CoverageStore::change(const api::BookingBatch& batch) {
    if (is_loading(m_changed)) return;
    m_changed = Loading{};
    m_client.call<"change_bookings">(batch, [this](Result<api::BookingList> reply) {
        // What somebody else has changed meanwhile is looked at anew too.
        m_request.reset();
        if (reply && m_on_record)
            for (const auto& record : reply->bookings) m_on_record(record);
        m_changed = remote_of(std::move(reply));
    });
}

void CoverageStore::clear() {
    m_request.reset();
    m_coverage = NotAsked{};
    m_changed = NotAsked{};
}

}  // namespace loggia::portal
