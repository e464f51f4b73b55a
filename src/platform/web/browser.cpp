#include "platform/web/browser.h"

#include "ui/layout.h"
#include "ui/paint/painter.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace loggia::platform {

namespace {

std::string hex(ui::Rgba colour) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "#%02x%02x%02x", colour.r, colour.g, colour.b);
    return text.data();
}

// "key NUL text RS key NUL text"; what does not have that form is left out.
std::vector<ui::Stored> records_in(std::string_view text) {
    std::vector<ui::Stored> records;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\x1e'), text.size());
        const std::string_view record = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t split = record.find('\0');
        if (split != record.npos)
            records.push_back({std::string{record.substr(0, split)}, std::string{record.substr(split + 1)}});
    }
    return records;
}

}  // namespace

char* Browser::room(std::size_t bytes) {
    m_incoming.resize(bytes);
    return m_incoming.data();
}

void Browser::report(Report report, std::uint32_t id, double a, double b, double c, std::size_t length) {
    const std::string_view text{m_incoming.data(), length};
    ui::Events& events = m_page.incoming();
    // Only the picture depends on where the pointer is and how far the page is scrolled.
    const bool picture_only =
        (report == Report::hover && a == 0) || report == Report::press || report == Report::scroll;
    m_must_build = m_must_build || !picture_only || watches(report, id);
    switch (report) {
    case Report::click: return events.click(id);
    case Report::submit: return events.submit(id);
    case Report::close: return events.close(id);
    case Report::input: m_mirror.heard(id, text); return events.input(id, std::string{text});
    case Report::check:
        m_mirror.heard_check();
        events.shifted = a != 0;
        return events.input(id, std::string{text});
    case Report::pointer: {
        const auto x = static_cast<float>(m_page.runs_right_to_left() ? 1 - a : a);
        return events.pointer({id, static_cast<ui::PointerPhase>(static_cast<int>(c)), x, static_cast<float>(b)});
    }
    case Report::key:
        return events.key({id, static_cast<ui::Key>(static_cast<int>(a)), b != 0, static_cast<char32_t>(c)});
    default: report_state(report, id, a, b, c, text);
    }
}

// Rows have to be made for where it was scrolled.
bool Browser::watches(Report report, std::uint32_t id) const {
    return report == Report::scroll && std::ranges::any_of(m_page.nodes(), [id](const ui::Node& node) {
               return node.id == id && has(node.flags, ui::Flag::watched);
           });
}

// Where the pointer, the focus and the window are.
void Browser::report_state(Report report, std::uint32_t id, double a, double b, double c, std::string_view text) {
    ui::Events& events = m_page.incoming();
    m_must_draw = true;
    switch (report) {
    case Report::focus: events.focused = id; return;
    case Report::hover: events.hovered = id; return;
    case Report::press: events.pressed = id; return;
    case Report::scroll: return events.scroll(id, static_cast<float>(a), static_cast<float>(b));
    case Report::viewport:
        m_viewport.width = static_cast<float>(a), m_viewport.height = static_cast<float>(b),
        m_viewport.scale = static_cast<float>(c);
        m_viewport.drawn = {};
        if (text.size() == sizeof m_viewport.drawn) std::memcpy(&m_viewport.drawn, text.data(), text.size());
        m_renderer.forget_last_frame();  // resizing a canvas empties it
        return;
    case Report::media: {
        m_media = {(id & 1) != 0, (id & 2) != 0, (id & 4) != 0, (id & 8) != 0, (id & 16) != 0};
        m_palette_stale = true;
        return;
    }
    case Report::context_lost: m_can_draw = false; return;
    case Report::context_restored:
        m_renderer.create_objects();
        if (m_canvas) m_canvas->lose_textures();
        m_text.forget_pictures();
        m_can_draw = true;
        return;
    default: report_world(report, id, a, b, text);
    }
}

