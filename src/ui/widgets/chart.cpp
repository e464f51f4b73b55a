#include "ui/widgets/chart.h"

#include "ui/widgets/chart_scale.h"

#include "icons.generated.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace loggia::ui {

namespace {

constexpr float plot_height = 220, axis_width = 44, tick_height = 18;

double value_of(const ChartSeries& series, std::size_t category) {
    const double value = category < series.values.size() ? series.values[category] : 0;
    return std::isfinite(value) ? value : 0;
}

ChartScale scale_of(const Chart& chart) {
    double least = 0, greatest = 0;
    for (std::size_t i = 0; i < chart.categories.size(); ++i) {
        double sum = 0;
        for (const ChartSeries& series : chart.series) {
            const double value = value_of(series, i);
            sum += std::max(0.0, value);
            least = std::min(least, value);
            greatest = std::max(greatest, value);
        }
        if (chart.kind == ChartKind::stacked) greatest = std::max(greatest, sum);
    }
    return nice_scale(least, greatest);
}

// A text for those who see the picture: to readers the table says it.
Node& drawn(Page& page, std::string_view words, Text style, Colour ink) {
    Node& node = page.add(Role::icon, {}, words);
    node.name = page.keep(words);
    node.look.mark = Mark::text;
    node.look.text = style;
    node.look.ink = ink;
    node.flags |= Flag::one_line;
    return node;
}

void lay(Node& node, float left, float width, float top, float height) {
    node.layout.placed = true;
    node.place = {left, width, top, height};
}

void head(Page& page, std::string_view title, std::string_view description, bool& as_table) {
    const Scope line = page.row({.gap = Space::regular, .align = Align::start});
    {
        const Scope words = page.stack({.grow = true});
        page.heading(2, title);
        if (!description.empty()) page.text(description, Text::small_muted);
    }
    if (page.button("as-table", as_table ? page.words().show_as_chart : page.words().show_as_table,
                    {.look = ButtonLook::ghost, .small = true}))
        as_table = !as_table;
}

void legend(Page& page, const Chart& chart) {
    if (chart.series.size() < 2) return;
    const Scope line = page.wrap({.gap = Space::medium});
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        const Scope entry = page.row({.gap = Space::tight});
        Node& sample = page.add(Role::none);
        sample.look.mark = chart.kind == ChartKind::lines ? Mark::marker : Mark::pattern;
        sample.look.amount = static_cast<std::uint8_t>(i);
        sample.look.ink = strong(chart.series[i].hue);
        sample.look.fill = chart.kind == ChartKind::lines ? Colour::none : strong(chart.series[i].hue);
        sample.look.radius = 3;
        sample.layout.width = sample.layout.height = px(14);
        drawn(page, chart.series[i].name, Text::caption, Colour::ink_soft);
    }
}

void table(Page& page, const Chart& chart, bool seen) {
    const Scope box = page.stack();
    std::array<TableColumn, 9> columns{};
    const std::size_t series = std::min(chart.series.size(), columns.size() - 1);
    columns[0].title = chart.category_name;
    for (std::size_t i = 0; i < series; ++i) columns[i + 1].title = chart.series[i].name;
    const Scope table = page.table("numbers", chart.title, std::span(columns).first(series + 1));
    page.node(table.node()).flags |= when(!seen, Flag::hidden);
    for (std::size_t i = 0; i < chart.categories.size(); ++i) {
        const Scope row = page.table_row(chart.categories[i]);
        {
            const Scope cell = page.cell();
            page.text(chart.categories[i], Text::small_strong);
        }
        for (std::size_t n = 0; n < series; ++n) {
            const Scope cell = page.cell();
            page.text(value_text(page, value_of(chart.series[n], i)), Text::small);
        }
    }
}

// What stands above the picture: the category that is looked at, in words.
void readout(Page& page, const Chart& chart, int category) {
    if (category < 0) {
        drawn(page, chart.value_name, Text::caption, Colour::muted);
        return;
    }
    const auto index = static_cast<std::size_t>(category);
    std::string words{chart.categories[index]};
    for (const ChartSeries& series : chart.series)
        words.append(" · ").append(series.name).append(" ").append(value_text(page, value_of(series, index)));
    drawn(page, words, Text::caption_strong, Colour::ink);
}

std::string_view spoken(Page& page, const Chart& chart, std::size_t category) {
    std::string words{chart.categories[category]};
    for (const ChartSeries& series : chart.series)
        words.append(", ").append(series.name).append(" ").append(value_text(page, value_of(series, category)));
    return page.keep(words);
}

void bar(Page& page, const ChartSeries& series, std::size_t number, float left, float width, float top,
         float bottom) {
    Node& node = page.add(Role::none);
    lay(node, left, width, top, std::max(1.f, bottom - top));
    node.look.mark = Mark::pattern;
    node.look.amount = static_cast<std::uint8_t>(number);
    node.look.fill = strong(series.hue);
    node.look.radius = 3;
}

