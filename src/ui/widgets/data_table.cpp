#include "ui/widgets/data_table.h"

#include "icons.generated.h"

#include <algorithm>

namespace loggia::ui {

namespace {

constexpr float row_height = 48, check_width = 44;
constexpr std::size_t many = 300, step = 32, cards_at_once = 50;

class Builder {
public:
    Builder(Page& page, const DataTable& table) : m_page(page), m_table(table), m_cards(page.phone()) {}

    DataAnswer build() {
        if (m_table.state == DataState::failed) {
            m_answer.try_again =
                m_page.banner("failed", m_table.trouble, {.tone = Tone::red, .action = m_page.words().try_again});
            return m_answer;
        }
        tools();
        {
            const Scope table = m_page.open(Role::table, "rows");
            m_page.attribute(Attribute::label, m_table.name);
            m_page.here().flags |= when(m_table.state == DataState::loading, Flag::busy);
            m_page.here().layout.gap = m_cards ? 8 : 0;
            if (is_partial()) m_page.attribute(Attribute::row_count, m_page.keep_number(count() + 1));
            m_weights = weights();
            head();
            if (m_table.state == DataState::ready) body();
        }
        if (m_table.state == DataState::ready) more_cards();
        if (m_table.state == DataState::loading) m_page.skeleton(5);
        if (m_table.state == DataState::ready && m_table.rows.empty())
            m_page.empty({.title = m_table.nothing, .icon = icon::list}).close();
        return m_answer;
    }

private:
    long long count() const { return static_cast<long long>(m_table.rows.size()); }
    bool scrolls() const { return !m_cards && m_table.visible_rows > 0 && count() > m_table.visible_rows; }
    bool windowed() const { return scrolls() && m_table.rows.size() > many; }
    bool is_partial() const { return windowed() || cards() < m_table.rows.size(); }

    // How many rows are made on a phone; each press of the button below them makes more.
    std::size_t cards() const {
        const auto pressed = static_cast<std::size_t>(m_page.memory(m_more));
        return m_cards ? std::min(m_table.rows.size(), cards_at_once * (pressed + 1)) : m_table.rows.size();
    }
    std::size_t selected() const {
        return static_cast<std::size_t>(std::ranges::count_if(m_table.rows, &DataRow::selected));
    }

    std::uint32_t weights() {
        const auto first = static_cast<std::uint32_t>(m_page.weights().size());
        for (const DataColumn& column : m_table.columns) {
            const float weight = column.weight;
            m_page.add_weights({&weight, 1});
        }
        return first;
    }

    // What stands above the table: how many are selected; on a phone also the order, as its head is not seen.
    void tools() {
        if (!m_table.selectable && !m_cards) return;
        const Scope line = m_page.wrap({.gap = Space::small});
        m_page.here().layout.min_height = 36;
        if (m_table.selectable && m_cards) select_all();
        if (const std::size_t chosen = selected(); m_table.selectable && chosen > 0) {
            const Scope status = m_page.open(Role::status, "count");
            m_page.text(said(m_page.words().selected, std::to_string(chosen)),
                        {.style = Text::small_strong, .one_line = true});
        }
        if (!m_cards) return;
        for (const DataColumn& column : m_table.columns) {
            if (!column.sortable) continue;
            const bool current = column.key == m_table.sorted_by;
            const Icon arrow = !current ? no_icon : m_table.descending ? icon::chevron_down : icon::chevron_up;
            const Scope chip = m_page.keyed("by");
            if (m_page.chip(column.key, column.title, {.selected = current, .icon = arrow}))
                m_answer.sort = column.key;
        }
    }

    void as_line() {
        Layout& layout = m_page.here().layout;
        layout.flow = Flow::row;
        layout.align = Align::stretch;
        layout.padding = sides(12, 0);
        layout.min_height = row_height;
        m_page.here().look.line_below = true;
    }

    Scope columns() {
        Scope scope = m_page.stack();
        Layout& layout = m_page.here().layout;
        layout.flow = Flow::grid;
        layout.width = fill();
        layout.gap = 12;
        layout.columns = layout.weights = static_cast<std::uint16_t>(m_table.columns.size());
        layout.first_weight = m_weights;
        return scope;
    }

