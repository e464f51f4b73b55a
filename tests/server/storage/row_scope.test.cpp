#include "server/storage/row_scope.h"

#include "server/storage/random_bookings.h"
#include "support/actors.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace loggia::storage {

namespace {

using policy::Permission;
using Ids = std::set<std::int64_t>;

constexpr int bookings_in_a_world = 36;

/// A world of bookings, asked by SQL and by the policy.
class Asked {
public:
    explicit Asked(std::mt19937& random) : m_bookings(random_bookings(m_world, random, bookings_in_a_world)) {
        std::erase_if(m_bookings, [](const auto& one) { return one.status == domain::BookingStatus::cancelled; });
    }

    /// Each scope is asked for once, however many grants lead to it.
    const Ids& rows_by_sql(const policy::Actor& actor, Permission permission) {
        const auto scope = row_scope(actor, permission, world::zone(), world::now());
        const auto key = std::tuple{scope.all, scope.own, scope.assigned, scope.recent, scope.me};
        const auto kept = m_rows.find(key);
        if (kept != m_rows.end()) return kept->second;
        const auto rows = m_world.read([&](const BusinessReader& business) -> Result<std::vector<StoredBooking>> {
            return bookings_between(
                business, {world::now() - random_bookings_reach, world::now() + random_bookings_reach}, scope);
        });
        Ids ids;
        for (const auto& row : rows) ids.insert(row.id.value);
        return m_rows.emplace(key, ids).first->second;
    }

    Ids rows_by_decision(const policy::Actor& actor, Permission permission) {
        auto& subjects = m_subjects[actor.person];
        if (subjects.empty())
            for (const auto& booking : m_bookings) subjects.push_back(subject_of(booking, m_bookings, actor.person));
        Ids ids;
        for (std::size_t i = 0; i < m_bookings.size(); ++i) {
            const auto decision = policy::decide(actor, permission, subjects[i]);
            if (!decision) continue;
            ids.insert(m_bookings[i].id.value);
            m_through.insert(decision.reach);
        }
        return ids;
    }

    /// By which reaches anything was allowed.
    [[nodiscard]] const std::set<policy::Reach>& through() const { return m_through; }

private:
    StoredWorld m_world;
    std::vector<StoredBooking> m_bookings;
    std::map<std::optional<PersonId>, std::vector<policy::Subject>> m_subjects;
    std::map<std::tuple<bool, bool, bool, bool, PersonId>, Ids> m_rows;
    std::set<policy::Reach> m_through;
};

void each_permission(const auto& check) {
    for (std::size_t i = 0; i < policy::permission_count; ++i) check(static_cast<Permission>(i));
}

Ids joined(Ids left, const Ids& right) {
    left.insert(right.begin(), right.end());
    return left;
}

}  // namespace

TEST_CASE("rows by SQL are the rows that the policy decides for, for everybody in every model") {
    std::mt19937 random{20261021};
    // Mara manages an account, Ana and Mia serve, Jon only books.
    constexpr std::array people{world::mara, world::ana, world::mia, world::jon};
    std::size_t next = 0;
    for (int round = 0; round < 2; ++round) {
        Asked asked{random};
        for (const policy::Model* model : policy::all_models())
            for (const auto& [name, actor] :
                 world::actors_of(*model, people[(next++ + static_cast<std::size_t>(round)) % people.size()], random))
                each_permission([&](Permission permission) {
                    if (asked.rows_by_sql(actor, permission) == asked.rows_by_decision(actor, permission)) return;
                    FAIL_CHECK(name << " may " << policy::name_of(permission) << " by SQL otherwise than decided");
                });
        using enum policy::Reach;
        CHECK(asked.through() == std::set{own, assigned, recent_clients, all});
    }
}

TEST_CASE("the rows of several roles are the union of the rows of each") {
    std::mt19937 random{20261022};
    Asked asked{random};
    std::size_t wider_than_both = 0;
    for (const policy::Model* model : policy::all_models())
        for (const auto& custom : {world::made_up_role(random), world::made_up_role(random)})
            for (const policy::RoleSet roles : world::role_sets_of(*model)) {
                auto together = world::actor_with(*model, world::ana, roles, world::all_switches());
                together.custom_roles = {custom};
                each_permission([&](Permission permission) {
                    auto alone = together;
                    alone.roles = {policy::Role::client};
                    Ids each = asked.rows_by_sql(alone, permission);
                    alone.custom_roles.clear();
                    for (const policy::Role role : policy::all_roles) {
                        if (!roles.has(role)) continue;
                        alone.roles = {role};
                        const Ids& more = asked.rows_by_sql(alone, permission);
                        const std::size_t before = std::max(each.size(), more.size());
                        each = joined(each, more);
                        if (each.size() > before) ++wider_than_both;
                    }
                    if (asked.rows_by_sql(together, permission) == each) return;
                    FAIL_CHECK(model->name()
                               << ": " << policy::names_of(roles) << " with custom role " << custom->id.value << " may "
                               << policy::name_of(permission) << " otherwise than its roles together");
                });
            }
    CHECK(wider_than_both > 0);
}

TEST_CASE("a record that no reach takes in is in nobody's scope but theirs who may see all") {
    for (const policy::Model* model : policy::all_models())
        for (const policy::Column& column : model->columns())
            each_permission([&](Permission permission) {
                using enum policy::Reach;
                const auto reach = model->cell(permission, column.role).reach;
                if (reach != support_tasks && reach != my_teams) return;
                const auto actor = world::actor_with(*model, world::clara, {column.role}, world::all_switches());
                auto narrowed = actor;
                narrowed.acting_as = column.role;
                narrowed.teams = {TeamId{1}};
                INFO(model->name() << ": " << policy::name_of(permission) << " of " << policy::name_of(column.role));
                CHECK(row_scope(narrowed, permission, world::zone(), world::now()).nothing());
            });
}

}  // namespace loggia::storage
