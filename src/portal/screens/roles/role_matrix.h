#pragma once

#include "core/policy/model.h"
#include "portal/screens/roles/role_columns.h"
#include "portal/screens/screen.h"

#include <optional>
#include <string_view>
#include <vector>

namespace loggia::portal {

/// Which part of a model's matrix is shown.
struct MatrixView {
    const policy::Model* model;
    std::vector<RoleColumn> columns;
    std::vector<policy::Permission> permissions;
    std::optional<policy::Permission> opened;
};

/// The permissions whose words contain what is looked for; with `differing`, only those in which the columns differ.
enum class Rows : std::uint8_t { all, differing };
[[nodiscard]] std::vector<policy::Permission> rows_of(const Words& words, const policy::Model& model,
                                                      const std::vector<RoleColumn>& columns,
                                                      std::string_view looked_for, Rows rows);

/// The address that opens what is known of one permission.
[[nodiscard]] std::string permission_url(policy::Permission permission);

/// A row for each permission under the heads of their topics; on a phone one topic after the other, each to be
/// opened.
void draw_matrix(ui::Page& page, const Context& context, const MatrixView& view);

}  // namespace loggia::portal
