#pragma once

#include "portal/net/client.h"
#include "portal/store/remote.h"

#include <optional>

namespace loggia::portal {

/// What became of who may do what, newest first: of everybody, or of one person at a time.
class AccessHistoryStore {
public:
    explicit AccessHistoryStore(Client& client) : m_client(client) {}

    /// Asks where it was not asked or is out of date. What is here stays until the answer is.
    const Remote<api::AccessHistory>& want(std::optional<PersonId> person);
    /// The changes before those that are here.
    void want_more();
    [[nodiscard]] const Remote<api::AccessHistory>& more() const { return m_more; }

    void try_again();
    void mark_stale() { m_is_stale = true; }
    void clear();

private:
    Client& m_client;
    std::optional<PersonId> m_person;
    Remote<api::AccessHistory> m_history;
    Remote<api::AccessHistory> m_more;  ///< on the way, or not to be had
    bool m_is_stale = true;
    unsigned m_generation = 0;  ///< grows with each question for the newest; earlier answers are not shown
};

}  // namespace loggia::portal
