#include "portal/store/live_store.h"

#include "core/base/text.h"

#include <algorithm>

namespace loggia::portal {

namespace {

/// The first whole number in the event: "17" or {"seq":17}.
std::optional<std::int64_t> seq_in(std::string_view data) {
    constexpr std::string_view digits = "0123456789";
    const auto from = data.find_first_of(digits);
    if (from == std::string_view::npos) return std::nullopt;
    const auto to = data.find_first_not_of(digits, from);
    return text::to_integer(data.substr(from, to == std::string_view::npos ? to : to - from));
}

}  // namespace

void LiveStore::begin_at(std::int64_t seq) {
    if (m_has_begun) return;
    m_has_begun = true;
    m_seen = seq;
    catch_up();
}

void LiveStore::receive(std::string_view data) {
    const auto seq = seq_in(data);
    if (!seq) return;
    set_connected(true);
    m_target = std::max(m_target, *seq);
    catch_up();
}

void LiveStore::set_connected(bool is_connected) {
    m_is_connected = is_connected;
    m_was_connected = m_was_connected || is_connected;
}

void LiveStore::set_online(bool is_online) {
    m_is_online = is_online;
    if (is_online) catch_up();
}

void LiveStore::catch_up() {
    if (!m_has_begun || m_is_asking || m_target <= m_seen) return;
    m_is_asking = true;
    m_client.call<"sync">({m_seen}, [this](Result<api::SyncView> reply) {
        m_is_asking = false;
        m_has_failed = !reply;
        if (!reply) return;
        accept(*reply);
        catch_up();
    });
}

void LiveStore::accept(const api::SyncView& view) {
    m_seen = std::max(m_seen, view.seq);
    m_target = std::max(m_target, m_seen);
    if (m_on_catalog) m_on_catalog(view.catalog_version);
    if (!view.complete) return mark_all_stale();
    for (const auto& change : view.changes) {
        m_free_times.mark_stale(change.on);
        if (change.booking) {
            m_bookings.apply(*change.booking);
            m_calendar.apply(*change.booking, m_business.zone());
        } else {
            m_calendar.mark_stale(change.on);
        }
    }
}

void LiveStore::apply(const api::BookingView& record) {
    m_bookings.apply(record);
    m_calendar.apply(record, m_business.zone());
    m_free_times.mark_stale(m_business.zone().date_at(record.starts_at));
}

void LiveStore::mark_all_stale() {
    m_free_times.mark_all_stale();
    m_bookings.mark_stale();
    m_calendar.mark_all_stale();
}

Liveness LiveStore::liveness() const {
    if (!m_is_online) return Liveness::offline;
    if (m_is_connected && !m_has_failed) return Liveness::live;
    return m_was_connected ? Liveness::reconnecting : Liveness::connecting;
}

}  // namespace loggia::portal
