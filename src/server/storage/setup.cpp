#include "server/storage/setup.h"

#include "server/storage/supply.h"

namespace loggia::storage {

namespace {

std::optional<int> days_of(const std::optional<domain::CutOff>& cut_off) {
    return cut_off ? std::optional{cut_off->days_before} : std::nullopt;
}
std::optional<minutes> time_of(const std::optional<domain::CutOff>& cut_off) {
    return cut_off ? std::optional{cut_off->at} : std::nullopt;
}

}  // namespace

Outcome<void> add_business(BusinessWriter& business, const domain::Business& row, const policy::Model& model,
                           policy::SwitchSet switches) {
    const auto& limits = row.rules.client_limits;
    TRY(business.run(
        "INSERT INTO business (business_id, slug, name, short_name, zone, locale, currency, brand_color, "
        "minimum_notice_minutes, horizon_days, free_cancellation_minutes, hold_minutes, "
        "start_grid_minutes, switches, role_model, cut_off_days, cut_off_minute, client_open_bookings, "
        "client_bookings_a_day, client_bookings_a_week, free_reschedule_minutes) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)",
        row.slug, row.name, row.short_name, row.zone, row.locale, row.currency, row.brand_color,
        row.rules.minimum_notice, static_cast<int>(row.rules.horizon.count()), row.rules.free_cancellation,
        row.rules.hold_lasts, row.rules.start_grid, std::int64_t{switches.bits()}, model.name(),
        days_of(row.rules.cut_off), time_of(row.rules.cut_off), limits.open_bookings, limits.bookings_a_day,
        limits.bookings_a_week, row.rules.free_reschedule));
    TRY(business.run("INSERT INTO business_head (business_id, seq, catalog_version) VALUES (?1, 0, 1)"));
    return {};
}

Outcome<void> make_demo(BusinessWriter& business) {
    TRY(business.run("UPDATE business SET is_demo = 1 WHERE business_id = ?1"));
    return business.catalog_changed();
}

Outcome<void> add_location(BusinessWriter& business, const domain::Location& row) {
    TRY(business.run("INSERT INTO location (business_id, id, name, address, zone) VALUES (?1, ?2, ?3, ?4, ?5)",
                     row.id, row.name, row.address, row.zone));
    return add_opening_hours(business, row);
}

Outcome<void> add_room(BusinessWriter& business, const domain::Room& row, int position) {
    TRY(business.run("INSERT INTO room (business_id, id, location_id, name, position, capacity) "
                     "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                     row.id, row.location, row.name, position, row.capacity));
    return add_room_hours(business, row);
}

Outcome<void> add_service(BusinessWriter& business, const domain::Service& row, int position) {
    TRY(business.run(
        "INSERT INTO service (business_id, id, name, description, icon, duration_minutes, "
        "buffer_before_minutes, buffer_after_minutes, price_minor_units, currency, needs_room, position, "
        "minimum_notice_minutes, horizon_days, cut_off_days, cut_off_minute, needs_approval) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
        row.id, row.name, row.description, row.icon, row.duration, row.buffer_before, row.buffer_after,
        row.price.minor_units, row.price.currency, row.needs_room, position, row.minimum_notice,
        row.horizon ? std::optional{static_cast<int>(row.horizon->count())} : std::nullopt, days_of(row.cut_off),
        time_of(row.cut_off), row.needs_approval));
    int place = 0;
    for (const PersonId performer : row.performers)
        TRY(business.run("INSERT INTO service_performer (business_id, service_id, position, person_id) "
                         "VALUES (?1, ?2, ?3, ?4)",
                         row.id, place++, performer));
    place = 0;
    for (const ResourceId room : row.rooms)
        TRY(business.run("INSERT INTO service_room (business_id, service_id, position, room_id) "
                         "VALUES (?1, ?2, ?3, ?4)",
                         row.id, place++, room));
    return add_needs_and_terms(business, row);
}

}  // namespace loggia::storage
