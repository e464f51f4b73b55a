#include "server/storage/demo.h"

#include "core/base/civil.h"
#include "core/base/text.h"
#include "server/storage/bookings.h"
#include "server/storage/catalog.h"
#include "server/storage/changes.h"
#include "server/storage/claims.h"
#include "server/storage/setup.h"
#include "server/storage/supply.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

namespace loggia::storage {

namespace {

using Json = nlohmann::json;

constexpr BusinessId demo_business{1};
constexpr days since_they_came{400};

minutes clock_of(const std::string& text) {
    const auto hour = text::to_integer(std::string_view{text}.substr(0, 2));
    const auto minute = text::to_integer(std::string_view{text}.substr(3));
    return hours{hour.value()} + minutes{minute.value()};
}

/// Days after Monday.
int day_in_week(const std::string& name) {
    constexpr std::array<std::string_view, 7> names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    return static_cast<int>(std::ranges::find(names, name) - names.begin());
}

std::vector<domain::WeeklyHours> week_of(const Json& json) {
    std::vector<domain::WeeklyHours> week;
    for (const auto& hours : json)
        week.push_back(
            {std::chrono::Monday + days{day_in_week(hours.at(0))}, clock_of(hours.at(1)), clock_of(hours.at(2))});
    return week;
}

/// Nothing where the text has none of that name.
template <class T>
std::optional<T> number(const Json& json, const char* name) {
    if (!json.contains(name)) return std::nullopt;
    return T{json.at(name).get<std::int32_t>()};
}

std::optional<domain::CutOff> cut_off_of(const Json& json) {
    if (!json.contains("cut_off")) return std::nullopt;
    const Json& cut_off = json.at("cut_off");
    return domain::CutOff{cut_off.at("days_before"), clock_of(cut_off.at("time").get<std::string>())};
}

/// Writes the demo into an empty business, numbering what it adds. A malformed text throws Json::exception or
/// std::bad_optional_access, caught in `load_demo`.
class DemoLoader {
public:
    DemoLoader(BusinessWriter& business, const PasswordHash& password, Instant now)
        : m_business(business), m_password(password), m_now(now) {}

    Outcome<void> load(const Json& demo) {
        TRY(add_business(demo.at("business")));
        TRY(add_places(demo.at("location"), demo.at("rooms")));
        for (const auto& equipment : demo.value("equipment", Json::array())) TRY(add(equipment_of(equipment)));
        for (const auto& closure : demo.value("closures", Json::array()))
            TRY(add_closure(m_business, closure_of(closure)));
        for (const auto& person : demo.at("people")) TRY(add(person));
        for (const auto& service : demo.at("services")) TRY(add_service(service));
        m_catalog = TRY(m_business.catalog());
        for (const auto& booking : demo.at("bookings")) TRY(add_booking(booking));
        return {};
    }

private:
    Outcome<void> add_business(const Json& json) {
        domain::Business row;
        row.id = m_business.business();
        row.slug = json.at("slug");
        row.name = json.at("name");
        row.short_name = json.at("short_name");
        row.zone = json.at("zone");
        row.locale = json.at("locale");
        row.currency = json.at("currency");
        row.brand_color = json.at("brand_color");
        row.rules.minimum_notice = minutes{json.at("minimum_notice_minutes").get<int>()};
        row.rules.horizon = days{json.at("horizon_days").get<int>()};
        row.rules.free_cancellation = minutes{json.at("free_cancellation_minutes").get<int>()};
        row.rules.hold_lasts = minutes{json.at("hold_minutes").get<int>()};
        row.rules.start_grid = minutes{json.at("start_grid_minutes").get<int>()};
        row.rules.cut_off = cut_off_of(json);
        const Json limits = json.value("client_limits", Json::object());
        row.rules.client_limits = {number<int>(limits, "open_bookings"), number<int>(limits, "bookings_a_day"),
                                   number<int>(limits, "bookings_a_week")};
        m_currency = row.currency;
        const auto* model = policy::model_named(json.at("role_model").get<std::string>());
        if (model == nullptr) throw std::invalid_argument("there is no such role model");
        TRY(storage::add_business(m_business, row, *model, {}));
        return make_demo(m_business);
    }

