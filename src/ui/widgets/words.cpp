// Words and pictures: what is read, not pressed.
#include "ui/page.h"
#include "ui/text_measure.h"

#include "icons.generated.h"

#include <algorithm>
#include <array>

namespace loggia::ui {

void Page::heading(int level, std::string_view words, std::string_view key) {
    Node& node = add(Role::heading, key, words);
    node.name = keep(words);
    node.look.mark = Mark::text;
    node.look.text = level == 1 ? Text::heading_1 : level == 2 ? Text::heading_2 : Text::heading_3;
    if (level == 1) node.flags |= Flag::focusable;
    constexpr std::array<std::string_view, 6> levels{"1", "2", "3", "4", "5", "6"};
    attribute(Attribute::level, levels[static_cast<std::size_t>(std::clamp(level, 1, 6) - 1)]);
}

void Page::text(std::string_view words, const TextSpec& spec) {
    Node& node = add(Role::text, spec.key, words);
    node.name = keep(words);
    node.look.mark = Mark::text;
    node.look.text = spec.style;
    node.layout.align = spec.align;
    node.flags |= when(spec.one_line || spec.style == Text::price, Flag::one_line);
    if (!spec.language.empty()) attribute(Attribute::text_lang, spec.language);
}

void Page::paragraph(std::span<const Run> runs, std::string_view key) {
    const Scope paragraph = open(Role::paragraph, key.empty() && !runs.empty() ? std::string_view{} : key);
    here().look.mark = Mark::text;
    here().look.text = runs.empty() ? Text::body : runs.front().style;
    for (const Run& run : runs) {
        const Role role = !run.href.empty()              ? Role::link
                          : shape_of(run.style).semibold ? Role::strong_run
                                                         : Role::run;
        Node& node = add(role, {}, run.text);
        node.name = keep(run.text);
        node.look.text = run.style;
        if (run.href.empty()) continue;
        node.look.ink = Colour::brand_ink;
        attribute(Attribute::href, run.href);
    }
}

void Page::icon(Icon icon, Colour colour, float size) {
    Node& node = add(has(here().flags, Flag::dom_painted) ? Role::icon : Role::none);
    node.look.mark = Mark::icon;
    node.look.icon = icon;
    node.look.ink = colour;
    node.look.amount = static_cast<std::uint8_t>(size);
    node.layout.width = node.layout.height = px(size);
}

void Page::icon_line(Icon glyph, std::string_view words, Text style) {
    const Scope line = row({.gap = Space::small, .align = Align::start});
    here().layout.gap = 6;
    here().layout.align = Align::start;
    {
        const Scope box = stack();
        here().layout.padding = {0, (shape_of(style).line - 16) / 2, 0, 0};
        icon(glyph, Colour::ink_soft, 16);
    }
    text(words, style);
    last().layout.width = fill();
}

void Page::avatar(std::string_view initials, Hue hue, float size) {
    Node& node = add(Role::none);
    node.name = keep(initials);
    node.look.mark = Mark::avatar;
    node.look.fill = strong(hue);
    node.look.ink = Colour::on_brand;
    node.look.radius = static_cast<std::uint8_t>(size / 2);
    node.look.amount = static_cast<std::uint8_t>(size * 0.35f);
    node.layout.width = node.layout.height = px(size);
}

void Page::emblem(Icon icon) {
    Node& node = add(Role::none);
    node.look.mark = Mark::icon;
    node.look.icon = icon;
    node.look.fill = Colour::emblem;
    node.look.ink = Colour::on_emblem;
    node.look.radius = 10;
    node.look.amount = 20;
    node.layout.width = node.layout.height = px(36);
}

void Page::badge(std::string_view words, const BadgeSpec& spec) {
    struct Inks {
        Colour ground, ink;
    };
    constexpr std::array<Inks, 5> inks{
        {{Colour::sunken, Colour::ink_soft},
         {Colour::brand_soft, Colour::brand_ink},
         {Colour::green_soft, Colour::green},
         {Colour::amber_soft, Colour::amber},
         {Colour::red_soft, Colour::red}}
    };
    const Inks ink = inks[static_cast<std::size_t>(spec.tone)];
    const Scope box = row({.gap = Space::tight});
    here().layout.padding = sides(10, 4);
    here().layout.hug = true;
    here().look.fill = ink.ground;
    here().look.radius = 13;
    if (spec.icon != no_icon) icon(spec.icon, ink.ink, 14);
    text(words, {.style = Text::caption, .one_line = true});
    last().look.ink = ink.ink;
}

void Page::progress(std::string_view name, int percent) {
    Node& node = add(Role::progress, {}, name);
    node.look.mark = Mark::progress;
    node.look.fill = Colour::line;
    node.look.ink = Colour::brand;
    node.look.amount = static_cast<std::uint8_t>(std::clamp(percent, 0, 100));
    node.layout.height = px(4);
    attribute(Attribute::label, name);
    attribute(Attribute::value_now, keep_number(percent));
    attribute(Attribute::value_max, "100");
}

void Page::skeleton(int lines) {
    const Scope box = stack({.gap = Space::small});
    loading({});
    for (int i = 0; i < lines; ++i) {
        Node& node = add(Role::none);
        node.look.mark = Mark::skeleton;
        node.look.fill = Colour::sunken;
        node.look.radius = 6;
        node.layout.height = px(18);
        node.layout.width = fill();
        if (i + 1 == lines) node.layout.max_width = 220;
    }
}

void Page::loading(std::string_view words) {
    Node& node = add(Role::status, {}, "loading");
    node.name = words.empty() ? m_words.loading : keep(words);
    node.look.mark = words.empty() ? Mark::none : Mark::text;
    node.look.text = Text::muted;
    node.layout.align = Align::center;
    node.flags |= when(words.empty(), Flag::hidden) | Flag::busy;
}

Scope Page::empty(const EmptySpec& spec) {
    Scope box = stack({.gap = Space::regular, .padding = Space::huge, .align = Align::center});
    if (spec.icon != no_icon) {
        Node& tile = add(Role::none);
        tile.look.mark = Mark::icon;
        tile.look.icon = spec.icon;
        tile.look.fill = Colour::sunken;
        tile.look.ink = Colour::muted;
        tile.look.radius = 28;
        tile.look.amount = 24;
        tile.layout.width = tile.layout.height = px(56);
    }
    text(spec.title, {.style = Text::title, .align = Align::center});
    if (!spec.text.empty()) text(spec.text, {.style = Text::muted, .align = Align::center});
    return box;
}

bool Page::banner(std::string_view key, std::string_view words, const BannerSpec& spec) {
    struct Inks {
        Colour ground, ink;
        Icon icon;
    };
    const std::array<Inks, 5> inks{
        {{Colour::sunken, Colour::ink_soft, icon::info},
         {Colour::brand_soft, Colour::brand_ink, icon::info},
         {Colour::green_soft, Colour::green, icon::circle_check},
         {Colour::amber_soft, Colour::amber, icon::triangle_alert},
         {Colour::red_soft, Colour::red, icon::circle_alert}}
    };
    const Inks ink = inks[static_cast<std::size_t>(spec.tone)];
    const Scope box = open(spec.tone == Tone::red ? Role::alert : Role::status, key);
    here().layout.flow = phone() && !spec.action.empty() ? Flow::wrap : Flow::row;
    here().layout.gap = 12;
    here().layout.line_gap = 8;
    here().layout.align = Align::center;
    here().layout.padding = sides(16, 12);
    here().look.fill = ink.ground;
    here().look.radius = 10;
    {
        const Scope line = row({.gap = Space::regular, .grow = true});
        if (phone()) here().layout.min_width = 240;
        icon(ink.icon, ink.ink, 20);
        const Scope column = stack({.grow = true});
        if (!spec.title.empty()) text(spec.title, Text::small_strong);
        text(words, Text::small);
    }
    if (spec.action.empty()) return false;
    if (spec.action_href.empty()) return button("act", spec.action, {.small = true});
    link("act", spec.action, spec.action_href, {.look = LinkLook::button, .small = true});
    return false;
}

}  // namespace loggia::ui
