#include "server/storage/catalog.h"

#include "server/storage/supply.h"

#include <algorithm>

namespace loggia::storage {

namespace {

std::optional<domain::CutOff> cut_off_of(const Query& query, int column) {
    if (query.is_null(column)) return std::nullopt;
    return domain::CutOff{query.get<int>(column), query.get<minutes>(column + 1)};
}

Outcome<void> load_business(const BusinessReader& reader, Catalog& catalog) {
    auto query = TRY(
        reader.query("SELECT slug, name, short_name, zone, locale, currency, brand_color, "
                     "minimum_notice_minutes, horizon_days, "
                     "free_cancellation_minutes, hold_minutes, start_grid_minutes, switches, role_model, is_demo, "
                     "cut_off_days, cut_off_minute, client_open_bookings, client_bookings_a_day, "
                     "client_bookings_a_week, free_reschedule_minutes "
                     "FROM business WHERE business_id = ?1"));
    if (!TRY(query.next())) return std::unexpected(DatabaseError{FailureKind::bug, "there is no such business"});
    auto& business = catalog.business;
    business.id = reader.business();
    business.slug = query.text(0);
    business.name = query.text(1);
    business.short_name = query.text(2);
    business.zone = query.text(3);
    business.locale = query.text(4);
    business.currency = query.text(5);
    business.brand_color = query.text(6);
    business.rules.minimum_notice = query.get<minutes>(7);
    business.rules.horizon = days{query.get<int>(8)};
    business.rules.free_cancellation = query.get<minutes>(9);
    business.rules.hold_lasts = query.get<minutes>(10);
    business.rules.start_grid = query.get<minutes>(11);
    catalog.switches = policy::SwitchSet::from_bits(static_cast<std::uint32_t>(query.integer(12)));
    catalog.model = policy::model_named(query.text(13));
    if (catalog.model == nullptr)
        return std::unexpected(DatabaseError{FailureKind::bug, "the business runs by no role model that exists"});
    catalog.is_demo = query.get<bool>(14);
    business.rules.cut_off = cut_off_of(query, 15);
    business.rules.client_limits = {query.get<std::optional<int>>(17), query.get<std::optional<int>>(18),
                                    query.get<std::optional<int>>(19)};
    business.rules.free_reschedule = query.get<minutes>(20);
    return {};
}

Outcome<void> load_places(const BusinessReader& reader, Catalog& catalog) {
    auto locations =
        TRY(reader.query("SELECT id, name, address, zone FROM location WHERE business_id = ?1 ORDER BY id"));
    while (TRY(locations.next()))
        catalog.locations.push_back({locations.get<LocationId>(0), locations.get<std::string>(1),
                                     locations.get<std::string>(2), locations.get<std::string>(3)});
    auto rooms = TRY(reader.query(
        "SELECT id, location_id, name, capacity FROM room WHERE business_id = ?1 ORDER BY position, id"));
    while (TRY(rooms.next()))
        catalog.rooms.push_back(
            {rooms.get<ResourceId>(0), rooms.get<LocationId>(1), rooms.get<std::string>(2), rooms.get<int>(3)});
    return {};
}

Outcome<void> load_performers_and_rooms(const BusinessReader& reader, domain::Service& service) {
    auto performers = TRY(reader.query("SELECT person_id FROM service_performer WHERE business_id = ?1 "
                                       "AND service_id = ?2 ORDER BY position",
                                       service.id));
    while (TRY(performers.next())) service.performers.push_back(performers.get<PersonId>(0));
    auto rooms = TRY(reader.query("SELECT room_id FROM service_room WHERE business_id = ?1 "
                                  "AND service_id = ?2 ORDER BY position",
                                  service.id));
    while (TRY(rooms.next())) service.rooms.push_back(rooms.get<ResourceId>(0));
    return {};
}

Outcome<void> load_services(const BusinessReader& reader, Catalog& catalog) {
    auto query = TRY(reader.query(
        "SELECT id, name, description, icon, duration_minutes, buffer_before_minutes, buffer_after_minutes, "
        "price_minor_units, currency, needs_room, minimum_notice_minutes, horizon_days, cut_off_days, "
        "cut_off_minute, "
        "needs_approval "
        "FROM service WHERE business_id = ?1 ORDER BY position, id"));
    while (TRY(query.next())) {
        catalog.services.push_back({
            query.get<ServiceId>(0),
            query.get<std::string>(1),
            query.get<std::string>(2),
            query.get<std::string>(3),
            query.get<minutes>(4),
            query.get<minutes>(5),
            query.get<minutes>(6),
            Money{query.integer(7), query.get<std::string>(8)},
            query.get<bool>(9),
            {},
            {}
        });
        auto& service = catalog.services.back();
        service.minimum_notice = query.get<std::optional<minutes>>(10);
        if (const auto horizon = query.get<std::optional<int>>(11)) service.horizon = days{*horizon};
        service.cut_off = cut_off_of(query, 12);
        service.needs_approval = query.get<bool>(14);
    }
    for (auto& service : catalog.services) TRY(load_performers_and_rooms(reader, service));
    return {};
}

Outcome<void> load_staff(const BusinessReader& reader, Catalog& catalog) {
    auto people =
        TRY(reader.query("SELECT id, name, color FROM person p WHERE p.business_id = ?1 AND EXISTS "
                         "(SELECT 1 FROM service_performer s WHERE s.business_id = ?1 AND s.person_id = p.id) "
                         "ORDER BY p.created_at, p.id"));
    while (TRY(people.next())) {
        domain::Person person;
        person.id = people.get<PersonId>(0);
        person.name = people.text(1);
        person.color = people.text(2);
        catalog.staff.push_back({std::move(person), {}});
    }
    for (auto& member : catalog.staff) {
        auto hours = TRY(reader.query(
            "SELECT weekday, from_minute, to_minute, location_id FROM working_hours WHERE business_id = ?1 "
            "AND person_id = ?2 ORDER BY weekday, from_minute",
            member.person.id));
        while (TRY(hours.next())) member.hours.push_back({hours.get<LocationId>(3), weekly_hours_of(hours, 0)});
    }
    return {};
}

template <class Rows, class Wanted, class IdOf>
auto find_in(const Rows& rows, Wanted id, IdOf id_of) -> const typename Rows::value_type* {
    const auto found = std::ranges::find(rows, id, id_of);
    return found == rows.end() ? nullptr : &*found;
}

}  // namespace

const domain::Service* Catalog::find_service(ServiceId id) const {
    return find_in(services, id, &domain::Service::id);
}

const StaffMember* Catalog::find_staff(PersonId id) const {
    return find_in(staff, id, [](const StaffMember& member) { return member.person.id; });
}

const domain::Room* Catalog::find_room(ResourceId id) const { return find_in(rooms, id, &domain::Room::id); }

std::shared_ptr<const policy::CustomRole> Catalog::find_custom_role(CustomRoleId id) const {
    const auto* found = find_in(custom_roles, id, [](const auto& role) { return role->id; });
    return found ? *found : nullptr;
}

const domain::Location& Catalog::location(std::optional<LocationId> id) const {
    const auto* found = id ? find_in(locations, *id, &domain::Location::id) : nullptr;
    return found ? *found : locations.front();
}

int Catalog::units_of(ResourceId resource) const {
    const auto found = units.find(resource);
    return found == units.end() ? 1 : found->second;
}

int Catalog::capacity_of(ResourceId resource) const {
    if (const auto* room = find_room(resource)) return room->capacity;
    const auto* kind = find_in(equipment, resource, &domain::Equipment::id);
    return kind ? kind->units : 1;
}

bool Catalog::is_anybody_limited() const {
    return std::ranges::any_of(staff, [](const auto& member) { return member.limits != domain::WorkLimits{}; });
}

std::string Catalog::room_name(const std::optional<ResourceId>& id) const {
    const auto* room = id ? find_room(*id) : nullptr;
    return room ? room->name : std::string{};
}

policy::Actor visitor_of(const Catalog& catalog) {
    policy::Actor visitor;
    visitor.model = catalog.model;
    visitor.switches = catalog.switches;
    return visitor;
}

Outcome<Catalog> load_catalog(const BusinessReader& business) {
    Catalog catalog;
    {
        auto head = TRY(business.query("SELECT catalog_version FROM business_head WHERE business_id = ?1"));
        TRY(head.next());
        catalog.version = head.integer(0);
    }
    TRY(load_business(business, catalog));
    catalog.custom_roles = TRY(load_custom_roles(business, *catalog.model));
    TRY(load_places(business, catalog));
    TRY(load_services(business, catalog));
    TRY(load_staff(business, catalog));
    TRY(load_supply(business, catalog));
    if (catalog.locations.empty())
        return std::unexpected(DatabaseError{FailureKind::bug, "the business has no location"});
    for (const auto& location : catalog.locations)
        if (!scheduling::Zone::find(location.zone))
            return std::unexpected(DatabaseError{FailureKind::bug, "the location's zone is unknown"});
    catalog.zone = scheduling::Zone::find(catalog.locations.front().zone);
    return catalog;
}

}  // namespace loggia::storage
