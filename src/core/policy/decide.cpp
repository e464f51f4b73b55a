#include "core/policy/decide.h"

#include "core/policy/recent_clients.h"

#include <algorithm>

namespace loggia::policy {
namespace {

/// The reaches that take in one record, as a set.
class Reached {
public:
    constexpr void add(Reach reach, bool is_reached) {
        m_bits |= (is_reached ? 1U : 0U) << static_cast<unsigned>(reach);
    }
    [[nodiscard]] constexpr bool has(Reach reach) const { return (m_bits >> static_cast<unsigned>(reach) & 1U) != 0; }

private:
    unsigned m_bits = 0;
};

template <class Value> bool contains(const std::vector<Value>& values, const std::optional<Value>& value) {
    return value && std::ranges::find(values, *value) != values.end();
}

Reached reaches_of(const Actor& actor, const Subject& subject) {
    Reached reached;
    reached.add(Reach::all, true);
    if (!actor.person) return reached;
    reached.add(Reach::own, subject.client == actor.person || contains(actor.dependents, subject.client) ||
                                subject.account_manager == actor.person);
    reached.add(Reach::assigned, subject.assigned_staff == actor.person);
    reached.add(Reach::recent_clients, is_recent(subject.days_to_nearest_service));
    reached.add(Reach::support_tasks, subject.has_open_support_task);
    reached.add(Reach::my_teams, contains(actor.teams, subject.team));
    return reached;
}

/// What is asked of each cell: does it take in this record, and these people.
class Question {
public:
    Question(const Actor& actor, const Subject& subject)
        : m_reached(reaches_of(actor, subject)), m_targets(subject.target_roles), m_is_about_one_record(true) {}
    Question() = default;  ///< about any record at all

    [[nodiscard]] bool reached_by(const Cell& cell) const {
        return !m_is_about_one_record || m_reached.has(cell.reach);
    }
    [[nodiscard]] bool touched_by(const Cell& cell) const {
        if (!m_is_about_one_record || cell.may_touch.empty()) return true;
        return !m_targets.empty() && cell.may_touch.covers(m_targets);
    }

private:
    Reached m_reached;
    RoleSet m_targets;
    bool m_is_about_one_record = false;
};

/// Goes through the cells of one permission and keeps the widest grant and what stands in the way of the others.
class Verdict {
public:
    Verdict(const Actor& actor, Permission permission, const Question& question, Decision& decision)
        : m_actor(actor), m_permission(permission), m_question(question), m_decision(decision) {}

    void weigh_model() {
        const RoleSet roles = roles_in_force(m_actor);
        const auto columns = m_actor.model->columns();
        const auto cells = m_actor.model->row(m_permission);
        for (std::size_t column = 0; column < columns.size(); ++column) {
            const Cell& cell = cells[column];
            if (cell.reach == Reach::none) continue;
            const Role role = columns[column].role;
            const Answer answer = answer_of(cell);
            if (answer.allows()) m_decision.reason.roles_with_it.add(role);
            if (roles.has(role)) weigh(cell, answer, role, {});
        }
    }

    void weigh_custom_roles() {
        if (m_actor.acting_as) return;
        for (const auto& role : m_actor.custom_roles) {
            const Cell& cell = role->cell(m_permission);
            if (cell.reach != Reach::none) weigh(cell, answer_of(cell), role->made_from, role->id);
        }
    }

    void give_reason() {
        Reason& reason = m_decision.reason;
        reason.permission = m_permission;
        if (m_decision.allowed) {
            reason.kind = ReasonKind::granted;
            reason.condition = Switch::none;
            reason.may_touch = {};
            return;
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
    }

private:
    /// What one cell says of the question.
    struct Answer {
        bool is_on = false;
        bool is_reached = false;
        bool is_touched = false;
        [[nodiscard]] bool allows() const { return is_on && is_reached && is_touched; }
    };

    [[nodiscard]] Answer answer_of(const Cell& cell) const {
        return {m_actor.switches.is_on(cell.condition), m_question.reached_by(cell), m_question.touched_by(cell)};
    }

    void weigh(const Cell& cell, Answer answer, Role role, CustomRoleId custom_role) {
        Reason& reason = m_decision.reason;
        if (!answer.is_on) {
            if (answer.is_reached) reason.condition = cell.condition;
            return;
        }
        reason.reach = std::max(reason.reach, cell.reach);
        if (answer.is_reached && !answer.is_touched) reason.may_touch = cell.may_touch;
        if (!answer.allows() || cell.reach <= m_decision.reach) return;
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
        const auto cells = m_actor.model->row(Permission::assign_roles);
        for (std::size_t giver = 0; giver < columns.size(); ++giver)
            if (cells[giver].may_touch.has_any_of(m_decision.reason.roles_with_it)) givers.add(columns[giver].role);
        return givers;
    }

    const Actor& m_actor;
    Permission m_permission;
    const Question& m_question;
    Decision& m_decision;
};

Decision decided(const Actor& actor, Permission permission, const Question& question) {
    Decision decision;
    Verdict verdict{actor, permission, question, decision};
    verdict.weigh_model();
    verdict.weigh_custom_roles();
    verdict.give_reason();
    return decision;
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
