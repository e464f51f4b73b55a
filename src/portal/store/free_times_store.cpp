#include "portal/store/free_times_store.h"

#include <algorithm>

namespace loggia::portal {

namespace {
constexpr std::size_t most_entries = 16;
}

const Remote<api::FreeTimesView>& FreeTimesStore::want(const api::FreeTimesRequest& request) {
    Entry* entry = find(request);
    if (!entry) {
        make_room();
        entry = m_entries.emplace_back(std::make_unique<Entry>(Entry{.request = request})).get();
    }
    if (entry->is_stale && !entry->is_on_the_way) ask(*entry);
    return entry->times;
}

bool FreeTimesStore::is_settled(const api::FreeTimesRequest& request) const {
    const Entry* entry = find(request);
    return entry && here(entry->times) && !entry->is_stale && !entry->is_on_the_way;
}

void FreeTimesStore::mark_stale(Date on) {
    for (auto& entry : m_entries)
        if (entry->request.from <= on && on <= entry->request.to) entry->is_stale = true;
}

void FreeTimesStore::mark_all_stale() {
    for (auto& entry : m_entries) entry->is_stale = true;
}

void FreeTimesStore::try_again() {
    for (auto& entry : m_entries)
        if (failure(entry->times)) entry->is_stale = true;
}

FreeTimesStore::Entry* FreeTimesStore::find(const api::FreeTimesRequest& request) const {
    const auto found = std::ranges::find_if(m_entries, [&](const auto& entry) { return entry->request == request; });
    return found == m_entries.end() ? nullptr : found->get();
}

void FreeTimesStore::ask(Entry& entry) {
    entry.is_stale = false;
    entry.is_on_the_way = true;
    if (!here(entry.times)) entry.times = Loading{};
    m_client.call<"list_free_times">(entry.request,
                                     [this, request = entry.request](Result<api::FreeTimesView> reply) {
                                         Entry* asked = find(request);
                                         if (!asked) return;
                                         asked->is_on_the_way = false;
                                         refresh(asked->times, std::move(reply));
                                     });
}

void FreeTimesStore::make_room() {
    if (m_entries.size() < most_entries) return;
    const auto oldest = std::ranges::find_if(m_entries, [](const auto& entry) { return !entry->is_on_the_way; });
    if (oldest != m_entries.end()) m_entries.erase(oldest);
}

}  // namespace loggia::portal
