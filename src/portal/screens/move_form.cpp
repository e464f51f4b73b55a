#include "portal/screens/move_form.h"

#include "core/base/civil.h"
#include "core/base/text.h"
#include "portal/screens/faces.h"

#include <algorithm>

namespace loggia::portal {

namespace {

std::optional<PersonId> person_in(const std::string& text) {
    const auto number = text::to_integer(text);
    return number ? std::optional(PersonId{*number}) : std::nullopt;
}

std::string key_of(const api::FreeTimeView& time) { return std::to_string(unix_seconds(time.starts_at)); }

}  // namespace

/// Begins anew with another booking, and when it has changed.
void MoveForm::follow(const Context& context, const api::BookingView& booking) {
    if (m_booking == booking.id && m_version == booking.version) return;
    *this = {};
    m_booking = booking.id;
    m_version = booking.version;
    m_performer = url_text(booking.person_id);
    m_day = to_text(context.zone().date_at(booking.starts_at));
    m_start = std::to_string(unix_seconds(booking.starts_at));
}

std::optional<api::BookingMove> MoveForm::draw(ui::Page& page, const Context& context,
                                               const api::BookingView& booking) {
    follow(context, booking);
    const auto& changes = context.store.booking_changes;
    const bool is_this = changes.changing() == booking.id;
    const auto form = page.form("move-form");
    draw_performer(page, context, booking);
    page.text_field(
        "day", context.words.day_label(), m_day,
        {.type = ui::FieldType::date, .autocomplete = "off", .required = true, .minimum = to_text(context.today())});
    draw_times(page, context, booking);
    page.text_field("reason", context.words.reason(), m_reason, {.autocomplete = "off", .max_length = 300});
    const auto* refusal = failure(changes.changed());
    if (refusal && is_this) page.banner("refused", context.words.refusal(*refusal), {.tone = ui::Tone::red});
    page.submit("move", context.words.move_now(),
                {.look = ui::ButtonLook::primary, .busy = is_this && is_loading(changes.changed()), .wide = true});
    return form.submitted() ? wanted(context, booking) : std::nullopt;
}

void MoveForm::draw_performer(ui::Page& page, const Context& context, const api::BookingView& booking) {
    const auto* service = context.store.business.service(booking.service_id);
    const auto reassigning =
        context.session.may(policy::Permission::change_booking_staff, context.session.subject_of(booking));
    if (!service || !reassigning || service->performers.size() < 2) return;
    std::vector<std::string> keys;
    for (const PersonId performer : service->performers) keys.push_back(url_text(performer));
    std::vector<ui::Option> options;
    for (std::size_t i = 0; i < keys.size(); ++i)
        options.push_back({keys[i], context.store.business.person_name(service->performers[i])});
    page.select("performer", context.words.with_whom(), m_performer, options, {.autocomplete = "off"});
}

void MoveForm::draw_times(ui::Page& page, const Context& context, const api::BookingView& booking) {
    const auto day = parse_date(m_day);
    if (!day) return;
    const auto& times = context.store.booking_changes.want_times({booking.id, person_in(m_performer), *day, *day});
    static_cast<void>(draw_remote(page, context, "times-failed", times, 1, [&](const api::FreeTimesView& here) {
        if (here.times.empty()) return page.text(context.words.nothing_free_that_day(), ui::Text::small_muted);
        std::vector<std::string> keys, names;
        for (const auto& time : here.times) {
            keys.push_back(key_of(time));
            names.push_back(context.words.clock(context.zone().to_civil(time.starts_at)));
        }
        std::vector<ui::Option> options;
        for (std::size_t i = 0; i < keys.size(); ++i) options.push_back({keys[i], names[i]});
        std::string shown = key_of(chosen_of(here.times));
        if (page.select("time", context.words.time_label(), shown, options, {.autocomplete = "off"})) m_start = shown;
    }));
}

const api::FreeTimeView& MoveForm::chosen_of(const std::vector<api::FreeTimeView>& times) const {
    const auto chosen = std::ranges::find(times, m_start, key_of);
    return chosen == times.end() ? times.front() : *chosen;
}

std::optional<api::BookingMove> MoveForm::wanted(const Context& context, const api::BookingView& booking) const {
    const auto day = parse_date(m_day);
    if (!day) return std::nullopt;
    const auto* times =
        here(context.store.booking_changes.want_times({booking.id, person_in(m_performer), *day, *day}));
    if (!times || times->times.empty()) return std::nullopt;
    const auto performer = person_in(m_performer);
    const std::string reason{text::trimmed(m_reason)};
    return api::BookingMove{booking.id, booking.version, chosen_of(times->times).starts_at,
                            performer == booking.person_id ? std::nullopt : performer,
                            reason.empty() ? std::nullopt : std::optional(reason)};
}

}  // namespace loggia::portal
