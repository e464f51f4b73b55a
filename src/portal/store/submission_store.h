#pragma once

#include "portal/net/client.h"
#include "portal/store/hold_store.h"
#include "portal/store/outbox_store.h"
#include "portal/store/remote.h"
#include "portal/store/session_store.h"

#include <functional>
#include <optional>
#include <string>

namespace loggia::portal {

/// All it takes to turn a hold into a booking.
struct Submission {
    std::optional<api::Registration> registration;  ///< of a visitor, who thereby becomes a client
    std::optional<PersonId> for_person;             ///< a dependent who is known already
    std::string for_new_dependent;                  ///< the name of one in the registration; empty: none
};

/// The last step of booking: registers where needed, then books. A failure of the second leaves the first done, and
/// the next try begins with booking.
class SubmissionStore {
public:
    SubmissionStore(Client& client, SessionStore& session, HoldStore& hold, OutboxStore& outbox)
        : m_client(client), m_session(session), m_hold(hold), m_outbox(outbox) {}

    void submit(const Submission& submission);
    /// Without a network: the booking waits in the outbox, with the hold if there is one. For whoever is signed in.
    void put_off(const api::HoldRequest& wish, std::optional<PersonId> for_person);
    [[nodiscard]] bool can_put_off() const { return !m_client.is_online() && m_outbox.can_keep(); }
    [[nodiscard]] bool is_put_off() const { return m_is_put_off; }
    void forget() {
        m_state = NotAsked{};
        m_is_put_off = false;
    }

    void on_record(std::function<void(const api::BookingView&)> listener) { m_on_record = std::move(listener); }

    [[nodiscard]] const Remote<api::BookingView>& state() const { return m_state; }

private:
    void book(std::optional<PersonId> for_person);
    [[nodiscard]] std::optional<PersonId> dependent_named(std::string_view name) const;

    Client& m_client;
    SessionStore& m_session;
    HoldStore& m_hold;
    OutboxStore& m_outbox;
    Remote<api::BookingView> m_state;
    std::optional<api::BookingRequest> m_unanswered;  ///< whether it booked is not known
    std::string m_key;                                ///< it was sent with
    bool m_is_put_off = false;
    std::function<void(const api::BookingView&)> m_on_record;
};

}  // namespace loggia::portal
