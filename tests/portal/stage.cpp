#include "portal/stage.h"

#include "core/api/error_status.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <utility>

namespace loggia::portal::stage {

namespace {

api::ServiceView view_of(const domain::Service& service) {
    return {service.id,    service.name,      service.description, service.icon, service.duration.count(),
            service.price, service.performers};
}

constexpr std::string_view secret = "0123456789abcdef0123456789abcdef";

}  // namespace

api::BusinessView business() {
    const auto business = world::business();
    return {business.slug,
            business.name,
            business.short_name,
            business.zone,
            business.locale,
            business.brand_color,
            "Old Town",
            "Stari trg 5, Ljubljana",
            business.rules.minimum_notice.count(),
            business.rules.horizon.count(),
            business.rules.free_cancellation.count(),
            business.rules.free_reschedule.count(),
            business.rules.hold_lasts.count(),
            {}};
}

api::ServiceList services() {
    return {
        {view_of(world::piano_lesson()), view_of(world::violin_lesson()), view_of(world::voice_coaching()),
         view_of(world::trial_lesson())}
    };
}

api::StaffList staff() {
    api::StaffList list;
    for (const PersonId id : {world::ana, world::ben, world::clara})
        list.staff.push_back({id, world::person(id).name, world::person(id).color});
    return list;
}

api::SessionView visitor() { return {.person = {}, .switches = 0, .seq = 7}; }

api::SessionView session_of(PersonId id) {
    const auto& person = world::person(id);
    api::PersonView view{person.id, person.name, person.email, person.phone, {}, {}};
    for (const auto role : policy::all_roles)
        if (world::roles_of(id).has(role)) view.roles.push_back(role);
    for (const auto& each : world::people())
        if (each.account_manager == id) view.dependents.push_back({each.id, each.name, each.born.value()});
    return {.person = view, .seq = 7};
}

api::SessionView session_with(policy::Role role) {
    using enum policy::Role;
    switch (role) {
    case visitor: return stage::visitor();
    case client: return session_of(world::mara);
    case limited_staff: return session_of(world::ana);
    case staff: return session_of(world::mia);
    case manager: return session_of(world::petra);
    case owner: return session_of(world::helena);
    default: return stage::visitor();  // of other models
    }
}

api::TeamView team() {
    api::TeamView view;
    for (const PersonId id : {world::helena, world::petra, world::mia, world::ana, world::ben, world::clara}) {
        api::TeamMemberView member{id, world::person(id).name, 3, {}, {}, {}};
        for (const auto role : policy::all_roles)
            if (role != policy::Role::client && world::roles_of(id).has(role)) member.roles.push_back(role);
        view.members.push_back(std::move(member));
    }
    view.members.back().custom_roles = {front_desk};
    view.members.back().unused = {policy::Permission::follow_changes, policy::Permission::create_booking};
    view.custom_roles = {
        {front_desk,
         2, "Front desk",
         policy::Role::limited_staff,
         {{policy::Permission::take_attendance, policy::Reach::all, policy::Switch::none, {}}}}
    };
    return view;
}

api::AccessChangeView some_change() {
    api::AccessChangeView change;
    change.id = 9;
    change.made_at = world::at("2026-10-20 09:15");
    change.author_name = "Helena Roth";
    change.permission = policy::Permission::assign_roles;
    change.granted_by = policy::Role::owner;
    change.person_id = world::ana;
    change.person_name = "Ana Novak";
    change.before = {"limited_staff"};
    change.after = {"staff", "Front desk"};
    change.reason = "Runs the recital";
    return change;
}

api::FreeTimeView free_at(std::string_view wall_time) { return {world::at(wall_time), world::ana, "Room 2"}; }

api::FreeTimesView some_free_times() {
    return {
        7,
        {free_at("2026-10-24 09:00"), free_at("2026-10-24 10:30"), free_at("2026-10-24 13:45"),
          free_at("2026-10-24 17:00"), free_at("2026-10-26 09:00")}
    };
}

api::HoldView hold_at(std::string_view wall_time) {
    const auto from = world::at(wall_time);
    return {BookingId{900},     std::string(secret),       ServiceId{201}, world::ana, "Room 2", from,
            from + minutes{45}, world::now() + minutes{10}};
}

api::SeriesPlanView some_plan() {
    const auto with_ana = [](std::string_view wall_time) {
        return api::SeriesTime{world::at(wall_time), world::ana, "Room 2"};
    };
    api::SeriesPlanView plan{7, {}};
    plan.visits.push_back({world::at("2026-10-24 10:30"), with_ana("2026-10-24 10:30"), {}, {}});
    plan.visits.push_back({
        world::at("2026-10-31 10:30"),
        with_ana("2026-10-31 11:30"),
        "That time is taken.",
        {with_ana("2026-10-31 11:30"), with_ana("2026-10-31 14:00")}
    });
    plan.visits.push_back({world::at("2026-11-07 10:30"), with_ana("2026-11-07 10:30"), {}, {}});
    return plan;
}

api::BookingView lesson(std::int64_t id, std::string_view wall_time) {
    const auto from = world::at(wall_time);
    api::BookingView view{.id = BookingId{id}, .service_id = ServiceId{201}, .person_id = world::ana};
    view.room_name = "Room 2";
    view.starts_at = from;
    view.ends_at = from + minutes{45};
    view.client_name = "Luka Kovač";
    view.client_age = 9;
    view.client_is_dependent = true;
    view.client_id = world::luka;
    view.client_email = "mara@example.org";
    view.client_phone = "+386 40 123 456";
    view.account_manager_name = "Mara Kovač";
    view.price = Money{4200, "EUR"};
    return view;
}

Answer refused(ErrorCode code, std::string message, std::string field) {
    const auto row = api::status_of(code);
    return {row.status, api::encode(api::ErrorView{std::string(row.name), std::move(message), std::move(field)})};
}

Stage::Stage(std::string url, ui::Viewport viewport) : m_viewport(viewport), m_start_url(std::move(url)) {}

void Stage::serve_world(const api::SessionView& session) {
    serve("/api/business", ok(business()));
    serve("/api/services", ok(services()));
    serve("/api/staff", ok(staff()));
    serve("/api/session", ok(session));
    serve("/api/calendar-feed", ok(api::CalendarFeedView{}));
}

void Stage::start(std::vector<ui::Stored> stored, std::string zone) {
    ui::Launch launch;
    launch.url = m_start_url;
    launch.seed.fill(9);
    launch.now = now;
    launch.zone = std::move(zone);
    launch.stored = std::move(stored);
    launch.words = m_words;
    launch.is_online = m_begins_online;
    if (m_disk) {
        launch.keeps_records = true;
        for (const auto& [key, text] : m_disk->known) launch.known.push_back({key, text});
        launch.outbox = outbox_records();
    }
    m_portal.start(launch);
    build();
}

void Stage::start_speaking(ui::WordsFile words) {
    m_words = std::move(words);
    start();
}

void Stage::bring_words(ui::WordsFile words) {
    m_portal.speak(std::move(words));
    build();
}

void Stage::build() {
    const auto once = [&] {
        m_page.begin(m_viewport, {});
        m_portal.build(m_page, now);
        m_page.end();
    };
    once();
    if (!m_page.events().empty()) {  // as the browser does: nothing else is drawn twice
        m_page.incoming().clear();
        once();
    }
    take();
    static_cast<void>(ui::layout(m_page, ui::EvenMeasure{}));
}

void Stage::take() {
    m_host = m_portal.take_requests();
    if (m_host.language) m_language = *m_host.language;
    if (m_host.wanted_words) m_wanted_words = *m_host.wanted_words;
    if (m_host.live_url) m_live_url = *m_host.live_url;
    for (const auto& request : m_host.requests) {
        m_waiting.push_back(request);
        m_sent.push_back(request);
    }
    for (const auto id : m_host.cancelled) std::erase_if(m_waiting, [&](const auto& one) { return one.id == id; });
    for (const auto& navigation : m_host.navigations) m_navigations.push_back(navigation);
    for (const auto& stored : m_host.stored) m_stored[stored.key] = stored.value;
    write_records();
    m_has_opened_update |= m_host.apply_update;
}

std::vector<ui::Stored> Stage::outbox_records() const {
    std::vector<ui::Stored> records;
    for (const auto& [key, text] : m_disk->outbox) records.push_back({key, text});
    return records;
}

void Stage::write_records() {
    for (const auto& change : m_host.records) {
        if (!m_disk) continue;
        auto& store = change.store == ui::Records::known ? m_disk->known : m_disk->outbox;
        if (change.text.empty()) store.erase(change.key);
        if (!change.text.empty() && !m_disk->is_full) store[change.key] = change.text;
        if (!change.text.empty() && change.store == ui::Records::outbox) m_written.push_back(change.key);
    }
    if (!m_host.turn || !m_disk) return;
    m_wants_turn = m_host.turn == ui::Turn::ours;
    if (!m_wants_turn && m_disk->sender == this) m_disk->sender = nullptr;
}

bool Stage::report_records() {
    const auto written = std::exchange(m_written, {});
    for (const auto& key : written) m_portal.record_kept(key, m_disk->outbox.contains(key));
    const bool is_next = m_wants_turn && !m_disk->sender;
    if (is_next) {
        m_disk->sender = this;
        m_portal.outbox(outbox_records(), ui::Turn::ours);
    }
    return is_next || !written.empty();
}

const Answer* Stage::answer_to(const ui::HttpRequest& request) const {
    const Answer* best = nullptr;
    std::size_t longest = 0;
    for (const auto& [path, answer] : m_answers) {
        const auto exact = request.path.substr(0, request.path.find('?'));
        const bool fits = path.ends_with('/') ? exact.starts_with(path) : exact == path;
        if (fits && path.size() >= longest) best = &answer, longest = path.size();
    }
    return best;
}

bool Stage::answer_once() {
    bool answered = report_records();
    for (const auto& request : std::exchange(m_waiting, {})) {
        const auto* answer = answer_to(request);
        if (!answer && !m_is_cut) {
            m_waiting.push_back(request);
            continue;
        }
        m_portal.receive(m_is_cut ? ui::HttpReply{request.id, 0, {}, 0}
                                  : ui::HttpReply{request.id, answer->status, answer->body, 0});
        answered = true;
    }
    return answered;
}

void Stage::settle_once() {
    answer_once();
    build();
}

void Stage::settle() {
    for (int round = 0; round < 20; ++round) {
        const bool answered = answer_once();
        build();
        const bool may_send = m_wants_turn && !m_disk->sender;
        if (!answered && m_host.requests.empty() && m_written.empty() && !may_send) return;
    }
}

std::string Stage::attribute(const ui::Node& node, ui::Attribute attribute) const {
    for (std::uint32_t i = 0; i < node.attributes; ++i) {
        const auto& one = m_page.attributes()[node.first_attribute + i];
        if (one.attribute == attribute) return std::string(one.value);
    }
    return {};
}

std::string Stage::words_of(ui::NodeIndex index) const {
    const auto& node = m_page.nodes()[index];
    std::string words(node.look.mark == ui::Mark::avatar ? std::string_view{} : node.name);
    for (auto child = node.first_child; child != ui::no_node; child = m_page.nodes()[child].next) {
        const auto more = words_of(child);
        if (!more.empty()) words += (words.empty() ? "" : " ") + more;
    }
    return words;
}

std::string Stage::name_of(const ui::Node& node) const {
    if (auto label = attribute(node, ui::Attribute::label); !label.empty()) return label;
    const bool is_field =
        node.role == ui::Role::field || node.role == ui::Role::select || node.role == ui::Role::text_area;
    if (!is_field) return words_of(static_cast<ui::NodeIndex>(&node - m_page.nodes().data()));
    for (const auto& other : m_page.nodes())
        if (attribute(other, ui::Attribute::label_for) == std::to_string(node.id)) return std::string(other.name);
    return {};
}

const ui::Node* Stage::find(ui::Role role, std::string_view name) const {
    const auto& nodes = m_page.nodes();
    for (const auto& node : nodes)
        if (node.role == role && name_of(node) == name) return &node;
    for (const auto& node : nodes)
        if (node.role == role && name_of(node).starts_with(name)) return &node;
    return nullptr;
}

const ui::Node& Stage::found(ui::Role role, std::string_view name) const {
    const auto* node = find(role, name);
    INFO("looking for " << name << " in " << everything());
    REQUIRE(node != nullptr);
    return *node;
}

const ui::Node& Stage::field(std::string_view label) const {
    const auto* menu = find(ui::Role::select, label);
    return menu ? *menu : found(ui::Role::field, label);
}
std::string Stage::everything() const { return words_of(0); }
bool Stage::says(std::string_view words) const { return everything().find(words) != std::string::npos; }
std::string Stage::value_of(std::string_view label) const { return std::string(field(label).value); }

void Stage::press(ui::Role role, std::string_view name) {
    m_page.incoming().click(found(role, name).id);
    build();
}

void Stage::write(std::string_view label, std::string text) {
    m_page.incoming().input(field(label).id, std::move(text));
    build();
}

void Stage::choose(ui::Role role, std::string_view name) {
    m_page.incoming().input(found(role, name).id, "1");
    build();
}

void Stage::clear(std::string_view checkbox) {
    m_page.incoming().input(found(ui::Role::checkbox, checkbox).id, "0");
    build();
}

void Stage::submit(std::string_view form) {
    const auto& nodes = m_page.nodes();
    const auto is_meant = [&](const ui::Node& node) {
        return node.role == ui::Role::form && (form.empty() || node.key == form);
    };
    const auto node = std::ranges::find_if(nodes, is_meant);
    REQUIRE(node != nodes.end());
    m_page.incoming().submit(node->id);
    build();
}

void Stage::follow(std::string_view link) { go_to(attribute(found(ui::Role::link, link), ui::Attribute::href)); }

void Stage::go_to(std::string url) {
    m_portal.navigate(url);
    build();
}

void Stage::close_dialog() {
    REQUIRE(m_page.has_modal());
    m_page.incoming().close(m_page.nodes()[m_page.modal()].id);
    build();
}

bool Stage::is_within(const ui::Node& node, ui::NodeIndex box) const {
    for (auto at = node.parent; at != ui::no_node; at = m_page.nodes()[at].parent)
        if (at == box) return true;
    return false;
}

void Stage::press_in_dialog(std::string_view name) {
    REQUIRE(m_page.has_modal());
    for (const auto& node : m_page.nodes()) {
        if (node.role != ui::Role::button || name_of(node) != name || !is_within(node, m_page.modal())) continue;
        m_page.incoming().click(node.id);
        return build();
    }
    FAIL("no such button in the dialog");
}

void Stage::go_offline() {
    m_portal.online(false);
    build();
}

void Stage::go_online() {
    m_portal.online(true);
    build();
}

void Stage::hear_of_outbox() {
    m_portal.outbox(outbox_records(), ui::Turn::theirs);
    build();
}

void Stage::tell(std::string_view told) {
    m_portal.hear(told);
    build();
}

void Stage::find_update() {
    m_portal.update_ready();
    build();
}

void Stage::lose_stream() {
    m_portal.live_state(false);
    build();
}

void Stage::wait(seconds time) {
    now += time.count() * 1000;
    build();
}

void Stage::hear(std::string_view event) {
    m_portal.receive_live(event);
    build();
}

std::vector<ui::HttpRequest> Stage::sent(std::string_view path) const {
    std::vector<ui::HttpRequest> result;
    for (const auto& request : m_sent)
        if (request.path.starts_with(path)) result.push_back(request);
    return result;
}

std::string Stage::stored(std::string_view key) const {
    const auto found = m_stored.find(std::string(key));
    return found == m_stored.end() ? std::string{} : found->second;
}

}  // namespace loggia::portal::stage
