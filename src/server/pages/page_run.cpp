#include "server/pages/page_run.h"

#include "portal/words/all_words.h"
#include "server/http/target.h"
#include "server/pages/cookies.h"
#include "ui/html/elements.h"
#include "ui/html/html.h"

#include <algorithm>
#include <thread>

namespace loggia::server {

namespace {

/// More than the longest way there is: hold, register, book, each with the questions that follow.
constexpr int most_rounds = 60;
constexpr int quiet_builds = 2;

using ui::html::Kind;

Kind kind_of(const ui::Node& node) { return ui::html::element_of(node.role).kind; }

bool is_release(std::string_view path) { return path.starts_with("/api/holds/") && path.ends_with("/release"); }

/// The header lines of an answer to ourselves that are meant for the browser.
template <class See> void each_cookie_line(std::string_view lines, See see) {
    while (!lines.empty()) {
        const auto end = lines.find("\r\n");
        const std::string_view line = lines.substr(0, end);
        lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 2);
        if (line.starts_with("Set-Cookie: ") || line.starts_with("Clear-Site-Data: ")) see(line);
    }
}

}  // namespace

PageRun::PageRun(const Router& router, Services& services, http::HomeThread& home, const http::Request& request,
                 Visit visit)
    : m_router(router), m_services(services), m_home(home), m_visit(std::move(visit)) {
    m_request.host = request.host;
    m_request.client_address = request.client_address;
    m_request.cookie = request.cookie;
    if (m_visit.form) m_trail = m_visit.form->trail;
}

void PageRun::start(Done done) {
    m_done = std::move(done);
    m_portal.start(m_visit.launch);
    go_on();
}

void PageRun::go_on() {
    const auto self = shared_from_this();
    m_is_running = true;
    while (advance()) {
    }
    m_is_running = false;
    if (m_waiting > 0) return;
    if (auto done = std::exchange(m_done, nullptr)) done(this);
}

/// One round: what has come in, a page, what it asks. False: wait, or nothing is left to do.
bool PageRun::advance() {
    if (m_waiting > 0 || ++m_rounds > most_rounds) return false;
    for (const auto& reply : std::exchange(m_arrived, {})) m_portal.receive(reply);
    build();
    take();
    if (m_waiting > 0) return false;
    if (!m_arrived.empty()) m_quiet = 0;
    ++m_quiet;
    return m_quiet < quiet_builds || press_next();
}

void PageRun::build() {
    const auto once = [&] {
        m_page.begin(m_visit.viewport, {.dark = m_visit.is_dark});
        m_portal.build(m_page, m_visit.launch.now);
        m_page.end();
    };
    once();
    if (m_page.events().empty()) return;
    m_page.incoming().clear();
    once();
}

void PageRun::take() {
    const ui::Host host = m_portal.take_requests();
    keep(host.stored);
    if (host.language) {
        m_language = *host.language;
        m_direction = host.direction;
    }
    if (host.wanted_words) {
        m_portal.speak({*host.wanted_words, std::string(portal::words_file_of(*host.wanted_words))});
        m_quiet = 0;
    }
    for (const auto& request : host.requests)
        if (is_allowed(request)) ask(request);
}

void PageRun::keep(const std::vector<ui::Stored>& changes) {
    for (const auto& change : changes) {
        std::erase_if(m_visit.launch.stored, [&](const ui::Stored& one) { return one.key == change.key; });
        m_visit.launch.stored.push_back(change);
        m_has_stored = m_stored_by_press = true;
    }
}

bool PageRun::is_allowed(const ui::HttpRequest& request) const {
    if (request.method != "POST") return true;
    if (!m_visit.form) return is_release(request.path);
    // What is only repeated to find the way back to the same page acts on nothing.
    const bool is_repeating = m_presses > 0 && m_presses <= m_visit.form->trail.size();
    return !is_repeating;
}

/// The next thing the visitor did, once the page before it is complete.
bool PageRun::press_next() {
    if (!m_visit.form) return false;
    const PostedForm& form = *m_visit.form;
    if (m_presses > form.trail.size()) {
        m_has_moved = url() != m_url_before;
        const bool leaves_a_trace =
            form.press != 0 && !m_has_missed && !m_has_moved && !m_has_changed && !m_stored_by_press;
        if (leaves_a_trace) m_trail.push_back(form.press);
        if (m_trail.size() > longest_trail) m_trail.erase(m_trail.begin());
        return false;
    }
    const bool is_last = m_presses == form.trail.size();
    const ui::NodeId id = is_last ? form.press : form.trail[m_presses];
    ++m_presses;
    m_quiet = 0;
    m_has_changed = m_stored_by_press = false;
    m_url_before = url();
    fill();
    if (id != 0 && !press(id)) {
        if (is_last) m_has_missed = true;
        std::erase(m_trail, id);
    }
    return true;
}

