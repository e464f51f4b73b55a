#include "portal/screens/roles/cell_options.h"

#include <algorithm>

namespace loggia::portal {

std::vector<policy::Cell> cells_to_give(const policy::Actor& author, policy::Permission permission) {
    std::vector<policy::Cell> cells{policy::Cell{}};
    for (const policy::Column& column : author.model->columns()) {
        const policy::Cell cell = author.model->cell(permission, column.role);
        if (std::ranges::find(cells, cell) == cells.end() && policy::may_give(author, permission, cell))
            cells.push_back(cell);
    }
    return cells;
}

std::optional<policy::Cell> least_to_give(const policy::Actor& author, policy::Permission permission) {
    for (const policy::Cell& cell : cells_to_give(author, permission))
        if (cell.reach != policy::Reach::none && author.switches.is_on(cell.condition)) return cell;
    return std::nullopt;
}

}  // namespace loggia::portal