    Outcome<void> add_places(const Json& location, const Json& rooms) {
        const LocationId id{next()};
        m_location = id;
        m_zone = scheduling::Zone::find(location.at("zone").get<std::string>());
        if (m_zone == nullptr) throw std::invalid_argument("there is no such zone");
        TRY(add_location(m_business, {id, location.at("name"), location.at("address"), location.at("zone"),
                                      week_of(location.value("opening", Json::array()))}));
        int position = 0;
        for (const Json& json : rooms) {
            domain::Room room{ResourceId{next()}, id, json.is_string() ? json : json.at("name")};
            if (json.is_object()) {
                room.capacity = json.value("capacity", 1);
                room.hours = week_of(json.value("hours", Json::array()));
            }
            m_rooms.emplace(room.name, room.id);
            TRY(add_room(m_business, room, position++));
        }
        return {};
    }

    domain::Equipment equipment_of(const Json& json) {
        const domain::Equipment equipment{ResourceId{next()}, m_location, json.at("name"), json.at("units")};
        m_equipment.emplace(equipment.name, equipment.id);
        return equipment;
    }
    Outcome<void> add(const domain::Equipment& equipment) {
        return add_equipment(m_business, equipment, static_cast<int>(m_equipment.size()));
    }

    domain::Closure closure_of(const Json& json) {
        const Date from = date_of(day_of(json));
        domain::Closure closure{ClosureId{next()}, m_location, json.at("name"), from,
                                plus_days(from, json.value("days", 1) - 1)};
        if (json.contains("from"))
            closure.part = {clock_of(json.at("from").get<std::string>()), clock_of(json.at("to").get<std::string>())};
        return closure;
    }

    Outcome<void> add(const Json& json) {
        domain::Person person;
        person.id = PersonId{next()};
        person.name = json.at("name");
        person.email = json.value("email", "");
        person.phone = json.value("phone", "");
        person.born = parse_date(json.at("born").get<std::string>());
        person.color = json.value("color", "");
        if (json.contains("account_manager")) person.account_manager = m_people.at(json.at("account_manager"));
        m_people.emplace(json.at("key"), person.id);
        policy::RoleSet roles;
        for (const std::string role : json.value("roles", Json::array())) roles.add(policy::role_named(role).value());
        const auto password = person.email.empty() ? std::nullopt : std::optional{m_password};
        TRY(add_person(m_business, person, roles, password, m_now - since_they_came));

        TRY(add_working_hours(m_business, person.id, m_location, week_of(json.value("hours", Json::array()))));
        return add_exceptions(person.id, json);
    }

    Outcome<void> add_exceptions(PersonId person, const Json& json) {
        for (const auto& other : json.value("other_hours", Json::array())) {
            domain::DateHours date{date_of(day_of(other)), {}};
            for (const auto& hours : other.at("hours"))
                date.hours.push_back({clock_of(hours.at(0)), clock_of(hours.at(1))});
            TRY(add_working_date(m_business, person, m_location, date));
        }
        for (const auto& leave : json.value("leave", Json::array())) {
            const auto first = day_of(leave);
            const TimeRange range{m_zone->to_instant(first),
                                  m_zone->to_instant(first + days{leave.value("days", 1)})};
            const auto status = domain::leave_status_named(leave.at("status").get<std::string>()).value();
            TRY(add_leave(m_business, person, {LeaveId{next()}, range, status, leave.at("reason")}));
        }
        if (!json.contains("limits")) return {};
        const Json& limits = json.at("limits");
        return set_work_limits(m_business, person,
                               {number<int>(limits, "bookings_a_day"), number<int>(limits, "bookings_a_week"),
                                number<minutes>(limits, "minutes_a_day"), number<minutes>(limits, "minutes_a_week")});
    }

    Outcome<void> add_service(const Json& json) {
        domain::Service service;
        service.id = ServiceId{next()};
        service.name = json.at("name");
        service.description = json.at("description");
        service.icon = json.at("icon");
        service.duration = minutes{json.at("duration_minutes").get<int>()};
        service.price = {json.at("price_minor_units"), m_currency};
        for (const std::string performer : json.at("performers"))
            service.performers.push_back(m_people.at(performer));
        for (const std::string room : json.at("rooms")) service.rooms.push_back(m_rooms.at(room));
        for (const auto& need : json.value("equipment", Json::array()))
            service.equipment.push_back({m_equipment.at(need.at(0)), need.at(1)});
        for (const auto& terms : json.value("terms", Json::array()))
            service.own_terms.push_back({m_people.at(terms.at("performer")),
                                         number<minutes>(terms, "duration_minutes"),
                                         {},
                                         {},
                                         number<std::int64_t>(terms, "price_minor_units")});
        service.buffer_after = minutes{json.value("buffer_after_minutes", 0)};
        service.needs_approval = json.value("needs_approval", false);
        service.minimum_notice = number<minutes>(json, "minimum_notice_minutes");
        service.cut_off = cut_off_of(json);
        m_services.emplace(json.at("key"), service.id);
        return storage::add_service(m_business, service, m_position++);
    }

