#pragma once

#include "portal/net/client.h"
#include "portal/store/remote.h"
#include "portal/store/session_store.h"
#include "portal/team.h"

#include <functional>

namespace loggia::portal {

/// Who works here, and what changes that: roles given and taken, roles made, switches turned. What a change made of
/// things is shown at once; the session is asked for anew, because it may have been about the reader.
class TeamStore {
public:
    TeamStore(Client& client, SessionStore& session) : m_client(client), m_session(session) {}

    /// Asks where it was not asked or is out of date; what is here stays until the answer is.
    const Remote<Team>& want();
    void try_again();
    void mark_stale() { m_is_stale = true; }
    void clear();

    void change_roles(const api::RoleChange& change);
    void add_member(const api::NewTeamMember& member);
    void save_role(const api::CustomRoleDraft& draft);
    void remove_role(const api::CustomRoleRemoval& removal);
    void change_switch(const api::SwitchChange& change);

    /// Of somebody known or somebody new.
    [[nodiscard]] const Remote<api::RoleChangeView>& changing() const { return m_changing; }
    [[nodiscard]] const Remote<api::CustomRoleView>& saving() const { return m_saving; }
    [[nodiscard]] const Remote<api::Nothing>& removing() const { return m_removing; }
    [[nodiscard]] const Remote<api::SwitchesView>& switching() const { return m_switching; }
    void forget_attempts();  ///< what was answered before is of no interest any more

    /// Called when a change was made: there is more in the history.
    void on_made(std::function<void()> listener) { m_on_made = std::move(listener); }

private:
    template <class Reply, class Show> auto answer(Remote<Reply>& state, Show show);
    [[nodiscard]] const policy::Model& model() const { return *m_session.current().actor().model; }

    Client& m_client;
    SessionStore& m_session;
    Remote<Team> m_team;
    Remote<api::RoleChangeView> m_changing;
    Remote<api::CustomRoleView> m_saving;
    Remote<api::Nothing> m_removing;
    Remote<api::SwitchesView> m_switching;
    std::function<void()> m_on_made;
    bool m_is_stale = true;
    bool m_is_asking = false;
    unsigned m_generation = 0;  ///< answers to somebody who is not here any more are not shown
};

}  // namespace loggia::portal
