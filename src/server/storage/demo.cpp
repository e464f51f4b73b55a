#include "server/storage/demo.h"

#include "core/base/civil.h"
#include "core/base/text.h"
#include "server/storage/bookings.h"
#include "server/storage/catalog.h"
#include "server/storage/changes.h"
#include "server/storage/claims.h"
#include "server/storage/setup.h"

#include <nlohmann/json.hpp>

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

/// Writes the demo into an empty business, numbering what it adds. A malformed text throws Json::exception or
/// std::bad_optional_access, caught in `load_demo`.
class DemoLoader {
public:
    DemoLoader(BusinessWriter& business, const PasswordHash& password, Instant now)
        : m_business(business), m_password(password), m_now(now) {}

    Outcome<void> load(const Json& demo) {
        TRY(add_business(demo.at("business")));
        TRY(add_places(demo.at("location"), demo.at("rooms")));
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
        m_currency = row.currency;
        const auto* model = policy::model_named(json.at("role_model").get<std::string>());
        if (model == nullptr) throw std::invalid_argument("there is no such role model");
        TRY(storage::add_business(m_business, row, *model, {}));
        return make_demo(m_business);
    }

    Outcome<void> add_places(const Json& location, const Json& rooms) {
        const LocationId id{next()};
        TRY(add_location(m_business, {id, location.at("name"), location.at("address"), location.at("zone")}));
        int position = 0;
        for (const std::string name : rooms) {
            const ResourceId room{next()};
            m_rooms.emplace(name, room);
            TRY(add_room(m_business, {room, id, name}, position++));
        }
        return {};
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

        std::vector<domain::WorkingHours> week;
        for (const auto& hours : json.value("hours", Json::array()))
            week.push_back(
                {std::chrono::Monday + days{day_in_week(hours.at(0))}, clock_of(hours.at(1)), clock_of(hours.at(2))});
        return add_working_hours(m_business, person.id, week);
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
        m_services.emplace(json.at("key"), service.id);
        return storage::add_service(m_business, service, m_position++);
    }

    /// `week` counts from the week of loading, which begins on Monday.
    [[nodiscard]] Instant start_of(const Json& json) const {
        const auto today = day_of(m_catalog->today(m_now));
        const auto monday = today - (std::chrono::weekday{today} - std::chrono::Monday);
        const auto day = monday + days{7 * json.at("week").get<int>() + day_in_week(json.at("day"))};
        return m_catalog->zone->to_instant(day + clock_of(json.at("time")));
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
        const Instant start = start_of(json);
        booking.visit = {start, start + service.duration};
        booking.cells = scheduling::claimed_cells(service, start);
        booking.price = service.price;
        booking.status = status_of(json, booking.visit);
        for (const ResourceId room : service.rooms) {
            booking.room = room;
            if (TRY(is_free(room, booking.cells))) break;
        }
        TRY(insert_booking(m_business, booking, m_now));
        return record_change(m_business, *m_catalog->zone, booking.id, booking.claimed());
    }

    Outcome<bool> is_free(ResourceId room, scheduling::CellRange cells) {
        bool free = true;
        TRY(read_claims(m_business, room, cells, [&](const Claim&) { free = false; }));
        return free;
    }

    [[nodiscard]] std::int64_t next() { return m_next++; }

    BusinessWriter& m_business;
    PasswordHash m_password;
    Instant m_now;
    std::string m_currency;
    std::int64_t m_next = 101;  ///< people and rooms share their numbers
    int m_position = 0;
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