// What the server, the address bar and the browser's own settings say.
void Browser::report_world(Report report, std::uint32_t id, double a, double b, std::string_view text) {
    switch (report) {
    case Report::navigate: return m_application->navigate(text);
    case Report::http:
        return m_application->receive({id, static_cast<int>(a), std::string{text}, static_cast<std::int64_t>(b)});
    case Report::file: {
        const std::size_t split = std::min(text.find('\0'), text.size());
        return m_page.incoming().choose(id, {static_cast<std::uint32_t>(a), std::string{text.substr(0, split)},
                                             std::string{text.substr(std::min(split + 1, text.size()))},
                                             static_cast<std::int64_t>(b)});
    }
    case Report::sent: return m_application->uploaded(id, static_cast<int>(a));
    case Report::live: return m_application->receive_live(text);
    case Report::connected: return m_application->live_state(a != 0);
    case Report::online: return m_application->online(a != 0);
    case Report::returned: return m_application->returned();
    case Report::font: m_fonts[id % m_fonts.size()] = text; return;
    case Report::seed:
        std::memcpy(m_launch.seed.data(), text.data(), std::min(text.size(), m_launch.seed.size()));
        return;
    case Report::url: m_launch.url = text; return;
    case Report::zone: m_launch.zone = text; return;
    case Report::language: m_launch.languages.emplace_back(text); return;
    case Report::stored: {
        const std::size_t split = text.find('\0');
        if (split != text.npos)
            m_launch.stored.push_back({std::string{text.substr(0, split)}, std::string{text.substr(split + 1)}, {}});
        return;
    }
    case Report::fonts:
        m_renderer.forget_last_frame();  // the names of its textures may come again
        return m_text.forget();
    case Report::words: {
        const std::size_t split = std::min(text.find('\0'), text.size());
        ui::WordsFile words{std::string{text.substr(0, split)},
                            std::string{text.substr(std::min(split + 1, text.size()))}};
        if (m_started) return m_application->speak(std::move(words));
        m_launch.words = std::move(words);
        return;
    }
    case Report::start: m_launch.is_online = b != 0; return start(a);
    default: report_records(report, id, a, text);
    }
}

void Browser::report_records(Report report, std::uint32_t id, double a, std::string_view text) {
    switch (report) {
    case Report::records:
        m_launch.keeps_records = true;
        (id == 0 ? m_launch.known : m_launch.outbox) = records_in(text);
        return;
    case Report::outbox: return m_application->outbox(records_in(text), a != 0 ? ui::Turn::ours : ui::Turn::theirs);
    case Report::kept: return m_application->record_kept(text, a != 0);
    case Report::heard: return m_application->hear(text);
    case Report::update: return m_application->update_ready();
    default: return;
    }
}

void Browser::start(double now) {
    m_launch.now = static_cast<ui::Milliseconds>(now);
    m_canvas.emplace(ui::FontFiles{m_fonts[0], m_fonts[1], m_fonts[2]});
    m_canvas->shape_with(m_text);
    m_can_draw = m_renderer.create("#canvas");
    m_application->start(m_launch);
    m_started = true;
}

ui::Scheme Browser::scheme() const {
    if (m_media.more_contrast) return m_media.dark ? ui::Scheme::dark_contrast : ui::Scheme::light_contrast;
    return m_media.dark ? ui::Scheme::dark : ui::Scheme::light;
}

const ui::Palette& Browser::palette() {
    if (m_page.brand_colour() != m_brand) m_brand = m_page.brand_colour(), m_palette_stale = true;
    if (m_palette_stale) {
        m_palette_stale = false;
        m_palette = m_brand == 0 ? ui::palette_of(scheme()) : ui::branded(m_brand, scheme());
        send_theme();
    }
    return m_palette;
}

// CSS paints fields and bars. It has the light and the dark theme by itself; what differs from them it has to be
// told.
void Browser::send_theme() {
    const ui::Palette known = ui::palette_of(m_media.dark ? ui::Scheme::dark : ui::Scheme::light);
    for (std::size_t i = 1; i < m_tokens.size(); ++i) {
        const bool by_itself = m_palette[i] == known[i] && !m_media.more_contrast;
        std::string value = by_itself ? std::string{} : hex(m_palette[i]);
        if (value == m_tokens[i]) continue;
        m_ops(ui::Op::token).text(ui::token(static_cast<ui::Colour>(i))).text(value);
        m_tokens[i] = std::move(value);
    }
}

