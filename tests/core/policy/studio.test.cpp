#include "core/policy/decide.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>

using namespace loggia::policy;

namespace {

Permission numbered(std::size_t index) { return static_cast<Permission>(index); }

}  // namespace

TEST_CASE("the grants of a model are its matrix without the empty cells, in the order of the table") {
    for (const Model* model : all_models()) {
        const auto grants = grants_of(*model);
        std::size_t expected = 0;
        for (std::size_t i = 0; i < permission_count; ++i)
            for (const Column& column : model->columns()) {
                const Cell cell = model->cell(numbered(i), column.role);
                if (cell.reach == Reach::none) continue;
                CHECK(grants[expected] == Grant{numbered(i), column.role, cell});
                ++expected;
            }
        CHECK(grants.size() == expected);
    }
}

TEST_CASE("a model is found by its name and knows its roles") {
    for (const Model* model : all_models()) {
        CHECK(model_named(model->name()) == model);
        CHECK(model->columns()[0].role == Role::visitor);
        CHECK(model->columns()[1].role == Role::client);
        CHECK_FALSE(model->column_of(model == &petcare_model() ? Role::owner : Role::owner_admin));
    }
    CHECK(model_named("") == nullptr);
    CHECK(model_named("Studio") == nullptr);
}

TEST_CASE("what switches decide in the studio model") {
    std::map<Switch, std::set<std::pair<Permission, Role>>> conditions;
    for (const Grant& grant : grants_of(studio_model()))
        if (grant.cell.condition != Switch::none)
            conditions[grant.cell.condition].insert({grant.permission, grant.role});
    CHECK(conditions[Switch::limited_staff_attendance] == std::set<std::pair<Permission, Role>>{
                                                              {Permission::complete_booking, Role::limited_staff},
                                                              {Permission::take_attendance,  Role::limited_staff}
    });
    CHECK(conditions[Switch::limited_staff_cancellation] == std::set<std::pair<Permission, Role>>{
                                                                {Permission::cancel_booking, Role::limited_staff}
    });
    CHECK(conditions.size() == 3);
}

TEST_CASE("every permission and role has names of its own") {
    std::set<std::string_view> names;
    std::set<std::string_view> phrases;
    for (std::size_t i = 0; i < permission_count; ++i) {
        names.insert(name_of(numbered(i)));
        phrases.insert(phrase_of(numbered(i)));
    }
    CHECK(names.size() == permission_count);
    CHECK(phrases.size() == permission_count);
    CHECK_FALSE(names.contains(""));
    CHECK_FALSE(phrases.contains(""));
    CHECK(name_of(Permission::cancel_booking) == "cancel_booking");
    CHECK(phrase_of(Permission::modify_services) == "change services");

    for (Role role : all_roles) CHECK(role_named(name_of(role)) == role);
    CHECK(permission_named("cancel_booking") == Permission::cancel_booking);
    CHECK_FALSE(permission_named(""));
    CHECK(title_of(Role::limited_staff) == "Limited staff");
    CHECK_FALSE(role_named("Owner"));
    CHECK_FALSE(role_named(""));
}

TEST_CASE("a set of roles holds what was added") {
    RoleSet roles{Role::client};
    CHECK_FALSE(is_staff(roles));
    roles.add(Role::limited_staff);
    CHECK(is_staff(roles));
    CHECK(roles.has(Role::client));
    CHECK_FALSE(roles.has(Role::owner));
    CHECK_FALSE(roles.empty());
    CHECK(RoleSet{}.empty());
    CHECK_FALSE(is_staff(RoleSet{Role::visitor}));
}
