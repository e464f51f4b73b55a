#include "portal/store/access_history_store.h"

namespace loggia::portal {

const Remote<api::AccessHistory>& AccessHistoryStore::want(std::optional<PersonId> person) {
    if (m_person != person) clear();
    if (!m_is_stale) return m_history;
    m_is_stale = false;
    m_person = person;
    m_more = NotAsked{};
    if (!here(m_history)) m_history = Loading{};
    m_client.call<"list_access_changes">({person, {}},
                                         [this, asked = ++m_generation](Result<api::AccessHistory> reply) {
                                             if (asked == m_generation) refresh(m_history, std::move(reply));
                                         });
    return m_history;
}

void AccessHistoryStore::want_more() {
    const auto* history = here(m_history);
    if (!history || !history->has_more || history->changes.empty() || is_loading(m_more)) return;
    m_more = Loading{};
    m_client.call<"list_access_changes">({m_person, history->changes.back().id},
                                         [this, asked = m_generation](Result<api::AccessHistory> reply) {
                                             if (asked != m_generation) return;
                                             m_more = remote_of(reply);
                                             auto* known = std::get_if<api::AccessHistory>(&m_history);
                                             if (!reply || !known) return;
                                             known->has_more = reply->has_more;
                                             for (auto& change : reply->changes)
                                                 known->changes.push_back(std::move(change));
                                         });
}

void AccessHistoryStore::try_again() {
    if (failure(m_history)) m_is_stale = true;
}

void AccessHistoryStore::clear() {
    ++m_generation;
    m_person.reset();
    m_history = NotAsked{};
    m_more = NotAsked{};
    m_is_stale = true;
}

}  // namespace loggia::portal
