#pragma once

#include "core/policy/grant.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace loggia::policy {

/// One role of a model and what its people call it.
struct Column {
    Role role;
    std::string_view title;   ///< "Limited staff"
    std::string_view plural;  ///< completes "Only … can"
};

/// Who may do what, as a business runs it: a matrix with a row for each permission and a column for each role, from
/// least to most. Columns 0 and 1 are always the visitor and the client. The tables are in models/.
class Model {
public:
    constexpr Model(std::string_view name, std::span<const Column> columns, std::span<const Cell> cells)
        : m_name(name), m_columns(columns), m_cells(cells) {}

    [[nodiscard]] constexpr std::string_view name() const { return m_name; }
    [[nodiscard]] constexpr std::span<const Column> columns() const { return m_columns; }
    [[nodiscard]] constexpr const Cell& cell(Permission permission, std::size_t column) const {
        return m_cells[static_cast<std::size_t>(permission) * m_columns.size() + column];
    }
    /// The cells of a permission, one for each column.
    [[nodiscard]] constexpr std::span<const Cell> row(Permission permission) const {
        return m_cells.subspan(static_cast<std::size_t>(permission) * m_columns.size(), m_columns.size());
    }
    /// None if the model does not have the role.
    [[nodiscard]] std::optional<std::size_t> column_of(Role role) const;
    [[nodiscard]] Cell cell(Permission permission, Role role) const;
    [[nodiscard]] RoleSet roles() const;
    [[nodiscard]] RoleSet staff_roles() const;
    /// The greatest of them; the visitor if the model has none of them.
    [[nodiscard]] Role leading(RoleSet roles) const;
    /// What a new member of the team begins with: the lowest staff role that is not bound to a plan.
    [[nodiscard]] Role entry_role() const { return m_columns[2].role; }
    /// Who owns the business: the last column.
    [[nodiscard]] Role owner_role() const { return m_columns.back().role; }

private:
    std::string_view m_name;
    std::span<const Column> m_columns;
    std::span<const Cell> m_cells;
};

[[nodiscard]] const Model& operator_model();
[[nodiscard]] const Model& workspace_model();
[[nodiscard]] const Model& petcare_model();
[[nodiscard]] const Model& studio_model();

[[nodiscard]] std::span<const Model* const> all_models();
[[nodiscard]] const Model* model_named(std::string_view name);

/// Every grant of the model, in table order.
[[nodiscard]] std::vector<Grant> grants_of(const Model& model);

}  // namespace loggia::policy
