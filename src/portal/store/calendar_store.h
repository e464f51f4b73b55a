#pragma once

#include "core/scheduling/zone.h"
#include "portal/net/client.h"
#include "portal/store/remote.h"

#include <memory>
#include <vector>

namespace loggia::portal {

inline constexpr int days_in_week = 7;

/// The Monday on or before the day.
[[nodiscard]] Date monday_of(Date day);

/// The weeks of the business that have been looked at, as far as the asker may see them.
class CalendarStore {
public:
    explicit CalendarStore(Client& client) : m_client(client) {}

    /// What is known of the week; asks the server if that is nothing or stale.
    const Remote<api::BookingList>& want(Date monday);

    /// A booking is now this; it may have moved to another week.
    void apply(const api::BookingView& record, const scheduling::Zone& zone);
    void mark_stale(Date on);
    void mark_all_stale();
    void try_again();
    void clear();

private:
    struct Week {
        Date monday;
        Remote<api::BookingList> bookings;
        bool is_stale = true;
        bool is_on_the_way = false;
    };

    [[nodiscard]] Week* find(Date monday) const;
    void ask(Week& week);

    Client& m_client;
    std::vector<std::unique_ptr<Week>> m_weeks;
    std::uint32_t m_generation = 0;
};

}  // namespace loggia::portal
