// Rows of the same kind: sorted by a column, selected, opened. On a phone every row is a card of labels and values,
// to a reader the same table. The screen holds order and selection; the table answers what the visitor asked for.
#pragma once

#include "ui/page.h"

#include <optional>
#include <span>

namespace loggia::ui {

struct DataColumn {
    std::string_view key, title;
    float weight = 1;
    bool numeric = false;  // stands at the end of its column
    bool sortable = false;
};

struct DataRow {
    std::string_view key;
    std::span<const std::string_view> cells;  // one for each column
    std::string_view href{};                  // the first cell leads there
    bool selected = false;
};

enum class DataState : std::uint8_t { ready, loading, failed };

struct DataTable {
    std::string_view name;
    std::span<const DataColumn> columns;
    std::span<const DataRow> rows;
    std::string_view sorted_by{};  // key of a column
    bool descending = false;
    bool selectable = false;
    DataState state = DataState::ready;
    std::string_view nothing{};  // said when there are no rows
    std::string_view trouble{};  // said when it failed
    // More than these scroll below the head, and of very many only those near are made. A phone shows some and asks.
    int visible_rows = 0;
};

// Rows first to last are to be selected, or no longer.
struct DataSelection {
    std::size_t first, last;
    bool on;
};

struct DataAnswer {
    std::string_view sort{};  // the column whose head was pressed
    std::optional<DataSelection> selection{};
    bool try_again = false;
};

DataAnswer data_table(Page& page, std::string_view key, const DataTable& table);

// Which rows to make when so many pixels are scrolled away: some more than are seen, in steps, so that a little
// scrolling changes nothing.
struct RowWindow {
    std::size_t first, last;
};
RowWindow row_window(float scrolled, std::size_t rows, int visible_rows);

}  // namespace loggia::ui
