// Who may give roles to whom, in every model; invariants.cpp names those that cells.csv states in words.
#include "core/policy/assignment.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <random>
#include <utility>

using namespace loggia;
using namespace loggia::policy;

namespace {

constexpr PersonId author_id{1};

Actor author_with(const Model& model, RoleSet roles) {
    Actor actor;
    actor.model = &model;
    actor.person = author_id;
    actor.roles = roles;
    actor.switches.turn_on(Switch::plan_grow);
    return actor;
}

Headcount everybody_twice(const Model& model) {
    Headcount headcount;
    for (int i = 0; i < 2; ++i) headcount.add(model.staff_roles());
    return headcount;
}

HeldRoles holding(RoleSet roles) { return {roles, {}}; }

ErrorCode code_of(const Result<Decision>& result) { return result ? ErrorCode::internal : result.error().code; }

std::shared_ptr<const CustomRole> made(CustomRole role, int number) {
    role.id = CustomRoleId{number};
    role.name = "Made " + std::to_string(number);
    return std::make_shared<const CustomRole>(std::move(role));
}

/// Somebody's cells for one permission, each of which some role gives.
std::vector<Cell> cells_of(const Model& model, const HeldRoles& held, Permission permission) {
    std::vector<Cell> cells;
    for (const Column& column : model.columns())
        if (held.roles.has(column.role)) cells.push_back(model.cell(permission, column.role));
    for (const auto& role : held.custom_roles) cells.push_back(role->cell(permission));
    return cells;
}

/// The roles that people with these can give, and those to whom they are given, and so on.
RoleSet within_reach_of(const Model& model, RoleSet roles) {
    for (RoleSet before; before != roles;) {
        before = roles;
        for (const Column& column : model.columns()) {
            if (!before.has(column.role)) continue;
            for (const Permission permission : {Permission::assign_roles, Permission::create_staff})
                roles.add(model.cell(permission, column.role).may_touch);
            if (model.cell(Permission::create_service_provider, column.role).reach != Reach::none)
                roles.add(Role::service_provider);
        }
    }
    return roles;
}

/// A team whose members change each other's roles at random, as far as they are let.
class Team {
public:
    Team(const Model& model, Role highest, unsigned seed) : m_model(model), m_random(seed) {
        for (int i = 0; i < 5; ++i) m_members.push_back(holding({highest}));
        m_members.push_back(holding({}));
    }

    void try_something() {
        const Actor author = actor(any_of(m_members));
        switch (number_up_to(3)) {
        case 0: return make_custom_role(author);
        case 1: return change_custom_role(author);
        default: return change_roles(author);
        }
    }

    [[nodiscard]] const std::vector<HeldRoles>& members() const { return m_members; }
    [[nodiscard]] int accepted() const { return m_accepted; }

private:
    int number_up_to(int last) { return std::uniform_int_distribution{0, last}(m_random); }
    template <class Values>
    typename Values::value_type& any_of(Values& values) {
        return values[static_cast<std::size_t>(number_up_to(static_cast<int>(values.size()) - 1))];
    }

    [[nodiscard]] Actor actor(const HeldRoles& held) const {
        Actor actor = author_with(m_model, held.roles);
        actor.custom_roles = held.custom_roles;
        return actor;
    }

    HeldRoles any_roles() {
        HeldRoles held;
        for (const Column& column : m_model.columns().subspan(2))
            if (number_up_to(2) == 0) held.roles.add(column.role);
        for (const auto& role : m_custom_roles)
            if (number_up_to(2) == 0) held.custom_roles.push_back(role);
        return held;
    }

    void change_roles(const Actor& author) {
        HeldRoles& member = any_of(m_members);
        Headcount headcount;
        for (const HeldRoles& each : m_members) headcount.add(each.roles);
        const RoleChange change{member, any_roles()};
        if (!check_role_change(author, change, headcount)) return;
        member = change.after;
        ++m_accepted;
    }

