#include "core/policy/documentation.h"

#include "core/policy/wording.h"

namespace loggia::policy {
namespace {

std::string plurals_of(const Model& model, RoleSet roles) {
    std::string text;
    for (const Column& column : model.columns())
        if (roles.has(column.role)) text.append(text.empty() ? "" : ", ").append(column.plural);
    return text;
}

std::string line_of(std::string_view first, const Model& model, auto cell) {
    std::string line = "| ";
    line += first;
    for (std::size_t column = 0; column < model.columns().size(); ++column) line.append(" | ").append(cell(column));
    return line + " |\n";
}

}  // namespace

std::string words_of(const Model& model, const Cell& cell) {
    std::string text{title_of(cell.reach)};
    if (!cell.may_touch.empty()) text += ", of " + plurals_of(model, cell.may_touch);
    if (cell.condition == Switch::plan_grow)
        text += ", with the Grow plan";
    else if (cell.condition != Switch::none)
        text += ", if " + std::string(phrase_of(cell.condition)) + " is on";
    return text;
}

std::string documentation_of(const Model& model) {
    std::string text = "# Permissions of the `" + std::string(model.name()) + "` model\n\n";
    text += "Made from `src/core/policy/models/" + std::string(model.name()) + ".cpp` by `loggia policy document " +
            std::string(model.name()) +
            "`; a test compares the two. Each cell says which records a role reaches with a permission. Whoever has "
            "several roles may what any of them may, and everybody who is registered is a client as well.\n\n";
    text +=
        line_of("permission", model, [&](std::size_t column) { return std::string(model.columns()[column].title); });
    text += line_of("---", model, [](std::size_t) { return std::string("---"); });
    for (std::size_t row = 0; row < permission_count; ++row) {
        const auto permission = static_cast<Permission>(row);
        text += line_of("`" + std::string(name_of(permission)) + "` " + std::string(phrase_of(permission)), model,
                        [&](std::size_t column) { return words_of(model, model.cell(permission, column)); });
    }
    return text;
}

std::string table_of(const Model& model) {
    std::string text = "permission,role,reach,condition,may_touch\n";
    for (std::size_t row = 0; row < permission_count; ++row)
        for (std::size_t column = 0; column < model.columns().size(); ++column) {
            const auto permission = static_cast<Permission>(row);
            const Cell& cell = model.cell(permission, column);
            text.append(name_of(permission)).append(",").append(name_of(model.columns()[column].role));
            text.append(",").append(name_of(cell.reach)).append(",").append(name_of(cell.condition)).append(",");
            std::string_view joint;
            for (const Column& touched : model.columns()) {
                if (!cell.may_touch.has(touched.role)) continue;
                text.append(joint).append(name_of(touched.role));
                joint = " ";
            }
            text += "\n";
        }
    return text;
}

}  // namespace loggia::policy
