#pragma once

#include "portal/net/client.h"
#include "portal/store/outbox_store.h"
#include "portal/store/remote.h"

#include <optional>

namespace loggia::portal {

/// The bookings of whoever is signed in, one booking looked at by its address, and the cancelling of any.
class BookingsStore {
public:
    BookingsStore(Client& client, OutboxStore& outbox) : m_client(client), m_outbox(outbox) {}

    /// My own and my dependents'. Asks if they are not here or stale.
    const Remote<api::BookingList>& want_mine();
    const Remote<api::BookingView>& want(BookingId id);

    /// Without a network it waits in the outbox, which then says how it stands.
    void cancel(const api::BookingView& booking);
    /// The last cancelling: of which booking, and how it went.
    [[nodiscard]] std::optional<BookingId> cancelling() const { return m_cancelling; }
    [[nodiscard]] const Remote<api::BookingView>& cancelled() const { return m_cancelled; }
    void forget_cancelling();

    /// Called with every record that an answer brought.
    void on_record(std::function<void(const api::BookingView&)> listener) { m_on_record = std::move(listener); }

    void apply(const api::BookingView& record);  ///< what it is now
    void mark_stale() { m_is_stale = true; }
    void try_again();
    void clear();  ///< somebody else is here

private:
    void ask_mine();
    void put_off_cancelling(const api::OutboxRecord& record);

    Client& m_client;
    OutboxStore& m_outbox;
    Remote<api::BookingList> m_mine;
    bool m_is_stale = true;
    bool m_is_on_the_way = false;
    std::uint32_t m_generation = 0;  ///< of the person the lists belong to
    BookingId m_one_id;
    Remote<api::BookingView> m_one;
    std::optional<BookingId> m_cancelling;
    Remote<api::BookingView> m_cancelled;
    std::function<void(const api::BookingView&)> m_on_record;
};

}  // namespace loggia::portal
