#pragma once

#include "portal/net/client.h"
#include "portal/store/remote.h"

#include <memory>
#include <vector>

namespace loggia::portal {

/// The free times that have been asked for lately. A list that went stale stays on screen until its successor is
/// here.
class FreeTimesStore {
public:
    explicit FreeTimesStore(Client& client) : m_client(client) {}

    /// What is known of it; asks the server if that is nothing or stale. Cheap when there is nothing to ask.
    const Remote<api::FreeTimesView>& want(const api::FreeTimesRequest& request);

    /// Whether the list is here and nothing newer is on its way.
    [[nodiscard]] bool is_settled(const api::FreeTimesRequest& request) const;

    void mark_stale(Date on);
    void mark_all_stale();
    void try_again();  ///< forgets failures, so that they are asked for anew

private:
    struct Entry {
        api::FreeTimesRequest request;
        Remote<api::FreeTimesView> times;
        bool is_stale = true;
        bool is_on_the_way = false;
    };

    [[nodiscard]] Entry* find(const api::FreeTimesRequest& request) const;
    void ask(Entry& entry);
    void make_room();

    Client& m_client;
    std::vector<std::unique_ptr<Entry>> m_entries;  ///< the latest asked for last
};

}  // namespace loggia::portal
