#include "core/policy/decide.h"
#include "embedded/cells_csv.h"
#include "policy/invariants.h"
#include "policy/statement.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdio>
#include <map>
#include <string>

using namespace loggia;
using namespace loggia::policy;

namespace {

constexpr PersonId me{1}, my_dependent{2}, stranger{3}, colleague{4};
constexpr TeamId my_team{1}, their_team{2};

struct Row {
    std::string id, model, role, area, capability, expected;
};

std::vector<std::string> fields_of(std::string_view line) {
    std::vector<std::string> fields(1);
    bool is_quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && is_quoted && i + 1 < line.size() && line[i + 1] == '"')
            fields.back() += line[i++];
        else if (line[i] == '"')
            is_quoted = !is_quoted;
        else if (line[i] == ',' && !is_quoted)
            fields.emplace_back();
        else if (line[i] != '\r')
            fields.back() += line[i];
    }
    return fields;
}

const std::vector<Row>& rows() {
    static const std::vector<Row> all = [] {
        std::vector<Row> found;
        std::string_view text = embedded::cells_csv;
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            const auto fields = fields_of(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
            if (fields.size() != 6 || fields[0] == "id") continue;
            found.push_back({fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]});
        }
        return found;
    }();
    return all;
}

RoleSet roles_named_by(const Row& row, const Model& model) {
    static const std::map<std::string, Role> names{
        {"Administrator",          Role::administrator    },
        {"Owner",                  Role::owner            },
        {"ServiceProvider",        Role::service_provider },
        {"Customer",               Role::client           },
        {"Manager",                Role::manager          },
        {"Member",                 Role::member           },
        {"OwnerAdmin",             Role::owner_admin      },
        {"Admin",                  Role::admin            },
        {"ServicePerformer",       Role::service_performer},
        {"ServiceSupporter",       Role::service_supporter},
        {"Visitor",                Role::visitor          },
        {"Client",                 Role::client           },
        {"LimitedStaff",           Role::limited_staff    },
        {"Staff",                  Role::staff            },
        {"AccountManager(client)", Role::client           },
    };
    if (row.capability.contains("administrator who is also a Service Provider"))
        return {Role::administrator, Role::service_provider};
    if (row.role == "AnyUser") {
        RoleSet roles = model.staff_roles();
        roles.add(Role::client);
        return roles;
    }
    return {names.at(row.role)};
}

std::vector<Role> listed(RoleSet roles) {
    std::vector<Role> list;
    for (const Role role : all_roles)
        if (roles.has(role)) list.push_back(role);
    return list;
}

/// "Grow" of "limited:plan=Grow"; empty if it is not there.
std::string part_of(const Row& row, std::string_view key) {
    const auto at = row.expected.find(":" + std::string(key) + "=");
    return at == row.expected.npos ? "" : row.expected.substr(at + key.size() + 2);
}

std::string folded(std::string_view text) {
    std::string result;
    for (const char letter : text)
        if (letter != ' ' && letter != '_')
            result += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    return result;
}

/// The roles whose names stand in the text; where one name holds another, the longer counts.
RoleSet roles_in(std::string_view text, const Model& model) {
    std::string rest = folded(text);
    auto columns = std::vector(model.columns().begin() + 2, model.columns().end());
    std::ranges::sort(columns, std::greater{}, [](const Column& column) { return column.title.size(); });
    RoleSet found;
    for (const Column& column : columns)
        for (auto at = rest.find(folded(column.title)); at != rest.npos; at = rest.find(folded(column.title))) {
            rest.replace(at, folded(column.title).size(), "|");
            found.add(column.role);
        }
    return found;
}

Subject far_away() {
    return {.client = stranger, .assigned_staff = colleague, .days_to_nearest_service = 16, .team = their_team};
}
Subject as_near_as_it_gets() {
    return {.client = stranger,
            .assigned_staff = me,
            .days_to_nearest_service = 0,
            .has_open_support_task = true,
            .team = my_team};
}
Subject mine(Mine how) {
    Subject subject = far_away();
    if (how == Mine::about_me)
        subject.client = me;
    else
        subject.assigned_staff = me;
    return subject;
}

