// Tables: a header, rows, sections. Columns share the width by weight, on phones too.
#include "ui/page.h"

namespace loggia::ui {

Scope Page::table(std::string_view key, std::string_view name, std::span<const TableColumn> columns) {
    Scope table = open(Role::table, key);
    attribute(Attribute::label, name);
    m_table_columns = static_cast<std::uint16_t>(columns.size());
    m_table_weights = static_cast<std::uint32_t>(m_weights.size());
    for (const TableColumn& column : columns) m_weights.push_back(column.weight);
    const Scope head = table_row("head");
    for (const TableColumn& column : columns) {
        const Scope cell = open(Role::column_header);
        here().layout.justify = Justify::center;
        text(column.title, Text::caption);
        last().look.ink = Colour::ink_soft;
        if (!column.subtitle.empty()) text(column.subtitle, Text::caption);
    }
    return table;
}

Scope Page::table_row(std::string_view key, bool highlighted) {
    Scope row = open(Role::row, key);
    Layout& layout = here().layout;
    layout.flow = Flow::grid;
    layout.columns = layout.weights = m_table_columns;
    layout.first_weight = m_table_weights;
    layout.gap = 8;
    layout.padding = sides(12, 8);
    here().look.line_below = true;
    if (highlighted) here().look.fill = Colour::brand_soft;
    return row;
}

void Page::table_section(std::string_view title) {
    const Scope row = open(Role::row, title);
    here().layout.padding = {6, 18, 12, 8};
    here().look.line_below = true;
    const Scope cell = open(Role::row_header);
    text(title, Text::strong);
}

Scope Page::cell() {
    Scope cell = open(Role::cell);
    here().layout.justify = Justify::center;
    here().layout.min_height = 28;
    return cell;
}

}  // namespace loggia::ui