    CustomRole any_role() {
        const auto columns = m_model.columns().subspan(2);
        CustomRole role = copy_of(
            m_model, columns[static_cast<std::size_t>(number_up_to(static_cast<int>(columns.size()) - 1))].role);
        for (int i = number_up_to(3); i > 0; --i) {
            const auto row = static_cast<std::size_t>(number_up_to(static_cast<int>(permission_count) - 1));
            const auto permission = static_cast<Permission>(row);
            role.cells[row] = m_model.cell(
                permission,
                m_model
                    .columns()[static_cast<std::size_t>(number_up_to(static_cast<int>(m_model.columns().size()) - 1))]
                    .role);
        }
        return role;
    }

    void make_custom_role(const Actor& author) {
        if (m_custom_roles.size() >= 6 || !decide_any(author, Permission::customise_roles)) return;
        const CustomRole role = any_role();
        if (!check_author(author, role)) return;
        m_custom_roles.push_back(made(role, static_cast<int>(m_custom_roles.size()) + 1));
        ++m_accepted;
    }

    void change_custom_role(const Actor& author) {
        if (m_custom_roles.empty() || !decide_any(author, Permission::customise_roles)) return;
        auto& role = any_of(m_custom_roles);
        const CustomRole wanted = any_role();
        if (!check_author(author, *role) || !check_author(author, wanted)) return;
        const auto next = made(wanted, static_cast<int>(role->id.value));
        for (HeldRoles& member : m_members) std::ranges::replace(member.custom_roles, role, next);
        role = next;
        ++m_accepted;
    }

    const Model& m_model;
    std::mt19937 m_random;
    std::vector<HeldRoles> m_members;
    std::vector<std::shared_ptr<const CustomRole>> m_custom_roles;
    int m_accepted = 0;
};

}  // namespace

TEST_CASE("roles are given and taken by exactly those whose grant touches them") {
    for (const Model* model : all_models())
        for (const Column& author : model->columns())
            for (const Column& from : model->columns().subspan(2))
                for (const Column& to : model->columns().subspan(2)) {
                    if (from.role == to.role) continue;
                    INFO(model->name() << ": " << author.title << " makes " << from.title << " " << to.title);
                    const RoleChange change{holding({from.role}), holding({to.role})};
                    const auto answer =
                        check_role_change(author_with(*model, {author.role}), change, everybody_twice(*model));
                    const RoleSet touches = model->cell(Permission::assign_roles, author.role).may_touch;
                    CHECK(answer.has_value() == touches.covers({from.role, to.role}));
                    if (!answer) CHECK(code_of(answer) == ErrorCode::forbidden);
                }
}

TEST_CASE("somebody new is added by those who may add them, with a role that everybody knows") {
    for (const Model* model : all_models())
        for (const Column& author : model->columns())
            for (const Column& to : model->columns().subspan(2)) {
                INFO(model->name() << ": " << author.title << " adds " << to.title);
                const RoleChange change{holding({}), holding({to.role})};
                const auto answer =
                    check_role_change(author_with(*model, {author.role}), change, everybody_twice(*model));
                const auto permission = to.role == Role::service_provider ? Permission::create_service_provider
                                                                          : Permission::create_staff;
                const Cell& cell = model->cell(permission, author.role);
                const bool touches = cell.may_touch.empty() || cell.may_touch.has(to.role);
                CHECK(answer.has_value() == (cell.reach == Reach::all && touches));
            }
    const HeldRoles custom{{}, {made(copy_of(studio_model(), Role::staff), 1)}};
    for (const HeldRoles& too_much : {custom, holding({Role::staff, Role::manager})})
        CHECK(code_of(check_role_change(author_with(studio_model(), {Role::owner}), {holding({}), too_much},
                                        everybody_twice(studio_model()))) == ErrorCode::invalid_input);
}

TEST_CASE("taking the last role away takes the right to remove people") {
    const auto headcount = everybody_twice(studio_model());
    const RoleChange leaves{holding({Role::limited_staff}), holding({})};
    CHECK(check_role_change(author_with(studio_model(), {Role::owner}), leaves, headcount));
    const auto refused = check_role_change(author_with(studio_model(), {Role::manager}), leaves, headcount);
    CHECK(code_of(refused) == ErrorCode::forbidden);
    CHECK(refused.error().message == "Only owners can remove staff.");
}

