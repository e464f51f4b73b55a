#include "portal/store/outbox_store.h"

#include "core/api/error_status.h"

#include <algorithm>
#include <utility>

namespace loggia::portal {

namespace {

constexpr std::size_t most_waiting = 50;
constexpr ui::Milliseconds first_delay = 5'000;
constexpr ui::Milliseconds longest_delay = 300'000;
constexpr int most_doublings = 6;
constexpr days keys_are_valid{7};  // the server remembers them a day longer
constexpr days records_are_kept{30};
constexpr std::string_view cancelling_name = "cancel_booking";
constexpr std::string_view booking_name = "create_booking";

/// Sorts by time: 13 digits of milliseconds last until the year 2286.
std::string record_id(ui::Milliseconds now, std::string_view key) {
    std::string digits = std::to_string(std::max<ui::Milliseconds>(now, 0));
    digits.insert(0, 13 - std::min<std::size_t>(13, digits.size()), '0');
    return digits + "-" + std::string(key);
}

std::optional<Waiting> waiting_in(const ui::Stored& stored) {
    auto record = api::decode<api::OutboxRecord>(stored.value);
    if (!record) return std::nullopt;
    const auto delivery = delivery_named(record->state);
    const bool is_cancelling = record->what == cancelling_name && record->booking_id;
    if (!delivery || (!is_cancelling && record->what != booking_name)) return std::nullopt;
    if (!record->owner_id.is_set() || record->key.size() < 16 || record->key.size() > 100) return std::nullopt;
    return Waiting{stored.key, std::move(*record), *delivery};
}

bool may_pass_by_itself(ErrorCode code) {
    return code == ErrorCode::unavailable || code == ErrorCode::rate_limited || code == ErrorCode::internal ||
           code == ErrorCode::unauthenticated;
}

bool is_gone(const Error& error) { return error.code == ErrorCode::conflict || error.code == ErrorCode::not_found; }

}  // namespace

void OutboxStore::restore(const ui::Launch& launch) {
    m_keeps_records = launch.keeps_records;
    m_is_online = launch.is_online;
    read(launch.outbox);
}

bool OutboxStore::can_keep() const {
    return m_keeps_records && m_session.current().is_signed_in() && m_entries.size() < most_waiting;
}

void OutboxStore::add(api::OutboxRecord record, Done done) {
    const auto* person = m_session.current().person();
    if (!can_keep() || !person) return done(Kept::no);
    record.owner_id = person->id;
    record.made_at = instant_of(m_client.now() / 1000);
    m_last_made = std::max(m_client.now(), m_last_made + 1);
    const auto id = record_id(m_last_made, record.key);
    m_entries.push_back({
        .waiting = {id, std::move(record), Delivery::writing},
          .done = std::move(done)
    });
    write(m_entries.back());
}

void OutboxStore::write(const Entry& entry) {
    auto record = entry.waiting.record;
    record.state = name_of(entry.waiting.delivery);
    m_changes.push_back({ui::Records::outbox, entry.waiting.id, api::encode(record)});
}

void OutboxStore::remove(std::string_view id) {
    m_changes.push_back({ui::Records::outbox, std::string(id), {}});
    std::erase_if(m_entries, [&](const Entry& entry) { return entry.waiting.id == id; });
}

bool OutboxStore::apply(Entry& entry, DeliveryEvent event) {
    const auto next = after(entry.waiting.delivery, event);
    if (next) entry.waiting.delivery = *next;
    return next.has_value();
}

void OutboxStore::retry(std::string_view id) {
    auto* entry = find(id);
    if (!entry || !apply(*entry, DeliveryEvent::retried)) return;
    auto& record = entry->waiting.record;
    record.reason.clear();
    record.reason_code.clear();
    record.reason_field.clear();
    record.made_at = instant_of(m_client.now() / 1000);
    entry->due = 0;
    write(*entry);
}

void OutboxStore::discard(std::string_view id) {
    auto* entry = find(id);
    if (entry && apply(*entry, DeliveryEvent::discarded)) remove(id);
}

OutboxStore::Entry* OutboxStore::find(std::string_view id) {
    const auto found = std::ranges::find_if(m_entries, [&](const Entry& entry) { return entry.waiting.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

bool OutboxStore::is_of_who_is_here(const Entry& entry) const {
    const auto* person = m_session.current().person();
    return person && entry.waiting.record.owner_id == person->id;
}

std::vector<const Waiting*> OutboxStore::waiting() const {
    std::vector<const Waiting*> found;
    for (const auto& entry : m_entries)
        if (is_of_who_is_here(entry) && entry.waiting.delivery != Delivery::writing) found.push_back(&entry.waiting);
    return found;
}

const Waiting* OutboxStore::cancelling(BookingId booking) const {
    for (const auto* waiting : waiting())
        if (waiting->record.what == cancelling_name && waiting->record.booking_id == booking) return waiting;
    return nullptr;
}

void OutboxStore::receive(const std::vector<ui::Stored>& records, ui::Turn turn) {
    read(records);
    if (turn == ui::Turn::theirs) return;
    if (m_turn != Turn::wanted || !next_pending()) return give_turn_back();
    check_who_is_here();
}

/// What the disk says counts, but for what is only on its way there or on its way to the server.
void OutboxStore::read(const std::vector<ui::Stored>& records) {
    const auto before = std::exchange(m_entries, {});
    const Instant now = instant_of(m_client.now() / 1000);
    for (const auto& stored : records) {
        auto waiting = waiting_in(stored);
        const bool is_old = waiting && m_client.now() > 0 && waiting->record.made_at + records_are_kept < now;
        if (!waiting || is_old || m_entries.size() >= 2 * most_waiting) {
            m_changes.push_back({ui::Records::outbox, stored.key, {}});
            m_unreadable += waiting ? 0 : 1;
            continue;
        }
        m_entries.push_back({.waiting = std::move(*waiting), .done = {}});
    }
    for (const auto& entry : before) {
        auto* same = find(entry.waiting.id);
        const bool is_on_its_way =
            entry.waiting.delivery == Delivery::writing || entry.waiting.delivery == Delivery::sending;
        if (same && !is_on_its_way) same->due = entry.due, same->losses = entry.losses;
        if (same && is_on_its_way) *same = entry;
        if (!same && is_on_its_way) m_entries.push_back(entry);
    }
    std::ranges::sort(m_entries, {}, [](const Entry& entry) -> const std::string& { return entry.waiting.id; });
}

void OutboxStore::record_kept(std::string_view id, bool is_kept) {
    auto* entry = find(id);
    if (!entry || !apply(*entry, is_kept ? DeliveryEvent::kept : DeliveryEvent::not_kept)) return;
    const auto done = std::exchange(entry->done, {});
    if (!is_kept) std::erase_if(m_entries, [&](const Entry& one) { return one.waiting.id == id; });
    if (done) done(is_kept ? Kept::yes : Kept::no);
}

void OutboxStore::set_online(bool is_online) {
    m_is_online = is_online;
    if (!is_online) return;
    for (auto& entry : m_entries) entry.due = 0;
}

void OutboxStore::take_into(ui::Host& host) {
    for (auto& change : std::exchange(m_changes, {})) host.records.push_back(std::move(change));
    if (m_turn_wish) host.turn = std::exchange(m_turn_wish, std::nullopt);
}

// ---- sending ---------------------------------------------------------------------------------------------------

OutboxStore::Entry* OutboxStore::next_pending() {
    const auto found = std::ranges::find_if(m_entries, [&](const Entry& entry) {
        return is_of_who_is_here(entry) && entry.waiting.delivery == Delivery::pending;
    });
    return found == m_entries.end() ? nullptr : &*found;
}

std::optional<ui::Milliseconds> OutboxStore::tick(ui::Milliseconds now) {
    if (!m_is_online || m_turn != Turn::not_wanted) return std::nullopt;
    const auto* next = next_pending();
    if (!next) return std::nullopt;
    if (next->due > now) return next->due;
    m_turn = Turn::wanted;
    m_turn_wish = ui::Turn::ours;
    return std::nullopt;
}

void OutboxStore::give_turn_back() {
    m_turn = Turn::not_wanted;
    m_turn_wish = ui::Turn::theirs;
}

/// Another page may have signed somebody else in meanwhile, and what waits is sent as whoever the cookie names.
void OutboxStore::check_who_is_here() {
    m_turn = Turn::checking;
    m_client.call<"show_session">({}, [this](Result<api::SessionView> reply) {
        if (reply && !m_client.is_remembering()) {
            m_session.accept(std::move(*reply));
            m_turn = Turn::ours;
            return send_next();
        }
        if (auto* entry = next_pending())
            entry->due = m_client.now() + (first_delay << std::min(entry->losses++, most_doublings));
        give_turn_back();
    });
}

void OutboxStore::send_next() {
    const Instant now = instant_of(m_client.now() / 1000);
    for (auto* entry = next_pending(); entry; entry = next_pending()) {
        if (entry->due > m_client.now()) break;
        if (entry->waiting.record.made_at + keys_are_valid < now) {
            apply(*entry, DeliveryEvent::expired);
            write(*entry);
            continue;
        }
        apply(*entry, DeliveryEvent::begun);
        entry->has_new_hold = false;
        return send(*entry);
    }
    give_turn_back();
}

void OutboxStore::send(Entry& entry) {
    if (entry.waiting.record.what == cancelling_name) return send_cancellation(entry);
    entry.waiting.record.booking_id ? book_hold(entry) : ask_for_hold(entry);
}

void OutboxStore::send_cancellation(const Entry& entry) {
    const auto& record = entry.waiting.record;
    m_client.call<"cancel_booking">(
        {*record.booking_id}, [this, id = entry.waiting.id](Result<api::BookingView> reply) { finish(id, reply); },
        record.key);
}

/// With a key of its own, so that an answer that was lost on the way brings the same hold again.
void OutboxStore::ask_for_hold(const Entry& entry) {
    const auto& record = entry.waiting.record;
    m_client.call<"create_hold">(
        {record.service_id, record.performer_id, record.starts_at},
        [this, id = entry.waiting.id](Result<api::HoldView> reply) { take_hold(id, std::move(reply)); },
        "hold-" + record.key);
}

void OutboxStore::take_hold(std::string_view id, Result<api::HoldView> reply) {
    auto* entry = find(id);
    if (!entry || !reply) return finish(id, std::unexpected(reply ? Error{} : std::move(reply).error()));
    auto& record = entry->waiting.record;
    if (reply->expires_at <= instant_of(m_client.now() / 1000) && !entry->has_new_hold) {
        entry->has_new_hold = true;
        record.key = m_client.new_key();
        write(*entry);
        return ask_for_hold(*entry);
    }
    entry->has_new_hold = true;
    record.booking_id = reply->id;
    record.secret = std::move(reply->secret);
    write(*entry);
    book_hold(*entry);
}

void OutboxStore::book_hold(const Entry& entry) {
    const auto& record = entry.waiting.record;
    m_client.call<"create_booking">(
        {*record.booking_id, record.secret, record.for_person_id},
        [this, id = entry.waiting.id](Result<api::BookingView> reply) { take_booking(id, std::move(reply)); },
        record.key);
}

void OutboxStore::take_booking(std::string_view id, Result<api::BookingView> reply) {
    auto* entry = find(id);
    if (entry && !reply && begin_with_new_hold(*entry, reply.error())) return;
    finish(id, reply);
}

/// A hold from long ago is over. As the server refused this key, it was not booked with it, and the time may be free.
bool OutboxStore::begin_with_new_hold(Entry& entry, const Error& error) {
    if (entry.has_new_hold || !is_gone(error) || error.field != "hold_id") return false;
    auto& record = entry.waiting.record;
    record.key = m_client.new_key();
    record.booking_id.reset();
    record.secret.clear();
    write(entry);
    entry.has_new_hold = true;
    ask_for_hold(entry);
    return true;
}

void OutboxStore::finish(std::string_view id, const Result<api::BookingView>& reply) {
    auto* entry = find(id);
    if (!entry) return send_next();
    if (!reply) {
        refuse(*entry, reply.error());
    } else if (apply(*entry, DeliveryEvent::confirmed)) {
        const Waiting sent = entry->waiting;
        remove(sent.id);
        if (m_on_record) m_on_record(*reply);
        if (m_on_answer) m_on_answer(sent);
    }
    send_next();
}

void OutboxStore::refuse(Entry& entry, const Error& error) {
    if (may_pass_by_itself(error.code)) {
        apply(entry, DeliveryEvent::lost);
        const auto delay = std::min(longest_delay, first_delay << std::min(entry.losses++, most_doublings));
        entry.due = m_client.now() + std::max<ui::Milliseconds>(delay, error.retry_after_seconds * 1000LL);
        return;
    }
    const bool is_outrun = error.code == ErrorCode::conflict;
    if (!apply(entry, is_outrun ? DeliveryEvent::outrun : DeliveryEvent::refused)) return;
    entry.waiting.record.reason = error.message;
    entry.waiting.record.reason_code = api::status_of(error.code).name;
    entry.waiting.record.reason_field = error.field;
    write(entry);
    if (m_on_answer) m_on_answer(entry.waiting);
}

}  // namespace loggia::portal