/// One statement, asked of the policy for each of its permissions.
class Proof {
public:
    Proof(const Row& row, const Model& model, const Statement& statement)
        : m_row(row), m_model(model), m_statement(statement) {
        m_actor.model = &model;
        m_actor.roles = roles_named_by(row, model);
        if (!m_actor.roles.has(Role::visitor)) m_actor.person = me;
        m_actor.dependents = {my_dependent};
        m_actor.teams = {my_team};
        if (!row.expected.starts_with("custom"))
            for (std::size_t i = 1; i < switch_count; ++i) turn_on_unless_access_right(static_cast<Switch>(i));
    }

    void check() {
        const std::string base = m_row.expected.substr(0, m_row.expected.find(':'));
        if (m_row.role == "AnyUser") return check_any_user();
        if (base == "allow") return check_allow();
        if (base == "deny") return check_deny();
        if (base == "view") return check_view();
        if (part_of(m_row, "reports") == "personal") return check_personal_reports();
        if (base == "own") {
            check_mine(m_statement.mine);
            return check_without();
        }
        if (base == "assigned") return check_mine(Mine::served_by_me);
        if (base == "own_clients") return check_recent_clients();
        if (base == "custom") return check_custom();
        REQUIRE(base == "limited");
        if (!part_of(m_row, "target_role").empty())
            return check_targets(roles_in(part_of(m_row, "target_role"), m_model));
        if (!part_of(m_row, "plan").empty()) return check_plan();
        if (part_of(m_row, "scope") == "my_teams") return check_my_teams();
        check_limited();
    }

private:
    void turn_on_unless_access_right(Switch which) {
        // What a business may or may not have switched on is no part of a statement that does not speak of it.
        if (which == Switch::messaging || which == Switch::plan_grow) m_actor.switches.turn_on(which);
    }

    [[nodiscard]] bool may(Permission permission, const Subject& subject) const {
        const Decision decision = decide(m_actor, permission, subject);
        CHECK(decision.allowed == (decision.reason.kind == ReasonKind::granted));
        CHECK(decision.allowed == decision.grant.has_value());
        CHECK_FALSE(explain(decision, m_actor).empty());
        return decision.allowed;
    }
    [[nodiscard]] bool may_touch(Permission permission, Role target) const {
        Subject subject = far_away();
        subject.target_roles = {target};
        return may(permission, subject);
    }
    [[nodiscard]] static bool is_about_roles(Permission permission) {
        using enum Permission;
        for (const auto one : {create_staff, edit_staff, remove_staff, assign_roles, view_pay_rates, edit_pay_rates})
            if (one == permission) return true;
        return false;
    }

    void check_allow() {
        RoleSet targets = roles_in(part_of(m_row, "target_role"), m_model);
        const bool is_any = m_row.expected.contains("=all") || m_row.capability.contains("any role");
        if (is_any) targets = m_model.staff_roles();
        if (targets.empty()) targets = roles_in(m_row.capability, m_model);
        for (const Permission permission : m_statement.permissions) {
            CAPTURE(name_of(permission));
            if (!is_about_roles(permission)) {
                CHECK(may(permission, far_away()));
            } else if (targets.empty() || m_statement.permissions.size() > 3) {
                CHECK(std::ranges::any_of(listed(m_model.staff_roles()),
                                          [&](Role role) { return may_touch(permission, role); }));
            } else {
                for (const Role role : listed(targets)) CHECK(may_touch(permission, role));
            }
        }
    }

