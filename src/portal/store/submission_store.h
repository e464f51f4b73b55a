#pragma once

#include "portal/net/client.h"
#include "portal/store/hold_store.h"
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
    SubmissionStore(Client& client, SessionStore& session, HoldStore& hold)
        : m_client(client), m_session(session), m_hold(hold) {}

    void submit(const Submission& submission);
    void forget() { m_state = NotAsked{}; }

    void on_record(std::function<void(const api::BookingView&)> listener) { m_on_record = std::move(listener); }

    [[nodiscard]] const Remote<api::BookingView>& state() const { return m_state; }

private:
    void book(std::optional<PersonId> for_person);
    [[nodiscard]] std::optional<PersonId> dependent_named(std::string_view name) const;

    Client& m_client;
    SessionStore& m_session;
    HoldStore& m_hold;
    Remote<api::BookingView> m_state;
    std::optional<api::BookingRequest> m_unanswered;  ///< whether it booked is not known
    std::string m_key;                                ///< it was sent with
    std::function<void(const api::BookingView&)> m_on_record;
};

}  // namespace loggia::portal
