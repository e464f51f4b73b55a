#pragma once

#include "portal/net/client.h"
#include "portal/session.h"
#include "portal/store/remote.h"

#include <functional>
#include <optional>

namespace loggia::portal {

/// Who the server takes us for, and the ways to become somebody else.
class SessionStore {
public:
    explicit SessionStore(Client& client) : m_client(client) {}

    void load();
    void sign_in(const api::SignIn& credentials);
    void register_client(const api::Registration& registration);
    void sign_out();
    /// Narrows to one of one's roles, or takes all of them again.
    void act_as(std::optional<policy::Role> role);
    void add_dependent(const api::NewDependent& dependent);

    /// What registering or any other call said about the session.
    void accept(api::SessionView view);
    /// The same of an answer that made somebody else of us: it is also what is known without a network.
    void accept_new(api::SessionView view);

    /// Called when another person, or nobody, is here than before.
    void on_change(std::function<void()> listener) { m_on_change = std::move(listener); }
    /// Called when the same person may do other things than before.
    void on_other_rights(std::function<void()> listener) { m_on_other_rights = std::move(listener); }

    [[nodiscard]] const Remote<Session>& state() const { return m_state; }
    [[nodiscard]] const Session& current() const;  ///< a visitor until the server has said otherwise

    [[nodiscard]] const Remote<api::SessionView>& signing_in() const { return m_signing_in; }
    [[nodiscard]] const Remote<api::SessionView>& registering() const { return m_registering; }
    [[nodiscard]] const Remote<api::DependentView>& adding() const { return m_adding; }
    [[nodiscard]] const Remote<api::SessionView>& narrowing() const { return m_narrowing; }
    [[nodiscard]] bool is_signing_out() const { return m_is_signing_out; }
    void forget_narrowing() { m_narrowing = NotAsked{}; }
    void forget_attempts();  ///< what was refused before is of no interest any more

private:
    Client& m_client;
    Session m_visitor;
    Remote<Session> m_state;
    Remote<api::SessionView> m_signing_in;
    Remote<api::SessionView> m_registering;
    Remote<api::DependentView> m_adding;
    Remote<api::SessionView> m_narrowing;
    bool m_is_signing_out = false;
    std::function<void()> m_on_change;
    std::function<void()> m_on_other_rights;
};

}  // namespace loggia::portal