    void check_deny() {
        RoleSet targets = roles_in(m_row.capability, m_model);
        if (targets.empty() || !is_about_roles(m_statement.permissions.front())) targets = m_model.staff_roles();
        const bool is_clients_own = m_row.role == "Client";
        const bool is_far =
            m_row.capability.contains("not assigned to them") || m_row.capability == "View All Bookings";
        for (const Permission permission : m_statement.permissions) {
            CAPTURE(name_of(permission));
            CHECK_FALSE(may(permission, far_away()));
            if (!is_far) CHECK_FALSE(may(permission, as_near_as_it_gets()));
            if (is_clients_own) CHECK_FALSE(may(permission, mine(Mine::about_me)));
            if (is_about_roles(permission))
                for (const Role role : listed(targets)) CHECK_FALSE(may_touch(permission, role));
        }
    }

    void check_without() {
        for (const Permission permission : m_statement.without) {
            CAPTURE(name_of(permission));
            CHECK_FALSE(may(permission, far_away()));
            CHECK_FALSE(may(permission, as_near_as_it_gets()));
            if (is_about_roles(permission))
                for (const Role role : listed(m_model.staff_roles())) CHECK_FALSE(may_touch(permission, role));
        }
    }

    /// May read and not change. A permission that the statement names on both sides is the change.
    void check_view() {
        const bool has_change = !m_statement.without.empty() &&
                                std::ranges::count(m_statement.permissions, m_statement.without.front()) > 0;
        for (const Permission permission : m_statement.permissions) {
            CAPTURE(name_of(permission));
            if (std::ranges::count(m_statement.without, permission) == 0) CHECK(may(permission, far_away()));
        }
        const bool is_owners_list = m_row.role != "Member" && !has_change;
        if (has_change || !is_owners_list || m_row.model == "studio") check_without();
        if (m_row.capability == "View Contacts") check_without();
    }

    void check_mine(Mine how) {
        for (const Permission permission : m_statement.permissions) {
            CAPTURE(name_of(permission));
            CHECK(may(permission, mine(how)));
            CHECK_FALSE(may(permission, far_away()));
            if (m_row.role == "AccountManager(client)") {
                Subject dependents = far_away();
                dependents.client = my_dependent;
                CHECK(may(permission, dependents));
            }
        }
    }

    void check_personal_reports() {
        CHECK(may(Permission::view_personal_reports, mine(Mine::about_me)));
        CHECK_FALSE(may(Permission::view_personal_reports, far_away()));
        for (const auto permission : {Permission::view_reports, Permission::view_operational_reports,
                                      Permission::view_reports_of_person, Permission::view_revenue})
            CHECK_FALSE(may(permission, as_near_as_it_gets()));
    }

    void check_any_user() {
        const Actor everybody = m_actor;
        for (const Role role : listed(everybody.roles))
            for (const Permission permission : m_statement.permissions) {
                m_actor.roles = {role};
                CAPTURE(name_of(role), name_of(permission));
                CHECK(may(permission, mine(Mine::about_me)));
            }
        Actor nobody = everybody;
        nobody.person.reset();
        const bool is_for_visitors = m_statement.permissions.front() == Permission::recover_password;
        CHECK(decide(nobody, m_statement.permissions.front(), far_away()).allowed == is_for_visitors);
    }

    void check_recent_clients() {
        for (const Permission permission : m_statement.permissions)
            for (const auto& [days, is_in] : {
                     std::pair{-16, false},
                     {-15, true },
                     {0,   true },
                     {15,  true },
                     {16,  false}
            }) {
                CAPTURE(name_of(permission), days);
                Subject subject = far_away();
                subject.days_to_nearest_service = days;
                CHECK(may(permission, subject) == is_in);
                subject.days_to_nearest_service.reset();
                CHECK_FALSE(may(permission, subject));
            }
    }

    void check_targets(RoleSet targets) {
        REQUIRE_FALSE(targets.empty());
        for (const Permission permission : m_statement.permissions)
            for (const Role role : listed(m_model.staff_roles())) {
                CAPTURE(name_of(permission), name_of(role));
                CHECK(may_touch(permission, role) == targets.has(role));
            }
    }

