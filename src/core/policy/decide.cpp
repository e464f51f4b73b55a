#include "core/policy/decide.h"

#include "core/policy/recent_clients.h"

#include <algorithm>

namespace loggia::policy {
namespace {

/// The facts of one question, looked up once for all roles.
struct Facts {
    bool own = false;
    bool assigned = false;
    bool recent_client = false;
    bool support_task = false;
    bool my_team = false;

    [[nodiscard]] bool satisfy(Reach reach) const {
        switch (reach) {
        case Reach::all: return true;
        case Reach::own: return own;
        case Reach::assigned: return assigned;
        case Reach::recent_clients: return recent_client;
        case Reach::support_tasks: return support_task;
        case Reach::my_teams: return my_team;
        case Reach::none: return false;
        }
        return false;
    }
};

template <class Value> bool contains(const std::vector<Value>& values, const std::optional<Value>& value) {
    return value && std::ranges::find(values, *value) != values.end();
}

Facts facts_of(const Actor& actor, const Subject& subject) {
    if (!actor.person) return {};
    return {.own = subject.client == actor.person || contains(actor.dependents, subject.client) ||
                   subject.account_manager == actor.person,
            .assigned = subject.assigned_staff == actor.person,
            .recent_client = is_recent(subject.days_to_nearest_service),
            .support_task = subject.has_open_support_task,
            .my_team = contains(actor.teams, subject.team)};
}

/// What is asked of each cell: does it take in this record, and these people.
class Question {
public:
    Question(const Actor& actor, const Subject& subject)
        : m_facts(facts_of(actor, subject)), m_targets(subject.target_roles), m_is_about_one_record(true) {}
    Question() = default;  ///< about any record at all

    [[nodiscard]] bool reached_by(const Cell& cell) const {
        return !m_is_about_one_record || m_facts.satisfy(cell.reach);
    }
    [[nodiscard]] bool touched_by(const Cell& cell) const {
        if (!m_is_about_one_record || cell.may_touch.empty()) return true;
        return !m_targets.empty() && cell.may_touch.covers(m_targets);
    }

private:
    Facts m_facts;
    RoleSet m_targets;
    bool m_is_about_one_record = false;
};

/// Goes through the cells of one permission and keeps the widest grant and what stands in the way of the others.
class Verdict {
public:
    Verdict(const Actor& actor, Permission permission, const Question& question)
        : m_actor(actor), m_permission(permission), m_question(question) {}

    void weigh_model() {
        const RoleSet roles = roles_in_force(m_actor);
        const auto columns = m_actor.model->columns();
        for (std::size_t column = 0; column < columns.size(); ++column) {
            const Cell& cell = m_actor.model->cell(m_permission, column);
            if (cell.reach == Reach::none) continue;
            const bool allows =
                m_actor.switches.is_on(cell.condition) && m_question.reached_by(cell) && m_question.touched_by(cell);
            if (allows) m_decision.reason.roles_with_it.add(columns[column].role);
            if (roles.has(columns[column].role)) weigh(cell, columns[column].role, {}, allows);
        }
    }

    void weigh_custom_roles() {
        if (m_actor.acting_as) return;
        for (const auto& role : m_actor.custom_roles) {
            const Cell& cell = role->cell(m_permission);
            if (cell.reach == Reach::none) continue;
            const bool allows =
                m_actor.switches.is_on(cell.condition) && m_question.reached_by(cell) && m_question.touched_by(cell);
            weigh(cell, role->made_from, role->id, allows);
        }
    }

    Decision given() {
        Reason& reason = m_decision.reason;
        reason.permission = m_permission;
        if (m_decision.allowed) {
            reason.kind = ReasonKind::granted;
            reason.condition = Switch::none;
            reason.may_touch = {};
            return m_decision;
        }
        if (is_visitor())
            reason.kind = ReasonKind::sign_in_first;
        else if (reason.condition != Switch::none)
            reason.kind = ReasonKind::switched_off;
        else if (!reason.may_touch.empty())
            reason.kind = ReasonKind::target_role;
        else if (reason.reach != Reach::none)
            reason.kind = ReasonKind::out_of_reach;
        reason.roles_that_change_it = who_changes(reason.kind);
        return m_decision;
    }

private:
    void weigh(const Cell& cell, Role role, CustomRoleId custom_role, bool allows) {
        Reason& reason = m_decision.reason;
        const bool is_reached = m_question.reached_by(cell);
        if (!m_actor.switches.is_on(cell.condition)) {
            if (is_reached) reason.condition = cell.condition;
            return;
        }
        reason.reach = std::max(reason.reach, cell.reach);
        if (is_reached && !allows) reason.may_touch = cell.may_touch;
        if (!allows || cell.reach <= m_decision.reach) return;
        m_decision.allowed = true;
        m_decision.reach = cell.reach;
        m_decision.grant = Grant{m_permission, role, cell};
        m_decision.custom_role = custom_role;
    }

    [[nodiscard]] bool is_visitor() const { return !m_actor.person; }

    [[nodiscard]] RoleSet who_changes(ReasonKind kind) const {
        if (kind != ReasonKind::switched_off) return who_gives_a_role_that_may();
        const bool is_plan = m_decision.reason.condition == Switch::plan_grow;
        const auto means = is_plan ? Permission::change_subscription : Permission::set_access_rights;
        RoleSet roles;
        const auto columns = m_actor.model->columns();
        for (std::size_t column = 0; column < columns.size(); ++column)
            if (m_actor.model->cell(means, column).reach != Reach::none) roles.add(columns[column].role);
        return roles;
    }

    [[nodiscard]] RoleSet who_gives_a_role_that_may() const {
        RoleSet givers;
        const auto columns = m_actor.model->columns();
        for (std::size_t giver = 0; giver < columns.size(); ++giver) {
            const RoleSet given = m_actor.model->cell(Permission::assign_roles, giver).may_touch;
            if (given.empty()) continue;
            for (const Column& column : columns)
                if (given.has(column.role) && m_decision.reason.roles_with_it.has(column.role))
                    givers.add(columns[giver].role);
        }
        return givers;
    }

    const Actor& m_actor;
    Permission m_permission;
    const Question& m_question;
    Decision m_decision;
};

Decision decided(const Actor& actor, Permission permission, const Question& question) {
    Verdict verdict{actor, permission, question};
    verdict.weigh_model();
    verdict.weigh_custom_roles();
    return verdict.given();
}

}  // namespace

RoleSet roles_in_force(const Actor& actor) {
    if (!actor.person) return {Role::visitor};
    RoleSet roles = actor.roles;
    roles.add(Role::client);
    if (!actor.acting_as) return roles;
    return roles.has(*actor.acting_as) ? RoleSet{*actor.acting_as} : RoleSet{};
}

bool works_here(const Actor& actor) { return actor.person && (is_staff(actor.roles) || !actor.custom_roles.empty()); }

bool acts_as_staff(const Actor& actor) {
    return actor.acting_as ? is_staff(roles_in_force(actor)) : works_here(actor);
}

Decision decide(const Actor& actor, Permission permission, const Subject& subject) {
    return decided(actor, permission, Question{actor, subject});
}

Decision decide_any(const Actor& actor, Permission permission) { return decided(actor, permission, Question{}); }

}  // namespace loggia::policy
