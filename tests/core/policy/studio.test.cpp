#include "core/policy/models/studio.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>

using namespace loggia::policy;

namespace {

std::set<Permission> permissions_of(Role role) {
    std::set<Permission> found;
    for (const Grant& grant : all_grants())
        if (grant.role == role) found.insert(grant.permission);
    return found;
}

Permission numbered(std::size_t index) { return static_cast<Permission>(index); }

}  // namespace

TEST_CASE("the list of grants is the matrix without its empty cells") {
    std::size_t expected = 0;
    for (std::size_t i = 0; i < permission_count; ++i)
        for (Role role : all_roles) {
            const auto& cell = studio::row_of(numbered(i)).cells[static_cast<std::size_t>(role)];
            const Grant grant{numbered(i), role, cell.reach, cell.condition, {}};
            const bool is_listed = std::ranges::count(all_grants(), grant) == 1;
            CHECK(is_listed == (cell.reach != Reach::none));
            expected += is_listed ? 1 : 0;
        }
    CHECK(all_grants().size() == expected);
}

TEST_CASE("grants come in the order of the table") {
    CHECK(std::ranges::is_sorted(all_grants(), [](const Grant& one, const Grant& other) {
        return std::pair{one.permission, one.role} < std::pair{other.permission, other.role};
    }));
}

TEST_CASE("what each tier of staff adds to the one before") {
    using enum Permission;
    const auto added = [](Role role, Role before) {
        std::set<Permission> more;
        std::ranges::set_difference(permissions_of(role), permissions_of(before), std::inserter(more, more.end()));
        return more;
    };
    CHECK(added(Role::limited_staff, Role::client) == std::set{take_attendance, view_calendar});
    CHECK(added(Role::staff, Role::limited_staff) == std::set{reschedule_booking, change_booking_staff,
                                                              change_booking_room, view_client_contact, edit_client,
                                                              view_prices_of_bookings, view_staff_contact});
    CHECK(added(Role::manager, Role::staff) ==
          std::set{reactivate_booking, manage_staff_availability, modify_operational_settings});
    CHECK(added(Role::owner, Role::manager) == std::set{modify_services, modify_core_settings, view_revenue});
}

TEST_CASE("what a switch can take away is exactly attendance and cancellation of limited staff") {
    std::map<Switch, std::set<std::pair<Permission, Role>>> conditions;
    for (const Grant& grant : all_grants())
        if (grant.condition != Switch::none) conditions[grant.condition].insert({grant.permission, grant.role});
    CHECK(conditions == std::map<Switch, std::set<std::pair<Permission, Role>>>{
                            {Switch::limited_staff_attendance,   {{Permission::take_attendance, Role::limited_staff}}},
                            {Switch::limited_staff_cancellation, {{Permission::cancel_booking, Role::limited_staff}} },
    });
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