    void check_plan() {
        // The provider's account exists only by an administrator's adding it.
        m_actor.roles = {Role::administrator};
        for (const Permission permission : m_statement.permissions) {
            CHECK(may(permission, far_away()));
            m_actor.switches = {};
            CHECK_FALSE(may(permission, far_away()));
            CHECK(decide(m_actor, permission, far_away()).reason.condition == Switch::plan_grow);
        }
    }

    void check_my_teams() {
        for (const Permission permission : m_statement.permissions) {
            Subject subject = far_away();
            CHECK_FALSE(may(permission, subject));
            subject.team = my_team;
            CHECK(may(permission, subject));
        }
        check_without();
    }

    void check_custom() {
        if (m_row.capability.starts_with("a custom role")) return check_custom_role();
        for (const Permission permission : m_statement.permissions) {
            CAPTURE(name_of(permission));
            Subject near = as_near_as_it_gets();
            if (m_statement.mine == Mine::about_me) near.client = me;
            m_actor.switches = {};
            if (decide(m_actor, permission, near).allowed) {
                // The client's own column reaches their own record whatever is switched; another's it does not.
                near.client = stranger;
            }
            CHECK_FALSE(may(permission, near));
            for (std::size_t i = 1; i < switch_count; ++i) m_actor.switches.turn_on(static_cast<Switch>(i));
            CHECK(may(permission, near));
        }
    }

    void check_custom_role() {
        auto added = std::make_shared<CustomRole>(copy_of(m_model, Role::limited_staff));
        added->id = CustomRoleId{7};
        for (const Permission permission : m_statement.permissions) {
            CAPTURE(name_of(permission));
            CHECK_FALSE(may(permission, mine(Mine::served_by_me)));
            added->cells[static_cast<std::size_t>(permission)] = Reach::assigned;
        }
        m_actor.custom_roles = {added};
        for (const Permission permission : m_statement.permissions) {
            const Decision decision = decide(m_actor, permission, mine(Mine::served_by_me));
            CHECK(decision.allowed);
            CHECK(decision.custom_role == CustomRoleId{7});
            CHECK_FALSE(may(permission, far_away()));
        }
    }

    void check_limited() {
        Subject near = as_near_as_it_gets();
        for (const Permission permission : m_statement.permissions) {
            CAPTURE(name_of(permission));
            CHECK((may(permission, near) || may(permission, mine(Mine::about_me))));
            if (part_of(m_row, "purpose") == "support") CHECK_FALSE(may(permission, far_away()));
        }
        check_without();
    }

    const Row& m_row;
    const Model& m_model;
    const Statement& m_statement;
    Actor m_actor;
};

std::span<const Statement> statements_of(std::string_view model) {
    if (model == "operator") return operator_statements();
    if (model == "workspace") return workspace_statements();
    if (model == "petcare") return petcare_statements();
    return studio_statements();
}

}  // namespace

TEST_CASE("every stated cell is true") {
    std::size_t proved = 0, pending = 0;
    for (const Row& row : rows()) {
        CAPTURE(row.id, row.model, row.role, row.capability, row.expected);
        if (row.expected == "invariant") {
            const Invariant* invariant = invariant_of(row.id);
            REQUIRE(invariant != nullptr);
            CHECK(invariant->proof.empty() != invariant->awaited_feature.empty());
            ++(invariant->proof.empty() ? pending : proved);
            continue;
        }
        const Model* model = model_named(row.model);
        REQUIRE(model != nullptr);
        const auto statements = statements_of(row.model);
        const auto statement = std::ranges::find(statements, row.capability, &Statement::capability);
        REQUIRE(statement != statements.end());
        REQUIRE_FALSE(statement->permissions.empty());
        Proof{row, *model, *statement}.check();
        ++proved;
    }
    CHECK(rows().size() == 557);
    std::printf("cells: %zu proved, %zu pending\n", proved, pending);
}
