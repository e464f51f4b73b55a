#pragma once

#include "portal/net/client.h"
#include "portal/store/remote.h"

#include <functional>
#include <optional>

namespace loggia::portal {

/// The visits of somebody who is away, who could serve them, and the changes made of that.
class CoverageStore {
public:
    explicit CoverageStore(Client& client) : m_client(client) {}

    /// Asks where it was not asked for exactly this, or something was changed since.
    const Remote<api::CoverageView>& want(const api::CoverageRequest& request);
    void try_again();

    void change(const api::BookingBatch& batch);
    [[nodiscard]] const Remote<api::BookingList>& changed() const { return m_changed; }
    void forget_change() { m_changed = NotAsked{}; }

    /// Called with every record that an answer brought.
    void on_record(std::function<void(const api::BookingView&)> listener) { m_on_record = std::move(listener); }

    void clear();  ///< somebody else is here

private:
    Client& m_client;
    std::optional<api::CoverageRequest> m_request;
    Remote<api::CoverageView> m_coverage;
    Remote<api::BookingList> m_changed;
    std::function<void(const api::BookingView&)> m_on_record;
};

}  // namespace loggia::portal
