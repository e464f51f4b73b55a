// Stands in for src/core/policy/models: the same tables, but for one cell that the environment names in LOGGIA_FLIP
// as MODEL,PERMISSION,ROLE,CHANGE. Without it they are whole. mutations.py tries every cell, and wants some test to
// fail.
#include "core/policy/model.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace loggia::policy {

const Model& whole_operator_model();
const Model& whole_workspace_model();
const Model& whole_petcare_model();
const Model& whole_studio_model();

namespace {

[[noreturn]] void stop_at(std::string_view wrong) {
    std::fprintf(stderr, "LOGGIA_FLIP: nothing to flip in %.*s\n", static_cast<int>(wrong.size()), wrong.data());
    std::abort();
}

Cell flipped(const Cell& cell, const Model& model, Permission permission, std::string_view change) {
    if (change == "take") return {};
    if (change == "widen") return {Reach::all, cell.condition, cell.may_touch};
    if (change == "unconditional") return {cell.reach, Switch::none, cell.may_touch};
    if (change == "touch_all") return {cell.reach, cell.condition, model.staff_roles()};
    if (change != "give") stop_at(change);
    bool names_roles = false;
    for (std::size_t column = 0; column < model.columns().size(); ++column)
        names_roles = names_roles || !model.cell(permission, column).may_touch.empty();
    return {Reach::all, Switch::none, names_roles ? model.staff_roles() : RoleSet{}};
}

class FlippedModel {
public:
    explicit FlippedModel(const Model& whole)
        : m_cells(copied(whole)), m_model(whole.name(), whole.columns(), m_cells) {}

    [[nodiscard]] const Model& model() const { return m_model; }

private:
    static std::vector<Cell> copied(const Model& whole) {
        std::vector<Cell> cells;
        for (std::size_t row = 0; row < permission_count; ++row)
            for (std::size_t column = 0; column < whole.columns().size(); ++column)
                cells.push_back(whole.cell(static_cast<Permission>(row), column));
        const char* flip = std::getenv("LOGGIA_FLIP");
        if (flip != nullptr && part(flip, 0) == whole.name()) flip_one(cells, whole, flip);
        return cells;
    }

    static void flip_one(std::vector<Cell>& cells, const Model& whole, std::string_view flip) {
        const auto permission = permission_named(part(flip, 1));
        const auto role = role_named(part(flip, 2));
        const auto column = role ? whole.column_of(*role) : std::nullopt;
        if (!permission || !column) stop_at(flip);
        Cell& cell = cells[static_cast<std::size_t>(*permission) * whole.columns().size() + *column];
        const Cell other = flipped(cell, whole, *permission, part(flip, 3));
        if (other == cell) stop_at(flip);
        cell = other;
    }

    static std::string_view part(std::string_view flip, int number) {
        for (; number > 0; --number) flip.remove_prefix(std::min(flip.size(), flip.find(',') + 1));
        return flip.substr(0, flip.find(','));
    }

    std::vector<Cell> m_cells;
    Model m_model;
};

}  // namespace

const Model& operator_model() {
    static const FlippedModel made(whole_operator_model());
    return made.model();
}
const Model& workspace_model() {
    static const FlippedModel made(whole_workspace_model());
    return made.model();
}
const Model& petcare_model() {
    static const FlippedModel made(whole_petcare_model());
    return made.model();
}
const Model& studio_model() {
    static const FlippedModel made(whole_studio_model());
    return made.model();
}

}  // namespace loggia::policy
