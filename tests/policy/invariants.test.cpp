// The rules that cells.csv states in words; invariants.cpp says which test proves which.
#include "core/policy/decide.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

using namespace loggia;
using namespace loggia::policy;
using enum Permission;

namespace {

constexpr PersonId me{1}, stranger{2}, colleague{3};

Actor person_with(const Model& model, RoleSet roles) {
    Actor actor;
    actor.model = &model;
    actor.person = me;
    actor.roles = roles;
    return actor;
}

const Subject strangers_record{.client = stranger, .assigned_staff = colleague};

bool may(const Actor& actor, Permission permission, const Subject& subject = strangers_record) {
    return decide(actor, permission, subject).allowed;
}

std::set<Permission> all_that(const Actor& actor) {
    std::set<Permission> found;
    for (std::size_t i = 0; i < permission_count; ++i)
        if (decide_any(actor, static_cast<Permission>(i))) found.insert(static_cast<Permission>(i));
    return found;
}

}  // namespace

TEST_CASE("the operator model has three account types, and one person may hold several") {
    const Model& model = operator_model();
    CHECK(model.roles() ==
          RoleSet{Role::visitor, Role::client, Role::service_provider, Role::administrator, Role::owner});
    const Actor both = person_with(model, {Role::service_provider, Role::administrator});
    for (std::size_t i = 0; i < permission_count; ++i) {
        const auto permission = static_cast<Permission>(i);
        const bool either = may(person_with(model, {Role::service_provider}), permission) ||
                            may(person_with(model, {Role::administrator}), permission);
        CHECK(may(both, permission) == either);
    }
}

TEST_CASE("an administrator serves clients by being a provider too") {
    CHECK_FALSE(may(person_with(operator_model(), {Role::administrator}), perform_service));
    CHECK(may(person_with(operator_model(), {Role::administrator, Role::service_provider}), perform_service));
}

TEST_CASE("a provider alone has no administrator's rights") {
    const Actor provider = person_with(operator_model(), {Role::service_provider});
    for (const auto permission : {create_staff, create_client, remove_client, modify_core_settings, view_reports,
                                  set_access_rights, assign_roles, view_revenue})
        CHECK_FALSE(decide_any(provider, permission));
}

TEST_CASE("an administrator may be the owner, and only then has the subscription") {
    const Actor administrator = person_with(operator_model(), {Role::administrator});
    const Actor owner = person_with(operator_model(), {Role::administrator, Role::owner});
    for (const auto permission : {manage_subscription, change_subscription, cancel_subscription}) {
        CHECK_FALSE(may(administrator, permission));
        CHECK(may(owner, permission));
    }
    CHECK_FALSE(may(person_with(operator_model(), {Role::owner}), create_client));
}

TEST_CASE("each tier of staff may what the tier before it may") {
    for (const Model* model : {&workspace_model(), &petcare_model(), &studio_model()})
        for (std::size_t tier = 3; tier < model->columns().size(); ++tier) {
            const auto less = all_that(person_with(*model, {model->columns()[tier - 1].role}));
            auto more = all_that(person_with(*model, {model->columns()[tier].role}));
            if (model == &petcare_model() && tier == 3) more.insert({view_staff_availability, propose_time});
            CAPTURE(model->name(), model->columns()[tier].title);
            CHECK(std::ranges::includes(more, less));
        }
}

TEST_CASE("whoever works for the business is its client too") {
    for (const Model* model : all_models())
        for (const Column& column : model->columns().subspan(2))
            for (std::size_t i = 0; i < permission_count; ++i) {
                const auto permission = static_cast<Permission>(i);
                const Subject mine{.client = me};
                const bool clients = may(person_with(*model, {Role::client}), permission, mine);
                CAPTURE(model->name(), column.title, name_of(permission));
                if (clients) CHECK(may(person_with(*model, {column.role}), permission, mine));
            }
    CHECK_FALSE(is_staff({Role::client}));
}

TEST_CASE("whoever is not signed in is a visitor") {
    for (const Model* model : all_models()) {
        Actor registered = person_with(*model, model->roles());
        registered.person.reset();
        Actor visitor;
        visitor.model = model;
        CHECK(all_that(registered) == all_that(visitor));
        CHECK(all_that(visitor).contains(register_client));
        CHECK_FALSE(all_that(person_with(*model, {Role::client})).contains(register_client));
    }
}

TEST_CASE("day 15 is in and day 16 is out, on both sides") {
    const Actor ben = person_with(studio_model(), {Role::limited_staff});
    for (const auto& [days, is_in] : {
             std::pair{-16, false},
             {-15, true },
             {15,  true },
             {16,  false}
    })
        CHECK(may(ben, view_client_name, {.client = stranger, .days_to_nearest_service = days}) == is_in);
}

TEST_CASE("a new member of the team begins with the lowest role") {
    CHECK(petcare_model().entry_role() == Role::service_supporter);
    CHECK(studio_model().entry_role() == Role::limited_staff);
    CHECK(workspace_model().entry_role() == Role::member);
    CHECK(operator_model().entry_role() == Role::service_provider);
}

