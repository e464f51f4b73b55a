#include "portal/store/calendar_feed_store.h"

namespace loggia::portal {

const Remote<api::CalendarFeedView>& CalendarFeedStore::want() {
    if (is_not_asked(m_feed)) {
        m_feed = Loading{};
        m_client.call<"show_calendar_feed">(
            {}, [this](Result<api::CalendarFeedView> reply) { m_feed = remote_of(std::move(reply)); });
    }
    return m_feed;
}

void CalendarFeedStore::renew() {
    if (is_busy()) return;
    m_address = Loading{};
    m_client.call<"renew_calendar_feed">({}, [this](Result<api::CalendarFeedAddress> reply) {
        m_address = remote_of(std::move(reply));
        m_feed = NotAsked{};
    });
}

void CalendarFeedStore::end() {
    if (is_busy()) return;
    m_address = NotAsked{};
    m_feed = Loading{};
    m_client.call<"end_calendar_feed">(
        {}, [this](Result<api::CalendarFeedView> reply) { m_feed = remote_of(std::move(reply)); });
}

void CalendarFeedStore::try_again() {
    if (failure(m_feed)) m_feed = NotAsked{};
}

void CalendarFeedStore::clear() {
    m_feed = NotAsked{};
    m_address = NotAsked{};
}

}  // namespace loggia::portal