TEST_CASE("the last who owns the business or can give every role keeps the role") {
    CHECK(keepers_of(operator_model()) == RoleSet{Role::administrator, Role::owner});
    CHECK(keepers_of(workspace_model()) == RoleSet{Role::owner});
    CHECK(keepers_of(petcare_model()) == RoleSet{Role::owner_admin});
    CHECK(keepers_of(studio_model()) == RoleSet{Role::owner});
    const RoleChange steps_down{holding({Role::owner}), holding({Role::staff})};
    Headcount one;
    one.add({Role::owner});
    const Actor owner = author_with(studio_model(), {Role::owner});
    const auto refused = check_role_change(owner, steps_down, one);
    CHECK(code_of(refused) == ErrorCode::conflict);
    CHECK(refused.error().message.starts_with("Nobody else has the role “Owner”."));
    one.add({Role::owner});
    CHECK(check_role_change(owner, steps_down, one));
}

TEST_CASE("more than two full owners are warned of") {
    for (const Model* model : all_models()) {
        Headcount headcount;
        for (int owners = 0; owners < 4; ++owners) {
            CHECK(has_too_many_owners(*model, headcount) == (owners > 2));
            headcount.add({model->owner_role()});
        }
    }
}

TEST_CASE("what nobody can be given is refused, and so is no change") {
    const Actor owner = author_with(studio_model(), {Role::owner});
    const auto headcount = everybody_twice(studio_model());
    for (const Role role : {Role::visitor, Role::client, Role::administrator, Role::owner_admin})
        CHECK(code_of(check_role_change(owner, {holding({Role::staff}), holding({Role::staff, role})}, headcount)) ==
              ErrorCode::invalid_input);
    CHECK(code_of(check_role_change(owner, {holding({Role::staff}), holding({Role::staff})}, headcount)) ==
          ErrorCode::invalid_input);
}

TEST_CASE("a provider's account needs the plan, also for an administrator") {
    Actor administrator = author_with(operator_model(), {Role::administrator});
    const RoleChange serves{holding({Role::administrator}), holding({Role::administrator, Role::service_provider})};
    CHECK(check_role_change(administrator, serves, everybody_twice(operator_model())));
    administrator.switches = {};
    const auto refused = check_role_change(administrator, serves, everybody_twice(operator_model()));
    CHECK(code_of(refused) == ErrorCode::forbidden);
    CHECK(refused.error().message.ends_with("only with the Grow plan."));
}

TEST_CASE("nobody gives a role that allows more than they may, nor while they act as less") {
    CustomRole role = copy_of(studio_model(), Role::staff);
    role.cells[static_cast<std::size_t>(Permission::view_revenue)] = Reach::all;
    const HeldRoles after{{Role::staff}, {made(role, 1)}};
    const RoleChange change{holding({Role::staff}), after};
    const auto headcount = everybody_twice(studio_model());
    Actor owner = author_with(studio_model(), {Role::owner, Role::staff});
    CHECK(check_role_change(owner, change, headcount));
    owner.acting_as = Role::staff;
    CHECK(code_of(check_role_change(owner, change, headcount)) == ErrorCode::forbidden);
    const auto refused = check_role_change(author_with(studio_model(), {Role::manager}), change, headcount);
    CHECK(code_of(refused) == ErrorCode::forbidden);
    CHECK(refused.error().message.contains("more than you may yourself"));
}

TEST_CASE("a change that lets somebody do more is a promotion") {
    const Model& model = petcare_model();
    const HeldRoles supporter = holding({Role::service_supporter}), performer = holding({Role::service_performer});
    CHECK(is_promotion(model, {supporter, performer}));
    CHECK_FALSE(is_promotion(model, {performer, holding({})}));
    CHECK_FALSE(is_promotion(model, {holding({Role::admin, Role::service_performer}), holding({Role::admin})}));
    CustomRole less = copy_of(model, Role::service_performer);
    less.cells[static_cast<std::size_t>(Permission::view_calendar)] = Reach::none;
    CHECK_FALSE(is_promotion(model, {
                                        performer, {{}, {made(less, 1)}}
    }));
    CHECK(is_promotion(model, {
                                  HeldRoles{{}, {made(less, 1)}},
                                  performer
    }));
}

