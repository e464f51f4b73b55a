#include "ui/widgets/data_table.h"

#include "ui/page_on_screen.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <string>
#include <vector>

using namespace loggia::ui;

namespace {

constexpr std::array<DataColumn, 2> columns{
    {{.key = "name", .title = "Name", .sortable = true}, {.key = "owed", .title = "Owed", .numeric = true}}
};

struct Table {
    Screen screen;
    std::vector<std::string> keys;
    std::vector<std::array<std::string_view, 2>> cells;
    std::vector<DataRow> rows;
    DataTable table{.name = "Clients", .columns = columns, .selectable = true, .nothing = "No clients"};
    std::string sorted;
    std::vector<DataSelection> selections;
    bool tried = false;

    explicit Table(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) keys.push_back("row" + std::to_string(i));
        for (const std::string& key : keys) cells.push_back({key, "12 €"});
        for (std::size_t i = 0; i < count; ++i) rows.push_back({.key = keys[i], .cells = cells[i]});
    }
    void show() {
        table.rows = rows;
        screen.show([this](Page& page) {
            const Scope main = page.main();
            const DataAnswer answer = data_table(page, "clients", table);
            if (!answer.sort.empty()) sorted = answer.sort;
            if (answer.selection) selections.push_back(*answer.selection);
            tried = tried || answer.try_again;
        });
    }
    void check(std::string_view label, bool shift = false) {
        for (const Node& node : screen.page.nodes()) {
            if (node.role != Role::checkbox || screen.attribute(node, Attribute::label) != label) continue;
            screen.page.incoming().input(node.id, "1");
            screen.page.incoming().shifted = shift;
            show();
            return;
        }
        FAIL("no checkbox " << label);
    }
    std::size_t count(Role role) const {
        std::size_t result = 0;
        for (const Node& node : screen.page.nodes()) result += node.role == role ? 1 : 0;
        return result;
    }
    const Node& all() const { return *screen.find(Role::checkbox, "all"); }
};

}  // namespace

TEST_CASE("a sortable head is a button, says its order, and answers with its column") {
    Table table{3};
    table.show();
    const Node& head = *table.screen.find(Role::column_header, "name");
    CHECK(table.screen.attribute(head, Attribute::sort) == "none");
    table.screen.page.incoming().click(table.screen.find(Role::button, "sort")->id);
    table.show();
    CHECK(table.sorted == "name");
    table.table.sorted_by = "name";
    table.show();
    CHECK(table.screen.attribute(*table.screen.find(Role::column_header, "name"), Attribute::sort) == "ascending");
    table.table.descending = true;
    table.show();
    CHECK(table.screen.attribute(*table.screen.find(Role::column_header, "name"), Attribute::sort) == "descending");
    CHECK(table.screen.attribute(*table.screen.find(Role::column_header, "owed"), Attribute::sort).empty());
}

TEST_CASE("one row, a range with Shift, and all rows are selected") {
    Table table{5};
    table.show();
    table.check("Select row1");
    table.check("Select row3", true);
    table.check("Select all");
    REQUIRE(table.selections.size() == 3);
    CHECK((table.selections[0].first == 1 && table.selections[0].last == 1 && table.selections[0].on));
    CHECK((table.selections[1].first == 1 && table.selections[1].last == 3));
    CHECK((table.selections[2].first == 0 && table.selections[2].last == 4 && table.selections[2].on));
}

TEST_CASE("the box for all rows is mixed when some are selected, checked when all are") {
    Table table{3};
    table.show();
    CHECK_FALSE(has(table.all().flags, Flag::checked | Flag::mixed));
    table.rows[1].selected = true;
    table.show();
    CHECK(has(table.all().flags, Flag::mixed));
    CHECK(table.screen.find(Role::text, "1 selected") != nullptr);
    for (DataRow& row : table.rows) row.selected = true;
    table.show();
    CHECK(has(table.all().flags, Flag::checked));
    CHECK_FALSE(has(table.all().flags, Flag::mixed));
    table.check("Select all");
    CHECK_FALSE(table.selections.back().on);
}

TEST_CASE("the table of a phone is the same table to a reader, and its heads are not in the way") {
    Table table{3};
    table.show();
    const std::size_t rows = table.count(Role::row), cells = table.count(Role::cell);
    table.screen.viewport.width = 390;
    table.show();
    CHECK(table.count(Role::row) == rows);
    CHECK(table.count(Role::cell) == cells);
    CHECK(has(table.screen.find(Role::row, "head")->flags, Flag::hidden));
    CHECK(table.screen.find(Role::button, "sort") == nullptr);
    table.screen.page.incoming().click(table.screen.find(Role::button, "name")->id);
    table.show();
    CHECK(table.sorted == "name");
}

TEST_CASE("of very many rows only those near are made, each knowing its place, and scrolling makes the others") {
    Table table{5000};
    table.table.visible_rows = 10;
    table.show();
    CHECK(table.count(Role::row) < 120);
    CHECK(table.screen.attribute(*table.screen.find(Role::table), Attribute::row_count) == "5001");
    const NodeId scroller = table.screen.find(Role::scroll)->id;
    const float height = table.screen.find(Role::scroll)->rect.h;
    table.screen.page.incoming().scroll(scroller, 0, 48 * 4000);
    table.show();
    const Node* row = table.screen.find(Role::row, "row4000");
    REQUIRE(row != nullptr);
    CHECK(table.screen.attribute(*row, Attribute::row_index) == "4002");
    CHECK(row->rect.y == 48 * 4000);
    CHECK(table.screen.find(Role::scroll)->rect.h == height);
}

TEST_CASE("of very many rows a phone makes some, each knowing its place, and more when asked") {
    Table table{5000};
    table.table.visible_rows = 10;
    table.screen.viewport.width = 390;
    table.show();
    CHECK(table.count(Role::row) == 1 + 50);
    CHECK(table.screen.attribute(*table.screen.find(Role::table), Attribute::row_count) == "5001");
    CHECK(table.screen.attribute(*table.screen.find(Role::row, "row49"), Attribute::row_index) == "51");
    CHECK(table.screen.find(Role::text, "+4950 more") != nullptr);
    table.screen.page.incoming().click(table.screen.find(Role::button, "more")->id);
    table.show();
    CHECK(table.count(Role::row) == 1 + 100);
    CHECK(table.screen.find(Role::text, "+4900 more") != nullptr);
}

TEST_CASE("the window of rows covers what is seen at every offset, also past the end") {
    for (const float scrolled : {-50.f, 0.f, 1.f, 1500.f, 47'000.f, 1e9f}) {
        const RowWindow window = row_window(scrolled, 1000, 10);
        const auto first = static_cast<std::size_t>(std::max(0.f, std::min(scrolled, 48.f * 990)) / 48);
        INFO(scrolled);
        CHECK(window.first <= first);
        CHECK(window.last >= std::min<std::size_t>(1000, first + 10));
        CHECK(window.last <= 1000);
    }
}

TEST_CASE("an empty, a loading and a failed table say so") {
    Table table{0};
    table.show();
    CHECK(table.screen.find(Role::text, "No clients") != nullptr);
    table.table.state = DataState::loading;
    table.show();
    CHECK(has(table.screen.find(Role::table)->flags, Flag::busy));
    CHECK(table.screen.find(Role::status, "Loading") != nullptr);
    table.table.state = DataState::failed;
    table.table.trouble = "Not read";
    table.show();
    table.screen.page.incoming().click(table.screen.find(Role::button, "act")->id);
    table.show();
    CHECK(table.tried);
}
