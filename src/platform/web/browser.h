// An application in the browser: takes what bridge.js reports, runs builds and frames, leaves the answer in a buffer
// of ops.
#pragma once

#include "platform/web/browser_text.h"
#include "platform/web/renderer.h"
#include "ui/host.h"
#include "ui/mirror.h"
#include "ui/paint/canvas.h"
#include "ui/paint/motion.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace loggia::platform {

// What bridge.js reports. The numbers are shared with web/bridge.js.
enum class Report : int {
    click = 1,
    submit,
    close,
    input,
    check,
    focus,
    hover,
    press,
    key,
    scroll,
    viewport,
    media,
    navigate,
    http,
    live,
    font,
    seed,
    url,
    zone,
    language,
    stored,
    start,
    online,
    context_lost,
    context_restored,
    connected,
    records,  // of a store, before the start: key NUL text, separated by RS
    outbox,   // what waits now, in the same form, and whose turn it is to send
    kept,     // a record of the outbox, or not
    heard,
    update,
    returned,
    pointer,  // over an element that drags: x in widths of what it lies in, y in pixels below its top, phase
    words,
    file,
    sent,
    fonts,  // another font has come: text shaped without it looks different now
};

class Browser {
public:
    explicit Browser(std::unique_ptr<ui::Application> application) : m_application(std::move(application)) {}

    char* room(std::size_t bytes);  // where bridge.js writes the text of the next report
    void report(Report report, std::uint32_t id, double a, double b, double c, std::size_t length);

    // Builds if anything happened; draws if asked to. Returns when it wants to be called again: below zero when
    // something happens, zero with the next frame, else after so many milliseconds.
    double frame(double now, bool draw);
    std::span<const std::uint32_t> ops() const { return m_ops.words(); }

private:
    void start(double now);
    bool watches(Report report, std::uint32_t id) const;
    void report_state(Report report, std::uint32_t id, double a, double b, double c, std::string_view text);
    void report_world(Report report, std::uint32_t id, double a, double b, std::string_view text);
    void build(double now);
    void report_records(Report report, std::uint32_t id, double a, std::string_view text);
    void send(const ui::Host& host);
    void send_theme();
    void draw(double now);
    const ui::Palette& palette();
    ui::Scheme scheme() const;

    std::unique_ptr<ui::Application> m_application;
    ui::Page m_page;
    ui::Mirror m_mirror;
    ui::Ops m_ops;
    ui::Viewport m_viewport;
    ui::Media m_media;
    ui::Launch m_launch;
    Renderer m_renderer;
    BrowserText m_text;
    std::optional<ui::Canvas> m_canvas;
    ui::Motion m_motion;
    ui::Palette m_palette = ui::light_palette();
    std::array<std::string, 3> m_fonts;
    std::string m_incoming;
    std::array<std::string, ui::colour_count> m_tokens;  // what CSS was told
    std::uint32_t m_brand = 0;
    bool m_palette_stale = true, m_started = false, m_can_draw = false;
    bool m_must_build = false, m_must_draw = false;
};

}  // namespace loggia::platform
