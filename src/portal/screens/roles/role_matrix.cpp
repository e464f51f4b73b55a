#include "portal/screens/roles/role_matrix.h"

#include "core/base/text.h"
#include "core/policy/topic.h"
#include "portal/screens/roles/cell_words.h"
#include "ui/fold.h"
#include "ui/widgets/accordion.h"

#include <algorithm>

namespace loggia::portal {

namespace {

bool differs(const policy::Model& model, const std::vector<RoleColumn>& columns, policy::Permission permission) {
    return std::ranges::any_of(columns, [&](const RoleColumn& column) {
        return column.cell(model, permission) != columns.front().cell(model, permission);
    });
}

bool is_meant(const Words& words, policy::Permission permission, std::string_view looked_for) {
    return ui::matches(phrase_of(words, permission), looked_for) ||
           policy::name_of(permission).find(text::ascii_lower(looked_for)) != std::string_view::npos;
}

void draw_cell(ui::Page& page, const Context& context, const policy::Model& model, const policy::Cell& cell) {
    const auto box = page.cell();
    const std::string words = words_of(context.words, model, cell);
    if (words.empty()) return page.text(context.words.reaches(0), ui::Text::muted);
    const auto line = page.row();
    page.badge(words, {.tone = tone_of(cell)});
}

void draw_row(ui::Page& page, const Context& context, const MatrixView& view, policy::Permission permission) {
    const auto name = policy::name_of(permission);
    const auto row = page.table_row(page.keep("row-" + std::string(name)), view.opened == permission);
    {
        const auto box = page.cell();
        page.link(name, title_of(context.words, permission), permission_url(permission));
    }
    for (const RoleColumn& column : view.columns)
        draw_cell(page, context, *view.model, column.cell(*view.model, permission));
}

void draw_table(ui::Page& page, const Context& context, const MatrixView& view) {
    const auto card = page.card({.key = "matrix", .padding = ui::Space::small});
    std::vector<ui::TableColumn> columns{
        {.title = context.words.permission(), .weight = 2.4F}
    };
    for (const RoleColumn& column : view.columns)
        columns.push_back({.title = column.title, .subtitle = column.people});
    const auto table = page.table("roles", context.words.role_matrix(), columns);
    auto topic = policy::topics().size();
    for (const policy::Permission permission : view.permissions) {
        if (policy::topic_of(permission) != topic) {
            topic = policy::topic_of(permission);
            page.table_section(context.words.permission_topics(topic));
        }
        draw_row(page, context, view, permission);
    }
}

/// "Staff: All · Owner: All"
std::string line_of(const Context& context, const MatrixView& view, policy::Permission permission) {
    std::string line;
    for (const RoleColumn& column : view.columns) {
        const std::string words = words_of(context.words, *view.model, column.cell(*view.model, permission));
        if (!words.empty())
            line.append(line.empty() ? "" : " · ").append(context.words.role_may(column.title, words));
    }
    return line;
}

void draw_topics(ui::Page& page, const Context& context, const MatrixView& view) {
    const auto card = page.card({.key = "topics", .gap = ui::Space::none, .padding = ui::Space::none});
    for (auto from = view.permissions.begin(); from != view.permissions.end();) {
        const std::size_t topic = policy::topic_of(*from);
        const auto to = std::find_if(from, view.permissions.end(),
                                     [&](policy::Permission one) { return policy::topic_of(one) != topic; });
        const std::string count = context.words.number(to - from);
        const auto title = context.words.permission_topics(topic);
        if (const auto part =
                ui::accordion(page, policy::topics()[topic].name, title, {.level = 2, .trailing = count})) {
            const auto list = page.list(title);
            for (auto one = from; one != to; ++one) {
                const std::string words = line_of(context, view, *one), name = title_of(context.words, *one);
                const auto row = page.list_row(
                    policy::name_of(*one),
                    {.title = name, .subtitle = words, .href = permission_url(*one), .line_above = one != from});
            }
        }
        from = to;
    }
}

}  // namespace

std::vector<policy::Permission> rows_of(const Words& words, const policy::Model& model,
                                        const std::vector<RoleColumn>& columns, std::string_view looked_for,
                                        Rows rows) {
    std::vector<policy::Permission> found;
    for (std::size_t i = 0; i < policy::permission_count; ++i) {
        const auto permission = static_cast<policy::Permission>(i);
        if (rows == Rows::differing && !differs(model, columns, permission)) continue;
        if (is_meant(words, permission, looked_for)) found.push_back(permission);
    }
    return found;
}

std::string permission_url(policy::Permission permission) {
    return url_of(Place::roles, {
                                    {"permission", std::string(policy::name_of(permission))}
    });
}

void draw_matrix(ui::Page& page, const Context& context, const MatrixView& view) {
    if (view.permissions.empty()) return page.text(context.words.no_such_permission(), ui::Text::muted);
    if (page.desktop()) {
        draw_table(page, context, view);
    } else {
        draw_topics(page, context, view);
    }
}

}  // namespace loggia::portal