TEST_CASE("a refusal names the roles that may and whom to ask") {
    const Actor performer = person_with(petcare_model(), {Role::service_performer});
    const Decision services = decide(performer, modify_services, strangers_record);
    CHECK(services.reason.roles_with_it == RoleSet{Role::admin, Role::owner_admin});
    CHECK(explain(services, performer) == "Only admins and owner admins can change services.");
    const Decision booking = decide(performer, view_booking, strangers_record);
    CHECK(explain(booking, performer) == "You can only see the bookings assigned to you. For others, ask service "
                                         "supporters, admins or owner admins.");
    const Actor admin = person_with(petcare_model(), {Role::admin});
    Subject another_admin = strangers_record;
    another_admin.target_roles = {Role::admin};
    const Decision promotion = decide(admin, assign_roles, another_admin);
    CHECK(promotion.reason.kind == ReasonKind::target_role);
    CHECK(promotion.reason.roles_that_change_it == RoleSet{Role::owner_admin});
    CHECK(explain(promotion, admin) ==
          "You can give and take roles, but only where it concerns service supporters and "
          "service performers. For others, ask owner admins.");
}

TEST_CASE("no model gives a role more than is stated of it") {
    // Least privilege as numbers that only a change of the tables can move, each tier fewer than the next.
    for (const Model* model : all_models()) {
        std::size_t before = 0;
        for (const Column& column : model->columns()) {
            if (model == &operator_model() && column.role == Role::owner) continue;
            const auto here = all_that(person_with(*model, {column.role})).size();
            if (column.role != Role::visitor) CHECK(here > before);
            before = column.role == Role::visitor ? 0 : here;
        }
    }
}

TEST_CASE("what is seen of a client depends on the role") {
    const auto seen_by = [](const Model& model, Role role, const Subject& subject) {
        std::set<Permission> seen;
        for (const auto permission : {view_client_name, view_client_age, view_client_dependency, view_client_contact})
            if (may(person_with(model, {role}), permission, subject)) seen.insert(permission);
        return seen;
    };
    const Subject recent{.client = stranger, .days_to_nearest_service = 3};
    CHECK(seen_by(studio_model(), Role::limited_staff, recent) ==
          std::set{view_client_name, view_client_age, view_client_dependency});
    CHECK(seen_by(studio_model(), Role::limited_staff, strangers_record).empty());
    CHECK(seen_by(studio_model(), Role::staff, strangers_record).size() == 4);
    const Subject in_need{.client = stranger, .has_open_support_task = true};
    CHECK(seen_by(petcare_model(), Role::service_supporter, in_need) ==
          std::set{view_client_name, view_client_contact});
    CHECK(seen_by(petcare_model(), Role::service_supporter, strangers_record).empty());
}

TEST_CASE("the money of the business is seen by the roles that need it") {
    const std::set<std::pair<std::string_view, Role>> may_see{
        {"operator",  Role::administrator},
        {"workspace", Role::manager      },
        {"workspace", Role::owner        },
        {"petcare",   Role::owner_admin  },
        {"studio",    Role::owner        },
    };
    for (const Model* model : all_models())
        for (const Column& column : model->columns())
            CHECK(decide_any(person_with(*model, {column.role}), view_revenue).allowed ==
                  may_see.contains({model->name(), column.role}));
}

TEST_CASE("each role is told its own limits") {
    for (const Model* model : all_models())
        for (const Column& column : model->columns())
            for (std::size_t i = 0; i < permission_count; ++i) {
                const Actor actor = person_with(*model, {column.role});
                const std::string text = explain(decide(actor, static_cast<Permission>(i), strangers_record), actor);
                CAPTURE(text);
                CHECK(text.ends_with('.'));
                CHECK_FALSE(text.contains("  "));
                CHECK_FALSE(text.contains(" ."));
                CHECK_FALSE(text.contains(" ,"));
            }
}

TEST_CASE("a promotion widens what a person may at once") {
    Actor person = person_with(petcare_model(), {Role::service_supporter});
    CHECK_FALSE(may(person, create_services));
    person.roles = {Role::service_performer};
    CHECK(decide_any(person, perform_service));
    person.roles.add(Role::admin);
    CHECK(may(person, create_services));
}

TEST_CASE("acting as one role narrows to it and to no role that one does not have") {
    Actor person = person_with(studio_model(), {Role::staff, Role::owner});
    CHECK(may(person, view_revenue));
    person.acting_as = Role::staff;
    CHECK_FALSE(may(person, view_revenue));
    CHECK(may(person, edit_client));
    person.acting_as = Role::manager;
    CHECK(all_that(person).empty());
}

TEST_CASE("nobody makes a role that allows more than they may") {
    for (const Model* model : all_models())
        for (const Column& author : model->columns().subspan(2))
            for (const Column& copied : model->columns()) {
                const Actor actor = person_with(*model, {author.role});
                const CustomRole copy = copy_of(*model, copied.role);
                bool is_within = true;
                for (std::size_t i = 0; i < permission_count; ++i) {
                    const auto permission = static_cast<Permission>(i);
                    is_within = is_within && (covers(model->cell(permission, author.role), copy.cell(permission)) ||
                                              covers(model->cell(permission, Role::client), copy.cell(permission)));
                }
                CHECK(check_author(actor, copy).has_value() == is_within);
            }
}
