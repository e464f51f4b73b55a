#pragma once

#include "portal/net/client.h"
#include "portal/store/remote.h"

namespace loggia::portal {

/// The address by which other calendars follow the reader's visits. A new one is known until the page is left.
class CalendarFeedStore {
public:
    explicit CalendarFeedStore(Client& client) : m_client(client) {}

    /// Asks where it has not been asked.
    const Remote<api::CalendarFeedView>& want();
    void renew();
    void end();
    void try_again();

    [[nodiscard]] const Remote<api::CalendarFeedAddress>& address() const { return m_address; }
    [[nodiscard]] bool is_busy() const { return is_loading(m_address) || is_loading(m_feed); }

    void clear();  ///< somebody else is here

private:
    Client& m_client;
    Remote<api::CalendarFeedView> m_feed;
    Remote<api::CalendarFeedAddress> m_address;
};

}  // namespace loggia::portal
