#pragma once

#include "support/world.h"

#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

/// Everybody who can ask, in every model: each role alone, several at once, narrowed to one of them, with the model's
/// switches off and on, and with roles that a business made for itself.
namespace loggia::world {

struct NamedActor {
    std::string name;  ///< for failures
    policy::Actor actor;
};

inline policy::SwitchSet all_switches() {
    policy::SwitchSet switches;
    for (std::size_t which = 0; which < policy::switch_count; ++which)
        switches.turn_on(static_cast<policy::Switch>(which));
    return switches;
}

/// Any grants at all, as no sensible business would give them.
inline std::shared_ptr<const policy::CustomRole> made_up_role(std::mt19937& random) {
    auto role = std::make_shared<policy::CustomRole>();
    role->id = CustomRoleId{9000};
    for (auto& cell : role->cells) {
        const auto any = [&](std::size_t count) { return random() % count; };
        cell.reach = static_cast<policy::Reach>(any(policy::reach_count));
        if (any(3) == 0) cell.condition = static_cast<policy::Switch>(any(policy::switch_count));
    }
    return role;
}

/// A copy of each role of the model, and one that is made up.
inline std::vector<std::shared_ptr<const policy::CustomRole>> custom_roles_of(const policy::Model& model,
                                                                              std::mt19937& random) {
    std::vector<std::shared_ptr<const policy::CustomRole>> made{made_up_role(random)};
    for (const policy::Column& column : model.columns()) {
        if (column.role == policy::Role::visitor) continue;
        auto copy = policy::copy_of(model, column.role);
        copy.id = CustomRoleId{static_cast<std::int64_t>(made.size())};
        made.push_back(std::make_shared<const policy::CustomRole>(copy));
    }
    return made;
}

/// The person, as somebody of another model and with other roles.
inline policy::Actor actor_with(const policy::Model& model, PersonId person, policy::RoleSet held,
                                policy::SwitchSet switches) {
    policy::Actor made = actor(person);
    made.model = &model;
    made.roles = held;
    made.switches = switches;
    return made;
}

/// Each role of the model alone and each two of them.
inline std::vector<policy::RoleSet> role_sets_of(const policy::Model& model) {
    std::vector<policy::RoleSet> sets;
    const auto columns = model.columns().subspan(1);
    for (std::size_t first = 0; first < columns.size(); ++first) {
        sets.push_back({columns[first].role});
        for (std::size_t second = first + 1; second < columns.size(); ++second)
            sets.push_back({columns[first].role, columns[second].role});
    }
    return sets;
}

/// Everybody that `person` could be in the model.
inline std::vector<NamedActor> actors_of(const policy::Model& model, PersonId person, std::mt19937& random) {
    std::vector<NamedActor> actors;
    const auto add = [&](std::string name, policy::Actor made) {
        name = std::string(model.name()) + ", person " + std::to_string(person.value) + " as " + name;
        made.switches = {};
        actors.push_back({name, made});
        made.switches = all_switches();
        actors.push_back({name + " with all switches", std::move(made)});
    };
    for (const policy::RoleSet held : role_sets_of(model)) {
        auto made = actor_with(model, person, held, {});
        add(policy::names_of(held), made);
        for (const policy::Role role : policy::all_roles) {
            if (!held.has(role)) continue;
            made.acting_as = role;
            add(policy::names_of(held) + " acting as " + std::string(policy::name_of(role)), made);
        }
    }
    for (const auto& custom : custom_roles_of(model, random)) {
        auto made = actor_with(model, person, {policy::Role::client}, {});
        made.custom_roles = {custom};
        made.teams = {TeamId{1}};
        add("client with custom role " + std::to_string(custom->id.value), made);
        made.roles = {model.columns()[2].role};
        made.custom_roles.push_back(made_up_role(random));
        add(policy::names_of(made.roles) + " with two custom roles, one of them " + std::to_string(custom->id.value),
            made);
    }
    auto visitor = actor_with(model, person, {policy::Role::visitor}, {});
    visitor.person.reset();
    visitor.dependents.clear();
    add("visitor", visitor);
    return actors;
}

}  // namespace loggia::world
