#pragma once

#include "core/domain/business.h"
#include "core/domain/person.h"
#include "core/policy/decide.h"
#include "core/scheduling/zone.h"
#include "server/storage/custom_roles.h"
#include "server/storage/store.h"

#include <map>
#include <optional>
#include <vector>

namespace loggia::storage {

/// Somebody who gives services, and when and where they work.
struct StaffMember {
    struct Hours {
        LocationId location;
        domain::WeeklyHours weekly;
    };
    /// Other hours than the weekday's, on one date at one location; without any they do not work on that date.
    struct OtherHours {
        Date date;
        std::optional<LocationId> location;
        domain::DayHours hours;
    };
    domain::Person person;  ///< name and color; no contact
    std::vector<Hours> hours;
    std::vector<OtherHours> other_hours{};  ///< by date
    std::vector<domain::Leave> leave{};
    domain::WorkLimits limits{};
};

/// What changes seldom, read once and shared. Never changes itself.
struct Catalog {
    std::int64_t version = 0;
    domain::Business business;
    const policy::Model* model = &policy::studio_model();  ///< the roles it has and what they may
    policy::SwitchSet switches;
    CustomRoles custom_roles;                 ///< in use, by name
    bool is_demo = false;                     ///< everybody may come in as its accounts
    const scheduling::Zone* zone = nullptr;   ///< of the first location; never null
    std::vector<domain::Location> locations;  ///< at least one
    std::vector<domain::Service> services;    ///< in the order they are shown
    std::vector<StaffMember> staff;           ///< in the order they are shown
    std::vector<domain::Room> rooms;
    std::vector<domain::Equipment> equipment;
    std::vector<domain::Closure> closures;
    std::map<ResourceId, int> units;  ///< of rooms and equipment: capacity, or the most units any claim has

    /// Nothing, or none of that number: the first.
    [[nodiscard]] const domain::Location& location(std::optional<LocationId> id) const;
    /// How many units of it claims may be found in; one of a person.
    [[nodiscard]] int units_of(ResourceId resource) const;
    [[nodiscard]] int capacity_of(ResourceId resource) const;
    [[nodiscard]] bool is_anybody_limited() const;
    [[nodiscard]] const domain::Service* find_service(ServiceId id) const;
    [[nodiscard]] const StaffMember* find_staff(PersonId id) const;
    [[nodiscard]] const domain::Room* find_room(ResourceId id) const;
    [[nodiscard]] std::shared_ptr<const policy::CustomRole> find_custom_role(CustomRoleId id) const;  ///< or null
    [[nodiscard]] std::string room_name(const std::optional<ResourceId>& id) const;                   ///< "" for none
    [[nodiscard]] Date today(Instant now) const { return zone->date_at(now); }
};

/// Whoever is not signed in.
[[nodiscard]] policy::Actor visitor_of(const Catalog& catalog);

[[nodiscard]] Outcome<Catalog> load_catalog(const BusinessReader& business);

}  // namespace loggia::storage
