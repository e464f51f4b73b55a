#include "server/http/recorded_demo.h"

#include "core/api/field_mask.h"
#include "core/base/civil.h"
#include "core/policy/recent_clients.h"
#include "server/auth/session_cookie.h"
#include "server/storage/catalog.h"
#include "server/storage/changes.h"
#include "server/storage/digest.h"
#include "server/storage/sessions.h"
#include "server/storage/stored_world.h"

#include <algorithm>
#include <chrono>

namespace loggia::testing {

namespace {

using storage::BusinessReader;
using storage::BusinessWriter;
using storage::must;

constexpr minutes apart{120};

server::PortalServerOptions with_clock(server::PortalServerOptions options, Instant now) {
    options.clock = [now] { return now; };
    return options;
}

}  // namespace

std::string_view name_of(Whose whose) {
    switch (whose) {
    case Whose::own: return "own";
    case Whose::dependents: return "a dependent's";
    case Whose::assigned: return "assigned";
    case Whose::recent_clients: return "a recent client's";
    case Whose::anothers: return "another's";
    case Whose::other_business: return "another business's";
    case Whose::missing: break;
    }
    return "missing";
}

RecordedDemo::RecordedDemo(const storage::DemoBusiness& demo, policy::SwitchSet switches,
                           server::PortalServerOptions options)
    : m_now(std::chrono::floor<seconds>(std::chrono::system_clock::now())),
      m_served(with_clock(std::move(options), m_now), demo),
      m_store(must(storage::Store::open(m_served.database(), storage::Access::read_write))) {
    m_catalog = must(
        m_store.write(m_business, [&](BusinessWriter& business) -> Result<std::shared_ptr<const storage::Catalog>> {
            TRY(business.run("UPDATE business SET switches = ?2 WHERE business_id = ?1",
                             std::int64_t{switches.bits()}));
            // Somebody's working day would be full after a few rows.
            for (const auto& member : TRY(business.catalog())->staff)
                TRY(storage::set_work_limits(business, member.person.id, {}));
            TRY(business.catalog_changed());
            return TRY(business.catalog());
        }));
    add_other_business();
    open_accounts(demo, switches == policy::SwitchSet{} ? "no switches" : "all switches");
}

void RecordedDemo::add_other_business() {
    must(m_store.write(other_business, [&](BusinessWriter& business) -> Result<int> {
        TRY(storage::fill_with_world(business, "another-business"));
        TRY(storage::add_person(
            business, {other_person, "Olga Other", "olga@other.example", "+386 1 999", {}, {}, {}},
            {policy::Role::client, policy::Role::owner}, storage::PasswordHash{"other hash"}, m_now));
        TRY(storage::add_working_hours(business, other_person, world::old_town, world::school_hours()));
        auto service = world::trial_lesson();
        service.id = other_service;
        service.performers = {other_person};
        TRY(storage::add_service(business, service, 9));
        const Instant later = Instant{std::chrono::floor<hours>(m_now)} + days{30};
        TRY(storage::insert_booking(
            business, storage::booking(other_booking, service, later, other_person, world::mara), m_now));
        auto hold = storage::booking(other_hold, service, later + hours{4}, other_person, world::mara);
        hold.client.reset();
        hold.status = domain::BookingStatus::held;
        hold.secret_hash = storage::hash_of_secret(other_hold_secret);
        hold.expires_at = m_now + hours{1};
        TRY(storage::insert_booking(business, hold, m_now));
        return 0;
    }));
}

void RecordedDemo::open_accounts(const storage::DemoBusiness& demo, std::string_view variant) {
    for (const policy::Column& column : m_catalog->model->columns()) {
        Account account;
        account.name =
            std::string(demo.name) + ", " + std::string(variant) + ": " + std::string(policy::name_of(column.role));
        account.role = column.role;
        account.actor = storage::visitor_of(*m_catalog);
        for (const auto& known : demo.accounts) {
            if (known.role != column.role || account.actor.person) continue;
            const PersonId person =
                must(m_store.read(m_business, [&](const BusinessReader& reader) -> Result<PersonId> {
                    return TRY(storage::find_credentials(reader, known.email))->person;
                }));
            account.dependent = client(person);
            account.actor = must(m_store.read(m_business, [&](const BusinessReader& reader) -> Result<policy::Actor> {
                return TRY(storage::actor_of(reader, person));
            }));
            account.cookie = sign_in(account);
        }
        m_accounts.push_back(std::move(account));
    }
}

std::string RecordedDemo::sign_in(PersonId person, BusinessId business) {
    const std::string token = auth::new_session_token();
    must(m_store.write(business, [&](BusinessWriter& writer) -> Result<int> {
        TRY(storage::open_session(writer, person, {storage::hash_of_secret(token)}, m_now));
        return 0;
    }));
    const std::string cookie = auth::session_cookie(token, auth::Transport::local, hours{1});
    return "Cookie: " + cookie.substr(0, cookie.find(';')) + "\r\n";
}

PersonId RecordedDemo::client(std::optional<PersonId> account_manager) {
    domain::Person person;
    person.id = PersonId{m_next_id++};
    const std::string number = std::to_string(person.id.value);
    person.name = "Somebody " + number;
    person.born = Date{std::chrono::year{1990}, std::chrono::month{1}, std::chrono::day{2}};
    person.account_manager = account_manager;
    if (!account_manager) {
        person.email = "somebody" + number + "@example.org";
        person.phone = "+386 40 " + number;
    }
    const auto held = account_manager ? policy::RoleSet{} : policy::RoleSet{policy::Role::client};
    must(m_store.write(m_business, [&](BusinessWriter& writer) -> Result<int> {
        TRY(storage::add_person(writer, person, held, std::nullopt, m_now));
        return 0;
    }));
    return person.id;
}

PersonId RecordedDemo::performer() const { return m_catalog->services.front().performers.front(); }

PersonId RecordedDemo::colleague_of(const Account& account) const {
    for (const auto& member : m_catalog->staff)
        if (member.person.id != account.actor.person) return member.person.id;
    throw std::runtime_error{"nobody else serves"};
}

BookingId RecordedDemo::book(PersonId client, PersonId staff, When when) {
    const auto& service = m_catalog->services.front();
    // Nobody is recent for what is booked weeks ahead.
    const int first = when == When::these_days ? -14 : 20;
    const int nights = when == When::these_days ? 28 : 300;
    const Instant day = m_catalog->zone->day(plus_days(m_catalog->today(m_now), first)).from;
    // By night, where no free time is listed, and on other days until it is free.
    constexpr int visits_a_night = 3;
    for (int& slot = m_next_slot[{staff, when}]; slot < visits_a_night * nights;) {
        const Instant start = day + days{slot / visits_a_night} + hours{2 * (slot % visits_a_night)};
        ++slot;
        auto made = storage::booking(BookingId{m_next_id++}, service, start, staff, client);
        made.room.reset();
        const auto written = m_store.write(m_business, [&](BusinessWriter& writer) -> Result<int> {
            TRY(storage::insert_booking(writer, made, m_now));
            TRY(storage::record_change(writer, *m_catalog->zone, made.id, made.claimed()));
            return 0;
        });
        if (written) return made.id;
    }
    throw std::runtime_error{"no time was free"};
}

std::optional<BookingId> RecordedDemo::booking(Whose whose, const Account& account) {
    const auto& asker = account.actor.person;
    const PersonId colleague = colleague_of(account);
    switch (whose) {
    case Whose::own: return asker ? std::optional(book(*asker, colleague, When::weeks_ahead)) : std::nullopt;
    case Whose::dependents:
        return asker ? std::optional(book(account.dependent, colleague, When::weeks_ahead)) : std::nullopt;
    case Whose::assigned: return asker ? std::optional(book(client(), *asker, When::weeks_ahead)) : std::nullopt;
    case Whose::recent_clients: {
        if (!asker) return std::nullopt;
        const PersonId served = client();
        (void)book(served, *asker, When::these_days);
        return book(served, colleague, When::weeks_ahead);
    }
    case Whose::anothers: return book(client(client()), colleague, When::weeks_ahead);
    case Whose::other_business: return other_booking;
    case Whose::missing: break;
    }
    return missing_booking;
}

std::vector<api::FreeTimeView> RecordedDemo::free_times_of(PersonId performer) {
    const Date today = m_catalog->today(m_now);
    return body_of<api::FreeTimesView>(
               m_served.get("/api/free-times?service_id=" + std::to_string(m_catalog->services.front().id.value) +
                            "&person_id=" + std::to_string(performer.value) +
                            "&from=" + to_text(plus_days(today, 2)) + "&to=" + to_text(plus_days(today, 60))))
        .times;
}

api::HoldRequest RecordedDemo::free_time() {
    const auto& service = m_catalog->services.front();
    while (m_next_free_time == m_free_times.size()) {
        REQUIRE(m_next_performer < service.performers.size());
        m_free_times = free_times_of(service.performers[m_next_performer++]);
        m_next_free_time = 0;
    }
    const auto& given = m_free_times[m_next_free_time];
    while (m_next_free_time < m_free_times.size() &&
           m_free_times[m_next_free_time].starts_at < given.starts_at + apart)
        ++m_next_free_time;
    return {service.id, given.person_id, given.starts_at};
}

api::HoldView RecordedDemo::hold(const std::string& cookie) {
    return body_of<api::HoldView>(m_served.post("/api/holds", api::encode(free_time()), cookie));
}

std::string RecordedDemo::contents() {
    // What was answered before is written by now: a write is answered after those that came before it.
    static_cast<void>(m_served.post("/api/holds", api::encode(api::HoldRequest{missing_service, {}, m_now}), {}));
    auto& connection = m_store.connection();
    std::vector<std::string> tables;
    {
        auto query = must(connection.query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"));
        while (must(query.next())) tables.emplace_back(query.text(0));
    }
    std::string contents;
    for (const auto& table : tables) {
        std::string columns = "''";
        auto described = must(connection.query("SELECT name FROM pragma_table_info(?1)", table));
        while (must(described.next())) columns.append(" || ' ' || quote(").append(described.text(0)).append(")");
        contents += table + "\n";
        auto rows = must(connection.query("SELECT " + columns + " FROM " + table));
        while (must(rows.next())) contents.append(rows.text(0)).append("\n");
    }
    return contents;
}

std::vector<storage::StoredBooking> RecordedDemo::bookings() {
    return must(
        m_store.read(m_business, [&](const BusinessReader& reader) -> Result<std::vector<storage::StoredBooking>> {
            std::vector<BookingId> ids;
            {
                auto query =
                    TRY(reader.query("SELECT id FROM booking WHERE business_id = ?1 AND client_id IS NOT NULL"));
                while (TRY(query.next())) ids.push_back(query.get<BookingId>(0));
            }
            std::vector<storage::StoredBooking> found;
            for (const BookingId id : ids) found.push_back(*TRY(storage::find_booking(reader, id)));
            return found;
        }));
}

std::optional<storage::StoredBooking> RecordedDemo::find(BookingId id) {
    return must(
        m_store.read(m_business, [&](const BusinessReader& reader) -> Result<std::optional<storage::StoredBooking>> {
            return TRY(storage::find_booking(reader, id));
        }));
}

const RecordedDemo::ServiceDays& RecordedDemo::services_of(PersonId staff) {
    auto& kept = m_services[staff];
    must(m_store.read(m_business, [&](const BusinessReader& reader) -> Result<int> {
        // Every booking that comes or goes takes a number.
        const std::int64_t seq = TRY(reader.seq());
        if (kept.first == seq) return 0;
        kept = {seq, {}};
        auto query = TRY(reader.query("SELECT client_id, starts_at FROM booking WHERE business_id = ?1 "
                                      "AND staff_id = ?2 AND client_id IS NOT NULL AND status <> 'cancelled'",
                                      staff));
        while (TRY(query.next()))
            kept.second[query.get<PersonId>(0)].push_back(m_catalog->zone->date_at(query.get<Instant>(1)));
        return 0;
    }));
    return kept.second;
}

policy::Subject RecordedDemo::subject_of(const storage::StoredBooking& booking, const policy::Actor& asker) {
    policy::Subject subject{.client = booking.client->id,
                            .account_manager = booking.client->account_manager,
                            .assigned_staff = booking.staff};
    if (!asker.person) return subject;
    const auto& served = services_of(*asker.person);
    const auto found = served.find(booking.client->id);
    if (found != served.end())
        subject.days_to_nearest_service = policy::days_to_nearest_service(found->second, m_catalog->today(m_now));
    return subject;
}

api::BookingView RecordedDemo::whole(const storage::StoredBooking& booking) const {
    api::BookingView view;
    view.id = booking.id;
    view.version = booking.version;
    view.service_id = booking.service;
    view.person_id = booking.staff;
    view.room_name = m_catalog->room_name(booking.room);
    view.room_id = booking.room;
    view.starts_at = booking.visit.from;
    view.ends_at = booking.visit.to;
    view.status = booking.status;
    view.series_id = booking.series;
    view.price = booking.price;
    view.client_name = booking.client->name;
    if (booking.client->born) view.client_age = age_on(*booking.client->born, m_catalog->today(m_now));
    view.client_is_dependent = booking.client->account_manager.has_value();
    view.client_id = booking.client->id;
    view.client_email = booking.client->email;
    view.client_phone = booking.client->phone;
    if (booking.client->account_manager) view.account_manager_name = booking.client->account_manager_name;
    return view;
}

api::BookingView RecordedDemo::expected(const storage::StoredBooking& booking, const policy::Actor& asker) {
    auto view = whole(booking);
    const auto subject = subject_of(booking, asker);
    for (const auto& field : api::booking_fields)
        if (!policy::decide(asker, field.permission, subject)) field.hide(view);
    return view;
}

}  // namespace loggia::testing
