#pragma once

#include "portal/net/client.h"
#include "portal/store/delivery.h"
#include "portal/store/session_store.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace loggia::portal {

/// One change that waits, as the person who made it sees it.
struct Waiting {
    std::string id;  ///< of the record on the disk; in the order in which the changes were made
    api::OutboxRecord record;
    Delivery delivery = Delivery::pending;
};

/// Changes made without a network. Each is on the browser's disk before anybody is told that it waits, belongs to who
/// made it, and is sent in order, by one page of the browser at a time, with the key that makes the server do it
/// once. Nothing counts as done before the server has said so.
class OutboxStore {
public:
    OutboxStore(Client& client, SessionStore& session) : m_client(client), m_session(session) {}

    enum class Kept { yes, no };
    using Done = std::function<void(Kept)>;

    /// What the browser kept; without a database nothing can wait.
    void restore(const ui::Launch& launch);

    /// Whether a change can wait: there is a disk, somebody is here, and not too much waits already.
    [[nodiscard]] bool can_keep() const;
    /// `record` says what and its key; whose and when is filled in. `done` hears whether it is on the disk.
    void add(api::OutboxRecord record, Done done);
    void retry(std::string_view id);
    void discard(std::string_view id);

    /// Those of whoever is here, oldest first, none of which is only on its way to the disk.
    [[nodiscard]] std::vector<const Waiting*> waiting() const;
    /// How the cancelling of this booking stands, if it waits.
    [[nodiscard]] const Waiting* cancelling(BookingId booking) const;
    /// Records that could not be read and were removed.
    [[nodiscard]] int unreadable() const { return m_unreadable; }
    void forget_unreadable() { m_unreadable = 0; }

    /// Called with what the server made of a change.
    void on_record(std::function<void(const api::BookingView&)> listener) { m_on_record = std::move(listener); }
    /// Called when one has been sent or was refused.
    void on_answer(std::function<void(const Waiting&)> listener) { m_on_answer = std::move(listener); }

    void receive(const std::vector<ui::Stored>& records, ui::Turn turn);
    void record_kept(std::string_view id, bool is_kept);
    void set_online(bool is_online);

    /// Begins to send when it is time; returns when to look again.
    std::optional<ui::Milliseconds> tick(ui::Milliseconds now);
    void take_into(ui::Host& host);

private:
    struct Entry {
        Waiting waiting;
        Done done;
        ui::Milliseconds due = 0;
        int losses = 0;
        bool has_new_hold = false;  ///< asked for in this very attempt
    };
    enum class Turn { not_wanted, wanted, checking, ours };

    [[nodiscard]] Entry* find(std::string_view id);
    [[nodiscard]] bool is_of_who_is_here(const Entry& entry) const;
    [[nodiscard]] Entry* next_pending();
    bool apply(Entry& entry, DeliveryEvent event);
    void write(const Entry& entry);
    void remove(std::string_view id);
    void read(const std::vector<ui::Stored>& records);
    void check_who_is_here();
    void send_next();
    void give_turn_back();

    void send(Entry& entry);
    void send_cancellation(const Entry& entry);
    void ask_for_hold(const Entry& entry);
    void book_hold(const Entry& entry);
    void take_hold(std::string_view id, Result<api::HoldView> reply);
    void take_booking(std::string_view id, Result<api::BookingView> reply);
    bool begin_with_new_hold(Entry& entry, const Error& error);
    void finish(std::string_view id, const Result<api::BookingView>& reply);
    void refuse(Entry& entry, const Error& error);

    Client& m_client;
    SessionStore& m_session;
    std::vector<Entry> m_entries;
    std::vector<ui::RecordChange> m_changes;
    std::optional<ui::Turn> m_turn_wish;
    Turn m_turn = Turn::not_wanted;
    std::function<void(const api::BookingView&)> m_on_record;
    std::function<void(const Waiting&)> m_on_answer;
    ui::Milliseconds m_last_made = 0;  ///< no two changes are made at one moment
    int m_unreadable = 0;
    bool m_keeps_records = false;
    bool m_is_online = true;
};

}  // namespace loggia::portal