void bars(Page& page, const Chart& chart, const ChartScale& scale, std::size_t category) {
    const auto y = [&](double value) { return plot_height * (1 - static_cast<float>(scale.share(value))); };
    const auto count = static_cast<float>(chart.series.size());
    double below = 0;
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        const ChartSeries& series = chart.series[i];
        const double value = value_of(series, category);
        if (chart.kind == ChartKind::stacked) {
            bar(page, series, i, 0.2f, 0.6f, y(below + std::max(0.0, value)), y(below));
            below += std::max(0.0, value);
            continue;
        }
        const float left = 0.12f + 0.76f * static_cast<float>(i) / count;
        bar(page, series, i, left, 0.72f / count, y(std::max(0.0, value)), y(std::min(0.0, value)));
    }
}

void grid_lines(Page& page, const ChartScale& scale) {
    for (int tick = 0; tick < scale.ticks; ++tick) {
        Node& line = page.add(Role::none);
        const float y = plot_height * (1 - static_cast<float>(scale.share(scale.at(tick))));
        lay(line, 0, 1, std::min(y, plot_height - 1), 1);
        line.look.fill = scale.at(tick) == 0 ? Colour::field_line : Colour::line;
    }
}

void upright_axis(Page& page, const ChartScale& scale) {
    const Scope axis = page.stack();
    page.here().layout.width = px(axis_width);
    page.here().layout.height = px(plot_height);
    for (int tick = 0; tick < scale.ticks; ++tick) {
        Node& label = drawn(page, value_text(page, scale.at(tick)), Text::caption, Colour::muted);
        const float y = plot_height * (1 - static_cast<float>(scale.share(scale.at(tick))));
        lay(label, 0, 0.82f, y - tick_height / 2, tick_height);
        label.layout.align = Align::end;
    }
}

void lines(Page& page, const Chart& chart, const ChartScale& scale) {
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        const auto first = static_cast<std::uint32_t>(page.weights().size());
        for (std::size_t category = 0; category < chart.categories.size(); ++category) {
            const auto share = static_cast<float>(1 - scale.share(value_of(chart.series[i], category)));
            page.add_weights({&share, 1});
        }
        Node& line = page.add(Role::none);
        lay(line, 0, 1, 0, plot_height);
        line.look.mark = Mark::line_chart;
        line.look.amount = static_cast<std::uint8_t>(i);
        line.look.ink = strong(chart.series[i].hue);
        line.layout.first_weight = first;
        line.layout.weights = static_cast<std::uint16_t>(chart.categories.size());
    }
}

// One tab stop; the arrow keys walk the categories.
int walk(Page& page, std::size_t count, std::int32_t& stop) {
    int looked_at = -1;
    stop = std::clamp(stop, 0, std::max(0, static_cast<int>(count) - 1));
    for (std::size_t i = 0; i < count; ++i) {
        const NodeId id = page.id_of(page.keep_number(static_cast<long long>(i)));
        const auto number = static_cast<std::int32_t>(i);
        if (page.events().focused == id) looked_at = stop = number;
        if (page.events().hovered == id) looked_at = number;
        for (const KeyPress& press : page.events().keys()) {
            if (press.id != id) continue;
            const int last = static_cast<int>(count) - 1;
            const int to = press.key == Key::left    ? number - 1
                           : press.key == Key::right ? number + 1
                           : press.key == Key::home  ? 0
                           : press.key == Key::end   ? last
                                                     : number;
            stop = std::clamp(to, 0, last);
            page.focus_id(page.id_of(page.keep_number(stop)));
        }
    }
    return looked_at;
}

void plot(Page& page, const Chart& chart) {
    const ChartScale scale = scale_of(chart);
    const std::size_t count = chart.categories.size();
    const Scope figure = page.open(Role::group, "figure");
    page.attribute(Attribute::label, chart.title);
    page.here().flags |= Flag::key_events;
    page.here().layout.gap = 8;
    std::int32_t& stop = page.memory(page.here().id);
    const int looked_at = walk(page, count, stop);
    const std::int32_t tab_stop = stop;
    readout(page, chart, looked_at);
    const Scope line = page.row();
    page.here().layout.align = Align::start;
    upright_axis(page, scale);
    const Scope area = page.stack();
    page.here().layout.width = fill();
    grid_lines(page, scale);
    const Scope columns = page.row();
    page.here().layout.align = Align::start;
    for (std::size_t i = 0; i < count; ++i) {
        const Scope column = page.open(Role::image, page.keep_number(static_cast<long long>(i)));
        Node& node = page.here();
        node.flags |= (static_cast<int>(i) == tab_stop ? Flag::tabbable : Flag::focusable);
        node.layout.width = fill();
        node.layout.height = px(plot_height + 26);
        node.look.radius = 6;
        if (looked_at == static_cast<int>(i)) node.look.fill = Colour::hover;
        page.attribute(Attribute::label, spoken(page, chart, i));
        page.attribute(Attribute::hover, "");
        if (chart.kind != ChartKind::lines) bars(page, chart, scale, i);
        Node& label = drawn(page, chart.categories[i], Text::caption, Colour::muted);
        lay(label, 0, 1, plot_height + 4, tick_height);
        label.layout.align = Align::center;
    }
    if (chart.kind == ChartKind::lines) lines(page, chart, scale);
}

