#pragma once

#include "portal/net/client.h"
#include "portal/store/free_times_store.h"
#include "portal/store/kept.h"
#include "portal/store/remote.h"

#include <optional>
#include <string>

namespace loggia::portal {

/// The time that is kept for whoever is about to book. At most one: wanting another releases the one before.
class HoldStore {
public:
    HoldStore(Client& client, FreeTimesStore& free_times, Kept& kept)
        : m_client(client), m_free_times(free_times), m_kept(kept) {}

    /// Takes up the hold that the browser kept over a reload.
    void restore();

    /// The hold on this time: asked for if there is none yet, an Error once it is refused or over.
    const Remote<api::HoldView>& want(const api::HoldRequest& wish, Instant now);

    /// Gives the time back; the lists of free times are asked for anew once it is free.
    void release();

    /// The server no longer honours the hold.
    void lose(Error reason);
    /// The hold has become a booking.
    void forget();
    /// After a failure: asks for the same time once more.
    void try_again();

    [[nodiscard]] const Remote<api::HoldView>& state() const { return m_state; }
    [[nodiscard]] bool is_releasing() const { return m_releases > 0; }

private:
    void ask(const api::HoldRequest& wish);
    void give_back(const api::HoldView& hold);
    void keep();

    Client& m_client;
    FreeTimesStore& m_free_times;
    Kept& m_kept;
    std::optional<api::HoldRequest> m_wish;
    Remote<api::HoldView> m_state;
    int m_releases = 0;
};

}  // namespace loggia::portal
