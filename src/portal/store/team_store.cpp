#include "portal/store/team_store.h"

namespace loggia::portal {

const Remote<Team>& TeamStore::want() {
    if (!m_is_stale || m_is_asking) return m_team;
    m_is_stale = false;
    m_is_asking = true;
    if (!here(m_team)) m_team = Loading{};
    m_client.call<"list_team">({}, [this, generation = m_generation](Result<api::TeamView> reply) {
        if (generation != m_generation) return;
        m_is_asking = false;
        if (reply) {
            m_team = Team(std::move(*reply), model());
        } else {
            refresh(m_team, Result<Team>(std::unexpected(std::move(reply).error())));
        }
    });
    return m_team;
}

void TeamStore::try_again() {
    if (failure(m_team)) m_is_stale = true;
}

void TeamStore::clear() {
    ++m_generation;
    m_team = NotAsked{};
    m_is_stale = true;
    m_is_asking = false;
    forget_attempts();
}

void TeamStore::forget_attempts() {
    m_changing = NotAsked{};
    m_saving = NotAsked{};
    m_removing = NotAsked{};
    m_switching = NotAsked{};
}

/// After a refusal the team is asked for anew as well: what it was sent for may have been out of date.
template <class Reply, class Show> auto TeamStore::answer(Remote<Reply>& state, Show show) {
    state = Loading{};
    return [this, &state, show, generation = m_generation](Result<Reply> reply) {
        if (generation != m_generation) return;
        state = remote_of(reply);
        mark_stale();
        if (!reply) return;
        if (auto* team = std::get_if<Team>(&m_team)) show(*team, *reply);
        m_session.load();
        if (m_on_made) m_on_made();
    };
}

void TeamStore::change_roles(const api::RoleChange& change) {
    m_client.call<"change_roles">(
        change, answer(m_changing, [](Team& team, const api::RoleChangeView& made) { team.put(made.member); }));
}

void TeamStore::add_member(const api::NewTeamMember& member) {
    m_client.call<"add_team_member">(
        member, answer(m_changing, [](Team& team, const api::RoleChangeView& made) { team.put(made.member); }));
}

void TeamStore::save_role(const api::CustomRoleDraft& draft) {
    m_client.call<"save_custom_role">(
        draft, answer(m_saving, [this](Team& team, const api::CustomRoleView& role) { team.put(role, model()); }));
}

void TeamStore::remove_role(const api::CustomRoleRemoval& removal) {
    m_client.call<"remove_custom_role">(
        removal, answer(m_removing, [id = removal.role_id](Team& team, const api::Nothing&) { team.remove(id); }));
}

void TeamStore::change_switch(const api::SwitchChange& change) {
    m_client.call<"change_switch">(change, answer(m_switching, [](Team&, const api::SwitchesView&) {}));
}

}  // namespace loggia::portal
