#include "portal/portal.h"

#include "icons.generated.h"
#include "portal/screens/faces.h"
#include "portal/screens/frame.h"
#include "portal/screens/notices.h"
#include "portal/words/choice_of_language.h"

#include <algorithm>

namespace loggia::portal {

namespace {

constexpr std::string_view theme_key = "theme";
constexpr std::string_view theme_names[]{"", "light", "dark", "contrast"};  // by ui::ThemeChoice

ui::ThemeChoice theme_of(std::string_view name) {
    const auto found = std::ranges::find(theme_names, name);
    return static_cast<ui::ThemeChoice>(found == std::end(theme_names) ? 0 : found - std::begin(theme_names));
}
constexpr std::string_view language_key = "language";
constexpr std::string_view live_url = "/api/events";
constexpr std::string_view session_changed = "session";
constexpr ui::Milliseconds pause_between_asking = 10'000;

/// Where somebody who came in begins: with the first of these that they may open.
constexpr Place beginnings[]{Place::calendar, Place::roles, Place::my_home};

Place beginning_of(const Session& session) {
    for (const Place place : beginnings)
        if (session.may_any(route_to(place).needs)) return place;
    return Place::choose_service;
}

bool is_way_in(Place place) { return place == Place::sign_in || place == Place::registration; }

void build_no_such_page(ui::Page& page, const Context& context) {
    const auto main = page.main(ui::Width::reading);
    page.heading(1, context.words.no_such_page(), "title");
    page.link("start", context.words.to_the_start(),
              url_of(context.session.is_staff() ? beginning_of(context.session) : Place::choose_service),
              {.look = ui::LinkLook::primary});
}

void build_refusal(ui::Page& page, const Context& context, const policy::Decision& decision) {
    const auto main = page.main(ui::Width::reading);
    page.heading(1, context.words.not_for_you(), "title");
    page.text(context.words.refusal(decision, context.session.actor()));
    const auto actions = page.wrap({.gap = ui::Space::regular});
    if (!context.session.is_signed_in())
        page.link("sign-in-here", context.words.sign_in(), sign_in_url(context), {.look = ui::LinkLook::primary});
    page.link("start", context.words.to_the_start(), url_of(Place::choose_service), {.look = ui::LinkLook::button});
}

}  // namespace

void Portal::start(const ui::Launch& launch) {
    m_client = std::make_unique<Client>(launch.seed);
    m_store = std::make_unique<Store>(*m_client);
    m_navigator.arrive(launch.url);
    m_visitor_zone = launch.zone;
    m_all_words.push_back(english_words());
    begin_speaking(*m_all_words.front());
    m_wanted_language = launch.words.language;
    speak(launch.words);
    m_host.live_url = live_url;
    auto& store = *m_store;
    store.kept.restore(launch.stored);
    if (const auto theme = theme_of(store.kept.get(theme_key)); theme != ui::ThemeChoice::automatic)
        m_host.theme = theme;
    m_client->known().restore(launch.known, launch.now);
    m_client->set_online(launch.is_online);
    store.live.set_online(launch.is_online);
    store.outbox.restore(launch);
    store.hold.restore();
    follow_outbox();
    follow_rights();
    store.session.on_change([this] { begin_anew(); });
    m_client->on_signed_out([this] { m_store->session.load(); });
    store.bookings.on_record([this](const api::BookingView& record) { m_store->live.apply(record); });
    store.booking_changes.on_record([this](const api::BookingView& record) { m_store->live.apply(record); });
    store.coverage.on_record([this](const api::BookingView& record) { m_store->live.apply(record); });
    store.series.on_record([this](const api::BookingView& record) { m_store->live.apply(record); });
    store.submission.on_record([this](const api::BookingView& record) { m_store->live.apply(record); });
    store.session.load();
    store.business.load();
}

void Portal::follow_outbox() {
    m_store->outbox.on_record([this](const api::BookingView& record) { m_store->live.apply(record); });
    m_store->outbox.on_answer([this](const Waiting&) { m_store->live.mark_all_stale(); });
}

/// What the reader may do follows the business, without a reload.
void Portal::follow_rights() {
    m_store->live.on_catalog([this](std::int64_t version) {
        const auto* session = here(m_store->session.state());
        if (session && session->view().catalog_version != version) load_rights_anew();
    });
    m_store->session.on_other_rights([this] {
        m_host.told.emplace_back(session_changed);
        m_store->bookings.clear();
        m_store->booking_changes.clear();
        m_store->coverage.clear();
        m_store->series.clear();
        m_store->calendar_feed.clear();
        m_store->calendar.clear();
        m_store->team.mark_stale();
    });
    m_store->team.on_made([this] { m_store->access_history.mark_stale(); });
}

void Portal::load_rights_anew() {
    m_store->session.load();
    m_store->business.refresh();
    m_store->team.mark_stale();
    m_store->access_history.mark_stale();
    m_store->live.mark_all_stale();
}

/// Somebody else is here: what was typed and shown before is not theirs. The other pages of this browser share the
/// cookie and do not know it yet.
void Portal::begin_anew() {
    m_host.told.emplace_back(session_changed);
    m_store->bookings.clear();
    m_store->booking_changes.clear();
    m_store->coverage.clear();
    m_store->series.clear();
    m_store->calendar_feed.clear();
    m_store->calendar.clear();
    m_store->team.clear();
    m_store->access_history.clear();
    if (!m_store->session.current().is_signed_in()) m_screens.clear();
}

void Portal::receive(const ui::HttpReply& reply) {
    m_client->receive(reply);
    settle();
}

void Portal::receive_live(std::string_view data) { m_store->live.receive(data); }

void Portal::navigate(std::string_view url) {
    m_navigator.arrive(std::string(url));
    if (const auto address = route_of(url)) want_language(spoken_language(address->text("lang")));
    settle();
}

void Portal::online(bool is_online) {
    m_client->set_online(is_online);
    m_store->live.set_online(is_online);
    m_store->outbox.set_online(is_online);
    if (is_online) ask_again();
}

/// Meanwhile somebody may have signed out or in, in another tab.
void Portal::returned() {
    if (here(m_store->session.state())) m_store->session.load();
}

void Portal::live_state(bool is_connected) {
    m_store->live.set_connected(is_connected);
    if (!is_connected) return;
    m_store->outbox.set_online(m_client->is_online());
    ask_again();
}

/// What is shown as it was last known.
void Portal::ask_again() {
    if (!m_client->known().recalled_as_of()) return;
    m_asked_again = m_client->now();
    m_store->session.load();
    m_store->business.refresh();
    m_store->live.mark_all_stale();
}

void Portal::outbox(const std::vector<ui::Stored>& records, ui::Turn turn) { m_store->outbox.receive(records, turn); }

void Portal::record_kept(std::string_view key, bool is_kept) { m_store->outbox.record_kept(key, is_kept); }

void Portal::hear(std::string_view told) {
    if (told == session_changed) m_store->session.load();
}

void Portal::update_ready() { m_is_update_ready = true; }

void Portal::wake_for_what_waits(ui::Page& page, ui::Milliseconds now) {
    if (const auto due = m_client->tick(now)) page.wake_at(*due);
    if (const auto due = m_store->outbox.tick(now)) page.wake_at(*due);
    if (!m_client->is_online() || !m_client->known().recalled_as_of()) return;
    if (now >= m_asked_again + pause_between_asking) ask_again();
    page.wake_at(m_asked_again + pause_between_asking);
}

/// Leads on whoever is in already and stands at a way in.
void Portal::settle() {
    const auto* session = here(m_store->session.state());
    if (!session) return;
    m_store->live.begin_at(session->view().seq);
    const auto address = route_of(m_navigator.url());
    if (address && is_way_in(address->place()) && session->is_signed_in())
        m_navigator.go(landing(*address), Step::replace);
}

std::string Portal::landing(const Address& address) const {
    const Session& session = m_store->session.current();
    const auto* business = here(m_store->business.business());
    const auto next = own_address(address.text("next"));
    const auto place = next ? route_of(*next)->place() : Place::sign_in;
    // In a demo one becomes somebody else all the time, who may be refused what the one before looked at.
    const bool is_open = !business || !business->demo || session.may_any(route_to(place).needs);
    return next && !is_way_in(place) && is_open ? *next : url_of(beginning_of(session));
}

void Portal::build(ui::Page& page, ui::Milliseconds now) {
    wake_for_what_waits(page, now);
    page.speak(m_words->kit(),
               m_words->runs_right_to_left() ? ui::Direction::right_to_left : ui::Direction::left_to_right);
    const unsigned moves = m_navigator.moves();
    page.brand(m_store->business.brand());
    const auto address = route_of(m_navigator.url());
    build_place(page, address.value_or(Address(Place::choose_service, {})), now);
    if (m_navigator.moves() != moves) page.wake_at(now);
}

void Portal::build_place(ui::Page& page, const Address& address, ui::Milliseconds now) {
    const bool exists = route_of(m_navigator.url()).has_value();
    auto theme = theme_of(m_store->kept.get(theme_key));
    std::string language;
    Wishes wishes;
    Context context{
        address,        m_store->session.current(), *m_words, *m_store, m_navigator, theme, language, wishes, now,
        m_visitor_zone, m_is_update_ready};
    const Route& route = route_to(address.place());
    const auto* business = here(m_store->business.business());
    page.title(joined({exists ? (context.words.*route.title)() : context.words.no_such_page(),
                       business ? std::string_view(business->name) : std::string_view{}}));
    const auto& state = m_store->session.state();
    const auto decision = context.session.may_any(route.needs);
    if (exists && here(state) && decision) {
        screen_of(address.place()).build(page, context);
    } else {
        const auto intent = draw_top_bar(page, context, Section::none);
        if (!exists) {
            build_no_such_page(page, context);
        } else if (here(state)) {
            build_refusal(page, context, decision);
        } else {
            build_without_session(page, context);
        }
        act(intent, page, context);
    }
    draw_question_before_leaving(page, context);
    act_on(wishes);
    greet_new_screen(page, address.place());
    keep_theme(theme);
    if (language.empty()) return;
    m_store->kept.put(language_key, language);
    want_language(language);
}

/// Signing out leaves what waits unsent, and needs a network.
void Portal::draw_question_before_leaving(ui::Page& page, const Context& context) {
    if (!context.session.is_signed_in()) m_asks_before_leaving = false;
    if (!m_asks_before_leaving) return;
    const auto answer = draw_leave_dialog(page, context);
    if (answer != LeaveAnswer::none) m_asks_before_leaving = false;
    if (answer == LeaveAnswer::leave) m_store->session.sign_out();
}

void Portal::act_on(const Wishes& wishes) {
    if (wishes.update) m_host.apply_update = true;
    if (!wishes.sign_out) return;
    m_asks_before_leaving = !m_client->is_online() || !m_store->outbox.waiting().empty();
    if (!m_asks_before_leaving) m_store->session.sign_out();
}

void Portal::build_without_session(ui::Page& page, const Context& context) {
    bool try_again = false;
    {
        const auto main = page.main(ui::Width::half);
        if (const auto* error = failure(m_store->session.state())) {
            page.heading(1, context.words.cannot_reach(), "title");
            try_again = draw_failure(page, context, "session-failed", *error);
        } else {
            page.skeleton(6);
        }
    }
    if (!try_again) return;
    m_store->session.load();
    m_store->business.load();
}

/// A new screen begins at its top and with its heading; a change within a screen moves nothing.
void Portal::greet_new_screen(ui::Page& page, Place place) {
    const auto maker = [](Place of) { return screens()[static_cast<std::size_t>(of)].make; };
    if (m_shown && maker(*m_shown) != maker(place)) {
        page.scroll_to_top();
        page.focus("title");
    }
    m_shown = place;
}

void Portal::keep_theme(ui::ThemeChoice theme) {
    if (theme == theme_of(m_store->kept.get(theme_key))) return;
    m_host.theme = theme;
    m_store->kept.put(theme_key, std::string(theme_names[static_cast<std::size_t>(theme)]));
}

/// Speaks it at once if its words are here, else as soon as they have come.
void Portal::want_language(std::string_view language) {
    if (language.empty() || language == m_words->language()) return;
    m_wanted_language = language;
    for (const auto& words : m_all_words)
        if (words->language() == language) return begin_speaking(*words);
    m_host.wanted_words = language;
}

/// Words that somebody else was asked for meanwhile, or that belong to another build of the portal, are not spoken.
void Portal::speak(ui::WordsFile file) {
    if (file.text.empty() || file.language != m_wanted_language || spoken_language(file.language).empty()) return;
    auto words = std::make_unique<const Words>(file.language, std::move(file.text));
    if (!words->is_whole()) return;
    begin_speaking(*m_all_words.emplace_back(std::move(words)));
}

void Portal::begin_speaking(const Words& words) {
    m_words = &words;
    m_host.language = words.language();
    m_host.direction = words.runs_right_to_left() ? ui::Direction::right_to_left : ui::Direction::left_to_right;
}

Screen& Portal::screen_of(Place place) {
    const auto make = screens()[static_cast<std::size_t>(place)].make;
    const auto found = std::ranges::find(m_screens, make, &LivingScreen::make);
    if (found != m_screens.end()) return *found->screen;
    return *m_screens.emplace_back(LivingScreen{make, make()}).screen;
}

ui::Host Portal::take_requests() {
    m_client->take_into(m_host);
    m_store->outbox.take_into(m_host);
    for (auto& navigation : m_navigator.take()) m_host.navigations.push_back(std::move(navigation));
    for (auto& stored : m_store->kept.take_changes()) m_host.stored.push_back(std::move(stored));
    return std::exchange(m_host, {});
}

}  // namespace loggia::portal