    /// `week` counts from the week of loading, which begins on Monday.
    [[nodiscard]] std::chrono::local_days day_of(const Json& json) const {
        const auto today = loggia::day_of(m_zone->date_at(m_now));
        const auto monday = today - (std::chrono::weekday{today} - std::chrono::Monday);
        return monday + days{7 * json.at("week").get<int>() + day_in_week(json.at("day"))};
    }

    [[nodiscard]] domain::BookingStatus status_of(const Json& json, const TimeRange& visit) const {
        const bool past = visit.to <= m_now;
        if (json.contains("status")) {
            const auto status = domain::booking_status_named(json.at("status").get<std::string>()).value();
            if (past || status == domain::BookingStatus::cancelled) return status;
        }
        return past ? domain::BookingStatus::completed : domain::BookingStatus::confirmed;
    }

    Outcome<void> add_booking(const Json& json) {
        const auto& service = *m_catalog->find_service(m_services.at(json.at("service")));
        StoredBooking booking;
        booking.id = BookingId{next()};
        booking.service = service.id;
        booking.staff = m_people.at(json.at("staff"));
        booking.client.emplace().id = m_people.at(json.at("client"));
        const auto terms = domain::terms_of(service, booking.staff);
        const Instant start = m_zone->to_instant(day_of(json) + clock_of(json.at("time")));
        booking.equipment = service.equipment;
        booking.visit = {start, start + terms.duration};
        booking.cells = scheduling::claimed_cells(terms, start);
        booking.price = terms.price;
        booking.status = status_of(json, booking.visit);
        for (const ResourceId room : service.rooms) {
            booking.room = room;
            if (TRY(is_free(room, booking.cells))) break;
        }
        TRY(insert_booking(m_business, booking, m_now));
        return record_change(m_business, *m_catalog->zone, booking.id, booking.claimed());
    }

    Outcome<bool> is_free(ResourceId room, scheduling::CellRange cells) {
        std::vector<int> taken(static_cast<std::size_t>(cells.to - cells.from));
        TRY(read_claims(m_business, *m_catalog, room, cells, [&](const Claim& claim) {
            for (auto cell = claim.cells.from; cell < claim.cells.to; ++cell)
                ++taken[static_cast<std::size_t>(cell - cells.from)];
        }));
        return std::ranges::max(taken) < m_catalog->capacity_of(room);
    }

    [[nodiscard]] std::int64_t next() { return m_next++; }

    BusinessWriter& m_business;
    PasswordHash m_password;
    Instant m_now;
    std::string m_currency;
    std::int64_t m_next = 101;  ///< people and rooms share their numbers
    int m_position = 0;
    LocationId m_location;
    const scheduling::Zone* m_zone = nullptr;
    std::map<std::string, ResourceId> m_equipment;
    std::map<std::string, PersonId> m_people;
    std::map<std::string, ResourceId> m_rooms;
    std::map<std::string, ServiceId> m_services;
    std::shared_ptr<const Catalog> m_catalog;
};

}  // namespace

Outcome<std::vector<LivingAccount>> demo_accounts(const BusinessReader& business) {
    std::vector<LivingAccount> accounts;
    const auto catalog = TRY(business.catalog());
    const auto* demo = catalog->is_demo ? demo_named(catalog->model->name()) : nullptr;
    if (demo == nullptr) return accounts;
    for (const DemoAccount& account : demo->accounts) {
        const auto credentials = TRY(find_credentials(business, account.email));
        const auto person = credentials ? TRY(find_person(business, credentials->person)) : std::nullopt;
        if (person) accounts.push_back({*person, catalog->model->leading(TRY(roles_of(business, person->id)))});
    }
    return accounts;
}

Result<BusinessId> load_demo(Store& store, const PasswordHash& password, Instant now, const DemoBusiness& demo) {
    return load_demo(store, demo.text, password, now);
}

Result<BusinessId> load_demo(Store& store, std::string_view json, const PasswordHash& password, Instant now) {
    const auto malformed = [](const std::exception& exception) {
        return fail(ErrorCode::invalid_input, std::string{"the demo cannot be read: "} + exception.what());
    };
    return store.write(demo_business, [&](BusinessWriter& business) -> Result<BusinessId> {
        try {
            TRY(DemoLoader{business, password, now}.load(Json::parse(json)));
            return demo_business;
        } catch (const Json::exception& exception) {
            return malformed(exception);
        } catch (const std::logic_error& exception) {  // a name that nothing has
            return malformed(exception);
        }
    });
}

}  // namespace loggia::storage