void heat_table(Page& page, const HeatMap& map, bool seen) {
    const Scope box = page.stack();
    std::array<TableColumn, 8> columns{};
    const std::size_t count = std::min(map.columns.size(), columns.size() - 1);
    columns[0].title = map.row_name;
    for (std::size_t i = 0; i < count; ++i) columns[i + 1].title = map.columns[i];
    const Scope table = page.table("numbers", map.title, std::span(columns).first(count + 1));
    page.node(table.node()).flags |= when(!seen, Flag::hidden);
    for (std::size_t row = 0; row < map.rows.size(); ++row) {
        const Scope line = page.table_row(map.rows[row]);
        {
            const Scope cell = page.cell();
            page.text(map.rows[row], Text::small_strong);
        }
        for (std::size_t i = 0; i < count; ++i) {
            const Scope cell = page.cell();
            const int percent = map.percent[row * map.columns.size() + i];
            page.text(percent > 100 ? map.closed : page.keep(std::to_string(percent) + " %"), Text::small);
        }
    }
}

void heat_picture(Page& page, const HeatMap& map) {
    constexpr float cell_height = 26;
    const Scope line = page.row();
    page.here().layout.align = Align::start;
    {
        const Scope axis = page.stack();
        page.here().layout.width = px(axis_width + 8);
        page.here().layout.height = px(cell_height * static_cast<float>(map.rows.size()) + 26);
        for (std::size_t row = 0; row < map.rows.size(); ++row) {
            Node& label = drawn(page, map.rows[row], Text::caption, Colour::muted);
            lay(label, 0, 0.82f, 26 + cell_height * static_cast<float>(row) + (cell_height - tick_height) / 2,
                tick_height);
            label.layout.align = Align::end;
        }
    }
    const Scope area = page.stack();
    page.here().layout.width = fill();
    {
        const Scope names = page.row();
        for (const std::string_view name : map.columns) {
            Node& label = drawn(page, name, Text::caption, Colour::muted);
            label.layout.width = fill();
            label.layout.height = px(26);
            label.layout.align = Align::center;
        }
    }
    const auto kept = page.room<std::uint8_t>(map.percent.size());
    std::ranges::copy(map.percent, kept.begin());
    Node& picture = page.add(Role::image, "picture");
    picture.look.mark = Mark::heat_map;
    picture.look.ink = Colour::brand;
    picture.look.fill = Colour::brand_soft;
    picture.value = {reinterpret_cast<const char*>(kept.data()), kept.size()};
    picture.layout.columns = static_cast<std::uint16_t>(map.columns.size());
    picture.layout.height = px(cell_height * static_cast<float>(map.rows.size()));
    page.attribute(Attribute::label, map.description.empty() ? map.title : map.description);
}

void heat_legend(Page& page, const HeatMap& map) {
    const Scope line = page.row({.gap = Space::small, .justify = Justify::end});
    drawn(page, map.low, Text::caption, Colour::muted);
    constexpr std::array<std::uint8_t, 6> steps{0, 20, 40, 60, 80, 100};
    const auto kept = page.room<std::uint8_t>(steps.size());
    std::ranges::copy(steps, kept.begin());
    Node& scale = page.add(Role::none);
    scale.look.mark = Mark::heat_map;
    scale.look.ink = Colour::brand;
    scale.look.fill = Colour::brand_soft;
    scale.value = {reinterpret_cast<const char*>(kept.data()), kept.size()};
    scale.layout.columns = 6;
    scale.layout.width = px(108);
    scale.layout.height = px(16);
    drawn(page, map.high, Text::caption, Colour::muted);
}

}  // namespace

std::string_view value_text(Page& page, double value) {
    std::array<char, 32> text{};
    const int length = std::snprintf(text.data(), text.size(), "%.6g", value);
    return page.keep({text.data(), static_cast<std::size_t>(std::clamp(length, 0, 31))});
}

void chart(Page& page, std::string_view key, const Chart& chart, bool& as_table) {
    const Scope box = page.stack({.key = key, .gap = Space::regular});
    head(page, chart.title, chart.description, as_table);
    if (!as_table) {
        legend(page, chart);
        plot(page, chart);
    }
    table(page, chart, as_table);
}

void heat_map(Page& page, std::string_view key, const HeatMap& map, bool& as_table) {
    const Scope box = page.stack({.key = key, .gap = Space::regular});
    head(page, map.title, map.description, as_table);
    const bool whole = !map.columns.empty() && map.percent.size() == map.columns.size() * map.rows.size();
    if (!whole) return;
    if (!as_table) {
        heat_picture(page, map);
        heat_legend(page, map);
    }
    heat_table(page, map, as_table);
}

}  // namespace loggia::ui