void PageRun::fill() {
    std::vector<bool> is_used(m_visit.form->fields.size());
    for (const ui::Node& node : m_page.nodes()) {
        const std::string name = ui::html::form_name(m_page, node);
        if (name.empty() || has(node.flags, ui::Flag::disabled) || has(node.flags, ui::Flag::absent)) continue;
        const bool is_box = kind_of(node) == Kind::checkbox;
        const std::string* value = nullptr;
        for (std::size_t i = 0; i < is_used.size(); ++i) {
            if (is_used[i] || m_visit.form->fields[i].name != name) continue;
            value = &m_visit.form->fields[i].value;
            is_used[i] = true;
            if (!is_box) break;  // of a box the last says whether it is ticked
        }
        if (value == nullptr) continue;
        const bool differs = is_box ? (*value == "1") != has(node.flags, ui::Flag::checked) : *value != node.value;
        if (differs) m_page.incoming().input(node.id, *value);
    }
}

bool PageRun::can_be_pressed(ui::NodeIndex index) const {
    const ui::Node& node = m_page.nodes()[index];
    const Kind kind = kind_of(node);
    if (kind != Kind::press && kind != Kind::radio) return false;
    if (has(node.flags, ui::Flag::disabled) || has(node.flags, ui::Flag::busy)) return false;
    bool is_in_dialog = !m_page.has_modal();
    for (ui::NodeIndex i = index; i != 0; i = m_page.nodes()[i].parent) {
        if (has(m_page.nodes()[i].flags, ui::Flag::absent)) return false;
        is_in_dialog = is_in_dialog || i == m_page.modal();
    }
    return is_in_dialog;
}

bool PageRun::press(ui::NodeId id) {
    const auto& nodes = m_page.nodes();
    const auto found = std::ranges::find(nodes, id, &ui::Node::id);
    if (found == nodes.end()) return false;
    auto index = static_cast<ui::NodeIndex>(found - nodes.begin());
    if (!can_be_pressed(index)) return false;
    ui::Events& events = m_page.incoming();
    if (kind_of(*found) == Kind::radio) {
        events.input(id, "1");
    } else if (has(found->flags, ui::Flag::submit)) {
        while (index != 0 && nodes[index].role != ui::Role::form) index = nodes[index].parent;
        events.submit(nodes[index].id);
    } else {
        events.click(id);
    }
    return true;
}

void PageRun::ask(const ui::HttpRequest& asked) {
    auto target = http::parse_target(asked.path);
    if (!target) return m_arrived.push_back({asked.id, 400, {}, 0});
    http::Request request = m_request;
    const bool is_read = asked.method != "POST";
    request.method = is_read ? http::Method::get : http::Method::post;
    request.path = std::move(target->path);
    request.query = std::move(target->query);
    request.idempotency_key = asked.idempotency_key;
    request.body = asked.body;
    m_has_changed = m_has_changed || !is_read;
    ++m_waiting;
    const auto home_thread = std::this_thread::get_id();
    m_router.dispatch(
        std::move(request),
        http::Reply([self = shared_from_this(), id = asked.id, path = asked.path, is_read,
                     home_thread](http::Response response) mutable {
            if (std::this_thread::get_id() == home_thread) {
                self->arrive(id, path, is_read, response);
                if (!self->m_is_running) self->go_on();
                return;
            }
            http::HomeThread& home = self->m_home;
            home.post([self = std::move(self), id, path = std::move(path), is_read, response = std::move(response)] {
                self->arrive(id, path, is_read, response);
                self->go_on();
            });
        }),
        m_services);
}

void PageRun::arrive(std::uint32_t id, const std::string& path, bool is_read, const http::Response& response) {
    --m_waiting;
    each_cookie_line(response.header_lines(), [&](std::string_view line) {
        m_headers.emplace_back(line);
        constexpr std::string_view set = "Set-Cookie: ";
        if (line.starts_with(set)) m_request.cookie = cookies_after(m_request.cookie, line.substr(set.size()));
    });
    if (is_read && response.status() == 200) {
        std::erase_if(m_said, [&](const Said& one) { return one.path == path; });
        m_said.push_back({path, std::string(response.body())});
    }
    // Nobody waits here until the server is less busy: the page says what it is told.
    m_arrived.push_back({id, response.status(), std::string(response.body()), 0});
}

}  // namespace loggia::server
