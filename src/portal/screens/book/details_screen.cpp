#include "portal/screens/book/details_screen.h"

#include "core/base/text.h"
#include "core/scheduling/cancellation.h"
#include "icons.generated.h"
#include "portal/screens/book/other_times.h"
#include "portal/screens/faces.h"

namespace loggia::portal {

namespace {

constexpr ui::Milliseconds minute_ms = 60'000;

/// Who will serve: known from the hold, before that only if somebody was chosen.
std::optional<PersonId> performer(const Context& context, const Choice& choice) {
    if (const auto* hold = here(context.store.hold.state())) return hold->person_id;
    return choice.person;
}

bool is_complete(const Choice& choice) { return choice.service && choice.at; }

/// Without a network: whoever is signed in may leave a request for this time.
bool can_put_off(const Context& context) {
    return context.session.is_signed_in() && context.store.submission.can_put_off();
}

bool may_submit(const Context& context) {
    const bool is_possible = !failure(context.store.hold.state()) || can_put_off(context);
    return is_possible && !is_loading(context.store.submission.state());
}

}  // namespace

void DetailsScreen::build(ui::Page& page, Context& context) {
    Intent intent;
    const Choice choice = choice_in(context);
    const auto& submission = context.store.submission;
    const bool has_booked = here(submission.state()) != nullptr || submission.is_put_off();
    if (is_complete(choice) && !has_booked)
        context.store.hold.want({choice.service->id, choice.person, *choice.at}, context.now());
    draw_frame(page, context, choice, intent);
    act_on(intent, page, context, choice);
    follow_answers(page, context, choice);
}

void DetailsScreen::draw_frame(ui::Page& page, const Context& context, const Choice& choice, Intent& intent) {
    if (page.phone()) {
        draw_step_bar(page, context, context.words.your_details(),
                      choice.service ? choose_time_url(choice) : url_of(Place::choose_service), 3);
    } else {
        intent.frame = draw_top_bar(page, context, Section::book);
    }
    const auto main = page.main(ui::Width::reading);
    if (!page.phone()) page.heading(1, context.words.your_details(), "title");
    if (!context.store.business.is_here()) {
        if (const auto* error = context.store.business.failed()) {
            intent.try_again = draw_failure(page, context, "failed", *error);
        } else {
            page.skeleton(6);
        }
    } else if (!is_complete(choice)) {
        const auto empty = page.empty({.title = context.words.nothing_chosen(), .icon = ui::icon::calendar_days});
        page.link("choose", context.words.choose_a_time(),
                  choice.service ? choose_time_url(choice) : url_of(Place::choose_service),
                  {.look = ui::LinkLook::primary});
    } else {
        draw_what(page, context, choice);
        draw_hold(page, context, choice, intent);
        draw_form(page, context, choice, intent);
    }
}

void DetailsScreen::draw_what(ui::Page& page, const Context& context, const Choice& choice) {
    const auto& business = context.store.business;
    const auto who = performer(context, choice);
    const std::string_view name = who ? business.person_name(*who) : context.words.anyone();
    const auto card = page.card();
    {
        const auto line = page.row({.gap = ui::Space::regular});
        page.avatar(text::initials(name), who ? business.hue(*who) : ui::Hue::slate);
        {
            const auto words = page.stack({.grow = true});
            page.text(joined({choice.service->name, context.words.minutes(choice.service->duration_minutes)}),
                      ui::Text::strong);
            page.text(joined({context.words.short_time(context.zone().to_civil(*choice.at)), name}),
                      ui::Text::small_muted);
        }
        page.link("change", context.words.change(), choose_time_url(choice), {.name = context.words.change_time()});
    }
    if (context.session.may_any(policy::Permission::create_booking))
        page.link("series", context.words.series_title(), series_url(choice), {.icon = ui::icon::repeat});
}

void DetailsScreen::draw_hold(ui::Page& page, const Context& context, const Choice& choice, Intent& intent) {
    const auto& state = context.store.hold.state();
    if (can_put_off(context)) {
        page.banner("put-off", context.words.request_offline(), {.tone = ui::Tone::amber});
    } else if (const auto* hold = here(state)) {
        const auto left = hold->expires_at - context.now();
        page.icon_line(ui::icon::timer, context.words.held_for_more_time(left), ui::Text::small_muted);
        const auto left_ms = unix_seconds(hold->expires_at) * 1000 - context.now_ms;
        page.wake_at(context.now_ms + (left_ms - 1) % minute_ms + 1);
        if (const auto* zone = differing_zone(context, *choice.at))
            page.text(context.words.zone_note(context.zone(), *zone, *choice.at), ui::Text::caption);
    } else if (const auto* error = failure(state)) {
        const bool is_gone = error->code == ErrorCode::conflict || error->code == ErrorCode::not_found;
        if (is_gone) {
            page.banner("gone", context.words.refusal(*error),
                        {.tone = ui::Tone::amber, .title = context.words.time_is_gone()});
            intent.other_time = draw_other_times(page, context, choice);
        } else {
            intent.try_again = draw_failure(page, context, "hold-failed", *error);
        }
    } else {
        page.loading(context.words.holding());
    }
}

void DetailsScreen::draw_form(ui::Page& page, const Context& context, const Choice& choice, Intent& intent) {
    const auto form = page.form("details");
    const auto* refusal = failure(context.store.submission.state());
    const FormErrors errors = refusal && m_errors.empty() ? FormErrors(context.words, *refusal) : m_errors;
    if (!context.session.is_signed_in()) {
        draw_account_fields(page, context.words, m_account, errors);
        page.link("have-account", context.words.have_account(), sign_in_url(context), {.icon = ui::icon::log_in});
    }
    intent.add_dependent = draw_for_whom(page, context, m_for, errors);
    draw_terms(page, context, choice);
    const auto rest =
        errors.besides({"name", "email", "phone", "password", "dependent-name", "dependent-born", "terms"});
    const bool is_told_above = failure(context.store.hold.state()) != nullptr;
    if (!rest.empty() && !is_told_above) page.banner("refused", rest, {.tone = ui::Tone::red});
    if (page.phone()) {
        const auto bar = page.bottom_bar();
        draw_end(page, context, choice);
    } else {
        draw_end(page, context, choice);
    }
    intent.submit = form.submitted();
}

void DetailsScreen::draw_terms(ui::Page& page, const Context& context, const Choice& choice) {
    const auto deadline = context.zone().to_civil(
        scheduling::free_cancellation_end(*choice.at, context.store.business.free_cancellation()));
    page.checkbox("terms", context.words.agree_to_terms(deadline), m_agreed, {.error = m_errors.of("terms")});
}

void DetailsScreen::draw_end(ui::Page& page, const Context& context, const Choice& choice) {
    {
        const auto line = page.row({.justify = ui::Justify::between});
        page.text(context.words.total(), ui::Text::muted);
        page.spacer();
        page.text(context.words.exact_price(choice.service->price), ui::Text::large);
    }
    const bool is_busy = is_loading(context.store.submission.state()) || m_waits_for_hold;
    const bool puts_off = can_put_off(context);
    page.submit("book",
                puts_off                         ? std::string(context.words.request_this_time())
                : choice.service->needs_approval ? context.words.ask_for_this(choice.service->name)
                                                 : context.words.book_this(choice.service->name),
                {.look = ui::ButtonLook::primary,
                 .disabled = failure(context.store.hold.state()) != nullptr && !puts_off,
                 .busy = is_busy,
                 .wide = true});
}

FormErrors DetailsScreen::found_errors(const Context& context) const {
    FormErrors errors;
    if (!context.session.is_signed_in()) check(m_account, errors, context.words);
    if (m_for.is_new()) check(m_for.dependent, errors, context);
    if (m_for.is_new() && context.session.is_signed_in() && errors.empty())
        errors.add("dependent-name", context.words.add_them_first());
    if (!m_agreed) errors.add("terms", context.words.terms_missing());
    return errors;
}

void DetailsScreen::submit(ui::Page& page, Context& context, const Choice& choice) {
    m_errors = found_errors(context);
    if (!m_errors.empty()) {
        page.focus(m_errors.first_field());
        return;
    }
    if (can_put_off(context)) {
        m_awaits_answer = true;
        return context.store.submission.put_off({choice.service->id, choice.person, *choice.at},
                                                m_for.known(context.session));
    }
    m_waits_for_hold = !here(context.store.hold.state());
    if (m_waits_for_hold) return;
    Submission submission{.registration = {}, .for_person = m_for.known(context.session), .for_new_dependent = {}};
    if (!context.session.is_signed_in()) {
        submission.registration = registration_of(m_account);
        if (m_for.is_new()) {
            const auto dependent = dependent_of(m_for.dependent);
            submission.registration->dependents.push_back(dependent);
            submission.for_new_dependent = dependent.name;
        }
    }
    m_awaits_answer = true;
    context.store.submission.submit(submission);
}

void DetailsScreen::act_on(const Intent& intent, ui::Page& page, Context& context, const Choice& choice) {
    if (intent.submit && may_submit(context)) submit(page, context, choice);
    if (intent.add_dependent) {
        m_errors = {};
        check(m_for.dependent, m_errors, context);
        if (m_errors.empty()) context.store.session.add_dependent(dependent_of(m_for.dependent));
    }
    if (intent.other_time) {
        Choice next = choice;
        next.at = intent.other_time;
        context.store.submission.forget();
        if (next.at == choice.at) context.store.hold.try_again();
        context.navigator.go(details_url(next), Step::replace);
    }
    if (intent.try_again) {
        context.store.business.load();
        context.store.hold.try_again();
    }
    act(intent.frame, page, context);
}

/// What answers have changed since the last build.
void DetailsScreen::follow_answers(ui::Page& page, Context& context, const Choice& choice) {
    if (m_waits_for_hold && failure(context.store.hold.state())) m_waits_for_hold = false;
    if (m_waits_for_hold && here(context.store.hold.state())) submit(page, context, choice);
    if (const auto* added = here(context.store.session.adding()); added && m_for.is_new()) {
        m_for = {.key = url_text(added->id), .dependent = {}};
        m_errors = {};
        context.store.session.forget_attempts();
    }
    if (m_for.is_new() && failure(context.store.submission.state())) m_for.find_among_known(context.session);
    const auto& answer = context.store.submission.state();
    if (m_awaits_answer && !is_loading(answer)) {
        m_awaits_answer = false;
        if (const auto* refusal = failure(answer); refusal && !refusal->field.empty()) page.focus(refusal->field);
    }
    if (context.store.submission.is_put_off()) {
        page.announce(context.words.request_kept());
        context.navigator.go(url_of(Place::my_home), Step::replace);
        return forget(context);
    }
    const auto* booking = here(answer);
    if (!booking) return;
    context.navigator.go(url_of(Place::booked,
                                {
                                    {"booking", url_text(booking->id)}
    }),
                         Step::replace);
    forget(context);
}

void DetailsScreen::forget(Context& context) {
    context.store.submission.forget();
    m_for = {};
    m_agreed = false;
    m_account = {};
}

}  // namespace loggia::portal
