#include "portal/store/bookings_store.h"

#include <algorithm>

namespace loggia::portal {

const Remote<api::BookingList>& BookingsStore::want_mine() {
    if (m_is_stale && !m_is_on_the_way) ask_mine();
    return m_mine;
}

void BookingsStore::ask_mine() {
    m_is_stale = false;
    m_is_on_the_way = true;
    if (!here(m_mine)) m_mine = Loading{};
    m_client.call<"list_my_bookings">({}, [this, generation = m_generation](Result<api::BookingList> reply) {
        if (generation != m_generation) return;
        m_is_on_the_way = false;
        refresh(m_mine, std::move(reply));
    });
}

const Remote<api::BookingView>& BookingsStore::want(BookingId id) {
    if (m_one_id == id && !is_not_asked(m_one)) return m_one;
    m_one_id = id;
    m_one = Loading{};
    m_client.call<"show_booking">({id}, [this, id](Result<api::BookingView> reply) {
        if (m_one_id == id) m_one = remote_of(std::move(reply));
    });
    return m_one;
}

void BookingsStore::cancel(const api::BookingView& booking) {
    api::OutboxRecord record;
    record.what = "cancel_booking";
    record.key = m_client.new_key();
    record.service_id = booking.service_id;
    record.performer_id = booking.person_id;
    record.starts_at = booking.starts_at;
    record.booking_id = booking.id;
    m_cancelling = booking.id;
    m_cancelled = Loading{};
    if (!m_client.is_online() && m_outbox.can_keep()) return put_off_cancelling(record);
    const auto done = [this, record](Result<api::BookingView> reply) {
        if (reply && m_on_record) m_on_record(*reply);
        if (m_cancelling != record.booking_id) return;
        const bool was_lost = !reply && Client::is_lost(reply.error());
        if (was_lost && m_outbox.can_keep()) return put_off_cancelling(record);
        m_cancelled = remote_of(std::move(reply));
    };
    m_client.call<"cancel_booking">({booking.id}, done, record.key);
}

void BookingsStore::put_off_cancelling(const api::OutboxRecord& record) {
    m_outbox.add(record, [this, id = record.booking_id](OutboxStore::Kept kept) {
        if (m_cancelling != id) return;
        if (kept == OutboxStore::Kept::yes) return forget_cancelling();
        m_cancelled = Client::no_answer();
    });
}

void BookingsStore::forget_cancelling() {
    m_cancelling.reset();
    m_cancelled = NotAsked{};
}

void BookingsStore::apply(const api::BookingView& record) {
    if (m_one_id == record.id) m_one = record;
    m_is_stale = true;
    auto* mine = std::get_if<api::BookingList>(&m_mine);
    if (!mine) return;
    const auto found = std::ranges::find(mine->bookings, record.id, &api::BookingView::id);
    if (found != mine->bookings.end()) *found = record;
}

void BookingsStore::try_again() {
    if (failure(m_mine)) m_is_stale = true;
    if (failure(m_one)) m_one = NotAsked{};
}

void BookingsStore::clear() {
    ++m_generation;
    m_mine = NotAsked{};
    m_one = NotAsked{};
    m_one_id = {};
    m_is_stale = true;
    m_is_on_the_way = false;
    forget_cancelling();
}

}  // namespace loggia::portal