TEST_CASE("what a change adds is what none of the roles before allowed as widely, nor the client's") {
    const Model& model = studio_model();
    const HeldRoles nobody = holding({}), limited = holding({Role::limited_staff});
    const auto has = [](const std::vector<Permission>& added, Permission permission) {
        return std::ranges::find(added, permission) != added.end();
    };
    const auto begun = permissions_added(model, {nobody, limited});
    CHECK(has(begun, Permission::view_calendar));
    CHECK_FALSE(has(begun, Permission::view_own_bookings));
    const auto more = permissions_added(model, {limited, holding({Role::limited_staff, Role::staff})});
    CHECK(has(more, Permission::view_calendar));
    CHECK_FALSE(has(more, Permission::set_own_hours));
    CustomRole extra = copy_of(model, Role::limited_staff);
    extra.cells[static_cast<std::size_t>(Permission::take_attendance)] = Reach::all;
    const HeldRoles with_extra{{Role::limited_staff}, {made(extra, 1)}};
    CHECK(permissions_added(model, {limited, with_extra}) == std::vector{Permission::take_attendance});
    CHECK(permissions_added(model, {with_extra, limited}).empty());
}

TEST_CASE("nobody can raise anyone above their own grants by any sequence of role operations") {
    int accepted = 0;
    for (const Model* model : all_models())
        for (const Column& highest : model->columns().subspan(2)) {
            const RoleSet ceiling = within_reach_of(*model, {highest.role});
            const HeldRoles ceiling_roles = holding(ceiling);
            for (unsigned seed = 1; seed <= 4; ++seed) {
                Team team(*model, highest.role, seed);
                for (int step = 0; step < 400; ++step) team.try_something();
                accepted += team.accepted();
                INFO(model->name() << ": from " << highest.title << ", seed " << seed);
                for (const HeldRoles& member : team.members()) {
                    REQUIRE(ceiling.covers(member.roles));
                    for (std::size_t row = 0; row < permission_count; ++row) {
                        const auto permission = static_cast<Permission>(row);
                        const auto most = cells_of(*model, ceiling_roles, permission);
                        for (const Cell& cell : cells_of(*model, member, permission))
                            REQUIRE(std::ranges::any_of(most, [&](const Cell& one) { return covers(one, cell); }));
                    }
                }
                if (keepers_of(*model).has(highest.role))
                    REQUIRE(std::ranges::any_of(
                        team.members(), [&](const HeldRoles& member) { return member.roles.has(highest.role); }));
            }
        }
    CHECK(accepted > 1000);
}

TEST_CASE("a line of the log holds all of an adjustment, and what is no such line is none") {
    struct Row {
        Adjustment adjustment;
        std::string line;
    };
    using enum Permission;
    const RoleSet staff{Role::staff}, both{Role::limited_staff, Role::staff};
    // clang-format off
    const std::vector<Row> rows{
        {{take_attendance, Reach::assigned},                        "take_attendance: assigned"},
        {{view_help,       Reach::none},                            "view_help: none"},
        {{take_attendance, {Reach::all, Switch::messaging}},        "take_attendance: all, if messaging"},
        {{assign_roles,    {Reach::all, Switch::none, both}},       "assign_roles: all, of limited_staff staff"},
        {{assign_roles,    {Reach::all, Switch::plan_grow, staff}}, "assign_roles: all, if plan_grow, of staff"},
    };
    // clang-format on
    for (const auto& [adjustment, line] : rows) {
        CHECK(line_of(adjustment) == line);
        CHECK(adjustment_in(line) == adjustment);
    }
    for (const auto* other : {"", "staff", "Front desk", "take_attendance", "take_attendance: sometimes",
                              "no_such_permission: all", "take_attendance: all, if it rains"})
        CHECK_FALSE(adjustment_in(other));
}