    bool box(std::string_view key, std::string_view name, bool checked, bool mixed) {
        const Scope scope = m_page.open(Role::checkbox, key);
        Node& node = m_page.here();
        const bool changed = m_page.events().text(node.id) != nullptr;
        node.flags |= when(checked, Flag::checked) | when(mixed, Flag::mixed);
        node.layout.width = px(check_width);
        node.layout.hug = true;
        node.layout.min_height = 44;
        node.layout.justify = Justify::center;
        m_page.attribute(Attribute::label, name);
        Node& mark = m_page.add(Role::none);
        mark.look.mark = Mark::checkbox;
        mark.look.amount = checked || mixed ? 1 : 0;
        mark.look.radius = 5;
        mark.look.border = checked || mixed ? Colour::brand : Colour::field_line;
        mark.look.fill = checked || mixed ? Colour::brand : Colour::surface;
        mark.look.ink = Colour::on_brand;
        mark.look.icon = mixed ? icon::minus : icon::check;
        mark.layout.width = mark.layout.height = px(20);
        return changed;
    }

    void select_all() {
        const std::size_t chosen = selected();
        const bool whole = chosen > 0 && chosen == m_table.rows.size();
        if (box("all", m_page.words().select_all, whole, chosen > 0 && !whole) && !m_table.rows.empty())
            m_answer.selection = DataSelection{0, m_table.rows.size() - 1, !whole};
    }

    void head() {
        const Scope row = m_page.open(Role::row, "head");
        if (m_cards) {
            m_page.here().flags |= Flag::hidden;
            for (const DataColumn& column : m_table.columns) {
                const Scope cell = m_page.open(Role::column_header, column.key);
                say_order(column);
                m_page.text(column.title, Text::caption);
            }
            return;
        }
        as_line();
        if (m_table.selectable) {
            const Scope cell = m_page.open(Role::column_header, "select");
            m_page.here().layout.width = px(check_width);
            m_page.here().layout.justify = Justify::center;
            select_all();
        }
        const Scope line = columns();
        for (const DataColumn& column : m_table.columns) head_cell(column);
    }

    void say_order(const DataColumn& column) {
        if (!column.sortable) return;
        const bool current = column.key == m_table.sorted_by;
        m_page.attribute(Attribute::sort, !current ? "none" : m_table.descending ? "descending" : "ascending");
    }

    void head_cell(const DataColumn& column) {
        const Scope cell = m_page.open(Role::column_header, column.key);
        say_order(column);
        m_page.here().layout.justify = Justify::center;
        m_page.here().layout.align = column.numeric ? Align::end : Align::start;
        if (!column.sortable) {
            m_page.text(column.title, {.style = Text::caption_strong, .one_line = true});
            m_page.last().look.ink = Colour::ink_soft;
            return;
        }
        const bool current = column.key == m_table.sorted_by;
        const Scope button = m_page.open(Role::button, "sort");
        Node& node = m_page.here();
        if (m_page.events().clicked(node.id)) m_answer.sort = column.key;
        node.layout.flow = Flow::row;
        node.layout.align = Align::center;
        node.layout.gap = 4;
        node.layout.padding = sides(6, 0);
        node.layout.min_height = 44;
        node.look.radius = 8;
        node.look.hover_fill = Colour::hover;
        m_page.text(column.title, {.style = Text::caption_strong, .one_line = true});
        m_page.last().look.ink = current ? Colour::brand_ink : Colour::ink_soft;
        m_page.icon(!current             ? icon::chevrons_up_down
                    : m_table.descending ? icon::chevron_down
                                         : icon::chevron_up,
                    current ? Colour::brand_ink : Colour::faint, 16);
    }

    void body() {
        if (!scrolls()) {
            for (std::size_t i = 0; i < cards(); ++i) row(i);
            return;
        }
        const Scope scroller = m_page.open(Role::scroll, "body");
        m_page.attribute(Attribute::role, "rowgroup");
        m_page.attribute(Attribute::label, m_table.name);
        Node& node = m_page.here();
        node.flags |= Flag::tabbable | when(windowed(), Flag::watched);
        node.layout.height = px(row_height * static_cast<float>(m_table.visible_rows));
        const float scrolled = m_page.events().scrolled(node.id).second;
        const RowWindow window = windowed() ? row_window(scrolled, m_table.rows.size(), m_table.visible_rows)
                                            : RowWindow{0, m_table.rows.size()};
        gap("before", window.first);
        for (std::size_t i = window.first; i < window.last; ++i) row(i);
        gap("after", m_table.rows.size() - window.last);
    }

    void more_cards() {
        const std::size_t left = m_table.rows.size() - cards();
        if (left > 0 && m_page.button("more", said(m_page.words().and_more, std::to_string(left))))
            ++m_page.memory(m_more);
    }