void Browser::send(const ui::Host& host) {
    for (const ui::Navigation& navigation : host.navigations)
        m_ops(ui::Op::navigate).word(static_cast<std::uint32_t>(navigation.step)).text(navigation.url);
    for (const ui::HttpRequest& request : host.requests) {
        m_ops(ui::Op::http)
            .word(request.id)
            .text(request.method)
            .text(request.path)
            .text(request.body)
            .text(request.idempotency_key);
    }
    for (const ui::Upload& upload : host.uploads)
        m_ops(ui::Op::upload).word(upload.id).word(upload.file).text(upload.path);
    for (const std::uint32_t file : host.released_files) m_ops(ui::Op::release).word(file);
    for (const std::uint32_t id : host.cancelled) m_ops(ui::Op::cancel).word(id);
    if (host.live_url) m_ops(ui::Op::live).text(*host.live_url);
    if (host.theme) m_ops(ui::Op::theme).word(static_cast<std::uint32_t>(*host.theme));
    for (const ui::Stored& stored : host.stored)
        m_ops(ui::Op::store).word(static_cast<std::uint32_t>(stored.by)).text(stored.key).text(stored.value);
    if (host.language) m_ops(ui::Op::language).word(static_cast<std::uint32_t>(host.direction)).text(*host.language);
    if (host.wanted_words) m_ops(ui::Op::words).text(*host.wanted_words);
    for (const std::string& text : host.copied) m_ops(ui::Op::copy).text(text);
    for (const ui::RecordChange& change : host.records)
        m_ops(ui::Op::record).word(static_cast<std::uint32_t>(change.store)).text(change.key).text(change.text);
    if (host.turn) m_ops(ui::Op::turn).word(static_cast<std::uint32_t>(*host.turn));
    for (const std::string& text : host.told) m_ops(ui::Op::tell).text(text);
    if (host.apply_update) m_ops(ui::Op::renew);
}

void Browser::build(double now) {
    m_media.dom_painted = m_media.dom_painted || !m_can_draw;
    const auto once = [&] {
        m_page.begin(m_viewport, m_media);
        m_application->build(m_page, static_cast<ui::Milliseconds>(now));
        m_page.end();
    };
    once();
    if (!m_page.events().empty()) {
        m_page.incoming().clear();
        once();  // shows what the events changed
    }
    send(m_application->take_requests());
    palette();
    const float height = ui::layout(m_page, *m_canvas);
    ui::veil_fields(m_page);
    m_motion.built(m_page, static_cast<ui::Milliseconds>(now));
    m_mirror.describe(m_page, height, m_ops);
}

void Browser::draw(double now) {
    m_motion.begin(m_page, static_cast<ui::Milliseconds>(now));
    m_text.begin_frame();
    m_canvas->read_in(m_page.runs_right_to_left() ? ui::Direction::right_to_left : ui::Direction::left_to_right);
    ui::Painter painter{m_page, *m_canvas, m_palette, m_motion};
    painter.paint();
    m_must_draw = m_motion.running();
    m_renderer.draw(m_canvas->end(), m_palette[static_cast<std::size_t>(ui::Colour::ground)]);
}

double Browser::frame(double now, bool draw_now) {
    m_ops.clear();
    if (!m_started) return -1;
    if (m_page.wake_time() > 0 && now >= static_cast<double>(m_page.wake_time())) m_must_build = true;
    const bool building = m_must_build, drawing = draw_now && (m_must_build || m_must_draw);
    if (building || drawing) m_canvas->begin(m_viewport);
    if (building) {
        m_must_build = false;
        m_must_draw = true;
        build(now);
    }
    if (drawing) {
        m_must_draw = false;
        if (!m_media.dom_painted) draw(now);
    }
    if (m_must_build || (drawing && m_must_draw)) return 0;
    return m_page.wake_time() > 0 ? std::max(1.0, static_cast<double>(m_page.wake_time()) - now) : -1;
}

}  // namespace loggia::platform
