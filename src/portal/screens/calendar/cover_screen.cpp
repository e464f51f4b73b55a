#include "portal/screens/calendar/cover_screen.h"

#include "core/base/civil.h"
#include "core/base/text.h"
#include "icons.generated.h"
#include "portal/screens/faces.h"

#include <algorithm>

namespace loggia::portal {

namespace {

constexpr std::string_view keep = "keep", cancel = "cancel";
constexpr int longest_absence = 62;

/// What the address asks for, if it does.
std::optional<api::CoverageRequest> request_in(const Context& context) {
    const auto person = context.address.id<PersonId>("person");
    const auto from = context.address.date("from"), to = context.address.date("to");
    if (!person || !from || !to || *to < *from || days_between(*from, *to) > longest_absence) return std::nullopt;
    return api::CoverageRequest{*person, *from, *to};
}

std::string choice_of(const std::map<BookingId, std::string>& choices, const api::CoverageItem& item) {
    const auto found = choices.find(item.booking.id);
    if (found != choices.end()) return found->second;
    return item.proposed_person_id ? url_text(*item.proposed_person_id) : std::string(keep);
}

}  // namespace

/// Takes the question from the address when that is another one.
void CoverScreen::follow(const Context& context) {
    const std::string address = context.address.url();
    if (m_address == address && !m_from.empty()) return;
    *this = {};
    m_address = address;
    m_person = context.address.text("person");
    const std::string today = to_text(context.today());
    m_from = context.address.date("from") ? std::string(context.address.text("from")) : today;
    m_to = context.address.date("to") ? std::string(context.address.text("to")) : m_from;
}

void CoverScreen::build(ui::Page& page, Context& context) {
    Intent intent;
    follow(context);
    if (page.desktop()) {
        intent.frame = draw_side_nav(page, context, Section::calendar);
    } else {
        intent.frame = draw_top_bar(page, context, Section::calendar);
    }
    {
        const auto main = page.main(ui::Width::wide);
        page.heading(1, context.words.cover_title());
        draw_question(page, context, intent);
        if (const auto request = request_in(context)) {
            const auto& coverage = context.store.coverage.want(*request);
            intent.try_again = draw_remote(page, context, "failed", coverage, 6, [&](const api::CoverageView& here) {
                draw_visits(page, context, here, intent);
            });
        }
    }
    draw_tabs(page, context, Section::calendar);
    act_on(intent, page, context);
}

void CoverScreen::draw_question(ui::Page& page, const Context& context, Intent& intent) {
    const auto card = page.card({.key = "question"});
    const auto form = page.form("cover-question");
    const auto* staff = here(context.store.business.staff());
    std::vector<std::string> keys;
    std::vector<ui::Option> options;
    if (staff)
        for (const auto& person : staff->staff) keys.push_back(url_text(person.id));
    for (std::size_t i = 0; i < keys.size(); ++i) options.push_back({keys[i], staff->staff[i].name});
    if (m_person.empty() && !keys.empty()) m_person = keys.front();
    page.select("person", context.words.who_is_away(), m_person, options, {.autocomplete = "off"});
    {
        const auto days = page.columns({.key = "days", .gap = ui::Space::regular});
        page.text_field("from", context.words.first_day(), m_from,
                        {.type = ui::FieldType::date, .autocomplete = "off", .required = true});
        page.text_field("to", context.words.last_day(), m_to,
                        {.type = ui::FieldType::date, .autocomplete = "off", .required = true, .minimum = m_from});
    }
    page.submit("ask", context.words.show(), {.look = ui::ButtonLook::secondary});
    intent.asks = form.submitted();
}

void CoverScreen::draw_visits(ui::Page& page, const Context& context, const api::CoverageView& coverage,
                              Intent& intent) {
    if (const auto* done = here(context.store.coverage.changed()))
        page.banner("done", context.words.bookings_changed(static_cast<std::int64_t>(done->bookings.size())),
                    {.tone = ui::Tone::green});
    if (coverage.items.empty()) {
        const auto empty = page.empty({.title = context.words.nothing_to_cover(), .icon = ui::icon::calendar_check});
        return;
    }
    const auto form = page.form("cover-form");
    for (const auto& item : coverage.items) draw_visit(page, context, item);
    const auto count = static_cast<std::int64_t>(wanted(coverage).size());
    const auto* refusal = failure(context.store.coverage.changed());
    const FormErrors errors = refusal && m_errors.empty() ? FormErrors(context.words, *refusal) : m_errors;
    page.text_field("reason", context.words.reason(), m_reason,
                    {.autocomplete = "off", .error = errors.of("reason"), .required = true, .max_length = 300});
    if (const auto rest = errors.besides({"reason"}); !rest.empty())
        page.banner("refused", rest, {.tone = ui::Tone::red});
    page.submit(
        "change", context.words.change_bookings(count),
        {.look = ui::ButtonLook::primary, .busy = is_loading(context.store.coverage.changed()), .wide = true});
    intent.makes_changes = form.submitted();
}

void CoverScreen::draw_visit(ui::Page& page, const Context& context, const api::CoverageItem& item) {
    const auto& business = context.store.business;
    const auto key = url_text(item.booking.id);
    const auto card = page.card({.key = key, .gap = ui::Space::small, .padding = ui::Space::medium});
    page.text(context.words.date_and_times(context.zone().to_civil(item.booking.starts_at),
                                           context.zone().to_civil(item.booking.ends_at)),
              ui::Text::strong);
    page.text(
        joined({business.service_name(item.booking.service_id), item.booking.client_name.value_or(std::string{})}),
        ui::Text::small_muted);
    std::vector<std::string> keys, names;
    for (const PersonId colleague : item.colleagues) {
        keys.push_back(url_text(colleague));
        names.emplace_back(business.person_name(colleague));
    }
    std::vector<ui::Option> options;
    for (std::size_t i = 0; i < keys.size(); ++i) options.push_back({keys[i], names[i]});
    options.push_back({keep, context.words.leave_as_it_is()});
    if (context.session.may_any(policy::Permission::cancel_bookings_together))
        options.push_back({cancel, context.words.cancel_booking()});
    std::string choice = choice_of(m_choices, item);
    if (page.select("choice-" + key,
                    item.colleagues.empty() ? context.words.nobody_is_free() : context.words.hand_to(), choice,
                    options, {.autocomplete = "off"}))
        m_choices[item.booking.id] = choice;
}

std::vector<api::PlannedChange> CoverScreen::wanted(const api::CoverageView& coverage) const {
    std::vector<api::PlannedChange> changes;
    for (const auto& item : coverage.items) {
        const std::string choice = choice_of(m_choices, item);
        if (choice == keep) continue;
        api::PlannedChange change{item.booking.id, item.booking.version, {}, {}};
        if (const auto person = text::to_integer(choice)) change.person_id = PersonId{*person};
        changes.push_back(change);
    }
    return changes;
}

void CoverScreen::act_on(const Intent& intent, ui::Page& page, Context& context) {
    if (intent.asks) {
        context.store.coverage.forget_change();
        context.navigator.go(url_of(Place::cover,
                                    {
                                        {"person", m_person},
                                        {"from",   m_from  },
                                        {"to",     m_to    }
        }),
                             Step::replace);
    }
    if (intent.makes_changes) send(page, context);
    if (intent.try_again) context.store.coverage.try_again();
    act(intent.frame, page, context);
}

void CoverScreen::send(ui::Page& page, Context& context) {
    m_errors = {};
    context.store.coverage.forget_change();
    const auto request = request_in(context);
    const auto* coverage = request ? here(context.store.coverage.want(*request)) : nullptr;
    if (!coverage) return;
    const api::BookingBatch batch{wanted(*coverage), std::string(text::trimmed(m_reason))};
    if (batch.reason.empty()) m_errors.add("reason", context.words.reason_missing());
    if (batch.changes.empty()) m_errors.add("changes", context.words.nothing_chosen_to_change());
    if (!m_errors.empty()) return page.focus(m_errors.first_field());
    context.store.coverage.change(batch);
    m_choices.clear();
}

}  // namespace loggia::portal
