#pragma once

#include "portal/net/client.h"
#include "portal/store/bookings_store.h"
#include "portal/store/business_store.h"
#include "portal/store/calendar_store.h"
#include "portal/store/free_times_store.h"

#include <cstdint>
#include <functional>
#include <string_view>

namespace loggia::portal {

enum class Liveness : std::uint8_t { connecting, live, reconnecting, offline };

/// Follows the changes of the business: the event stream says how far it is, one question fetches what lies between.
class LiveStore {
public:
    LiveStore(Client& client, const BusinessStore& business, FreeTimesStore& free_times, BookingsStore& bookings,
              CalendarStore& calendar)
        : m_client(client),
          m_business(business),
          m_free_times(free_times),
          m_bookings(bookings),
          m_calendar(calendar) {}

    /// All that is shown was asked for at or after this point. Only the first call counts.
    void begin_at(std::int64_t seq);
    /// One event of the stream; it names the point the business has reached. Anything else is ignored.
    void receive(std::string_view data);
    void set_connected(bool is_connected);
    void set_online(bool is_online);
    void apply(const api::BookingView& record);  ///< that an answer to ourselves brought

    /// Called with the version of the catalogue that an answer names: of services, people, roles and switches.
    void on_catalog(std::function<void(std::int64_t)> listener) { m_on_catalog = std::move(listener); }

    [[nodiscard]] Liveness liveness() const;

    void mark_all_stale();  ///< what is shown may be out of date

private:
    void catch_up();
    void accept(const api::SyncView& view);

    Client& m_client;
    const BusinessStore& m_business;
    FreeTimesStore& m_free_times;
    BookingsStore& m_bookings;
    CalendarStore& m_calendar;
    std::function<void(std::int64_t)> m_on_catalog;
    std::int64_t m_seen = 0;    ///< applied
    std::int64_t m_target = 0;  ///< announced
    bool m_has_begun = false;
    bool m_is_asking = false;
    bool m_has_failed = false;
    bool m_was_connected = false;
    bool m_is_connected = false;
    bool m_is_online = true;
};

}  // namespace loggia::portal