    // Stands for rows that are not made; the browser's scrollbar needs to know of it.
    void gap(std::string_view key, std::size_t rows) {
        if (rows == 0) return;
        Node& node = m_page.add(Role::icon, key);
        node.layout.height = px(row_height * static_cast<float>(rows));
    }

    void row(std::size_t index) {
        const DataRow& data = m_table.rows[index];
        const Scope row = m_page.open(Role::row, data.key);
        if (is_partial())
            m_page.attribute(Attribute::row_index, m_page.keep_number(static_cast<long long>(index) + 2));
        if (data.selected) m_page.here().look.fill = Colour::brand_soft;
        if (m_cards) {
            Node& node = m_page.here();
            node.layout.padding = sides(16, 10);
            node.layout.gap = 4;
            node.look.border = Colour::line;
            node.look.radius = 12;
            if (!data.selected) node.look.fill = Colour::surface;
        } else {
            as_line();
            if (scrolls()) m_page.here().layout.height = px(row_height);
        }
        if (m_table.selectable) check(index);
        if (m_cards) {
            for (std::size_t column = 0; column < m_table.columns.size(); ++column) cell(data, column);
            return;
        }
        const Scope line = columns();
        for (std::size_t column = 0; column < m_table.columns.size(); ++column) cell(data, column);
    }

    void check(std::size_t index) {
        const DataRow& data = m_table.rows[index];
        const Scope cell = m_page.open(Role::cell, "select");
        if (!m_cards) m_page.here().layout.width = px(check_width);
        m_page.here().layout.justify = Justify::center;
        m_page.here().layout.align = Align::start;
        const std::string_view title = data.cells.empty() ? data.key : data.cells.front();
        const std::string name = said(m_page.words().select, title);
        if (!box("check", name, data.selected, false)) return;
        // Shift selects from the row that was chosen before.
        const std::size_t before = std::min(chosen_before(index), m_table.rows.size() - 1);
        const bool range = m_page.events().shifted;
        m_answer.selection = DataSelection{range ? std::min(before, index) : index,
                                           range ? std::max(before, index) : index, !data.selected};
    }

    std::size_t chosen_before(std::size_t index) {
        std::int32_t& kept = m_page.memory(m_memory);
        const std::size_t before = kept <= 0 ? index : static_cast<std::size_t>(kept - 1);
        kept = static_cast<std::int32_t>(index + 1);
        return before;
    }

    void cell(const DataRow& data, std::size_t index) {
        const DataColumn& column = m_table.columns[index];
        const std::string_view value = index < data.cells.size() ? data.cells[index] : std::string_view{};
        const Scope cell = m_page.open(Role::cell, column.key);
        Layout& layout = m_page.here().layout;
        layout.justify = Justify::center;
        layout.align = column.numeric && !m_cards ? Align::end : Align::start;
        if (m_cards && index > 0) {
            layout.flow = Flow::row;
            layout.gap = 12;
            layout.justify = Justify::between;
            m_page.text(column.title, {.style = Text::small_muted, .one_line = true});
        }
        if (index == 0 && !data.href.empty()) {
            const Scope link = m_page.open(Role::link, "open");
            m_page.attribute(Attribute::href, data.href);
            m_page.here().layout.min_height = 44;
            m_page.here().layout.justify = Justify::center;
            m_page.here().layout.width = fill();
            value_text(value, Text::strong, Colour::brand_ink);
            return;
        }
        value_text(value, index == 0 ? Text::strong : Text::body, Colour::ink);
    }

    void value_text(std::string_view value, Text style, Colour ink) {
        m_page.text(value, {.style = style, .one_line = !m_cards});
        m_page.last().look.ink = ink;
        m_page.last().layout.may_shrink = true;
    }

    Page& m_page;
    const DataTable& m_table;
    bool m_cards;
    std::uint32_t m_weights = 0;
    NodeId m_memory = m_page.id_of("anchor"), m_more = m_page.id_of("shown");
    DataAnswer m_answer;
};

}  // namespace

RowWindow row_window(float scrolled, std::size_t rows, int visible_rows) {
    const auto at = static_cast<std::size_t>(std::max(0.f, scrolled) / row_height);
    const std::size_t shown = static_cast<std::size_t>(std::max(1, visible_rows));
    const std::size_t first = std::min(at, rows) / step * step;
    return {first < step ? 0 : std::min(first - step, rows), std::min(rows, first + shown + 2 * step)};
}

DataAnswer data_table(Page& page, std::string_view key, const DataTable& table) {
    const Scope box = page.stack({.key = key, .gap = Space::small});
    return Builder{page, table}.build();
}

}  // namespace loggia::ui
