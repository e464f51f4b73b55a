#pragma once

#include "portal/net/client.h"
#include "portal/store/remote.h"

#include <functional>
#include <optional>

namespace loggia::portal {

/// Several visits booked as one: the plan that is looked at, and what was accepted of it.
class SeriesStore {
public:
    explicit SeriesStore(Client& client) : m_client(client) {}

    /// Asks where it was not asked for exactly this, or something was booked since.
    const Remote<api::SeriesPlanView>& want(const api::SeriesPlanRequest& request);
    void try_again();

    void book(const api::SeriesRequest& request);
    [[nodiscard]] const Remote<api::BookingList>& booked() const { return m_booked; }
    void forget_booked() { m_booked = NotAsked{}; }

    /// Called with every record that an answer brought.
    void on_record(std::function<void(const api::BookingView&)> listener) { m_on_record = std::move(listener); }

    void clear();  ///< somebody else is here

private:
    Client& m_client;
    std::optional<api::SeriesPlanRequest> m_request;
    Remote<api::SeriesPlanView> m_plan;
    Remote<api::BookingList> m_booked;
    std::function<void(const api::BookingView&)> m_on_record;
};

}  // namespace loggia::portal
