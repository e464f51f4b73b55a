#pragma once

#include "core/booking/operation.h"
#include "portal/net/client.h"
#include "portal/store/remote.h"

#include <functional>
#include <optional>
#include <string>

namespace loggia::portal {

/// What staff make of one booking, what it could be moved to, and what became of it so far.
class BookingChangesStore {
public:
    explicit BookingChangesStore(Client& client) : m_client(client) {}

    /// An operation that names nothing but the booking.
    void step(booking::Operation operation, const api::BookingView& booking, const std::string& reason);
    void move(const api::BookingMove& move);

    /// Asks where it was not asked for exactly this.
    const Remote<api::FreeTimesView>& want_times(const api::OtherTimesRequest& request);
    const Remote<api::BookingHistory>& want_history(const api::BookingView& booking);

    /// The last change: of which booking, and how it went.
    [[nodiscard]] std::optional<BookingId> changing() const { return m_changing; }
    [[nodiscard]] const Remote<api::BookingView>& changed() const { return m_changed; }
    void forget();  ///< what was answered before is of no interest any more

    /// Called with every record that an answer brought.
    void on_record(std::function<void(const api::BookingView&)> listener) { m_on_record = std::move(listener); }

    void clear();  ///< somebody else is here

private:
    [[nodiscard]] auto answer(BookingId id);

    Client& m_client;
    std::optional<BookingId> m_changing;
    Remote<api::BookingView> m_changed;
    std::optional<api::OtherTimesRequest> m_times_request;
    Remote<api::FreeTimesView> m_times;
    std::optional<std::pair<BookingId, std::int64_t>> m_history_of;  ///< and its version
    Remote<api::BookingHistory> m_history;
    std::function<void(const api::BookingView&)> m_on_record;
};

}  // namespace loggia::portal
