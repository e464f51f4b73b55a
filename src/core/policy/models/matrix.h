#pragma once

#include "core/policy/model.h"

#include <array>
#include <initializer_list>

/// What every model's table is made of, and the laws that all of them keep.
namespace loggia::policy::models {

template <std::size_t columns>
struct Row {
    Permission permission;
    std::array<Cell, columns> cells;
};

template <std::size_t columns>
using Matrix = std::array<Row<columns>, permission_count>;

template <std::size_t columns>
consteval auto flat(const Matrix<columns>& matrix) {
    std::array<Cell, permission_count * columns> cells{};
    for (std::size_t row = 0; row < permission_count; ++row)
        for (std::size_t column = 0; column < columns; ++column)
            cells[row * columns + column] = matrix[row].cells[column];
    return cells;
}

consteval bool is_among(Permission permission, std::initializer_list<Permission> those) {
    for (const Permission one : those)
        if (one == permission) return true;
    return false;
}

template <std::size_t columns>
consteval bool has_one_row_per_permission_in_order(const Matrix<columns>& matrix) {
    for (std::size_t i = 0; i < permission_count; ++i)
        if (matrix[i].permission != static_cast<Permission>(i)) return false;
    return true;
}

/// Whatever the lesser tier may, the greater may as well, or itself as a client; the exceptions are named.
template <std::size_t columns>
consteval bool tier_covers(const Matrix<columns>& matrix, std::size_t greater, std::size_t lesser,
                           std::initializer_list<Permission> exceptions = {}) {
    for (const Row<columns>& row : matrix) {
        const bool is_covered =
            covers(row.cells[greater], row.cells[lesser]) || covers(row.cells[1], row.cells[lesser]);
        if (is_covered == is_among(row.permission, exceptions)) return false;
    }
    return true;
}

/// A visitor looks around and comes in, and reads no record of anybody.
template <std::size_t columns>
consteval bool visitors_only_look_around_and_come_in(const Matrix<columns>& matrix) {
    using enum Permission;
    for (const Row<columns>& row : matrix) {
        const bool is_theirs =
            is_among(row.permission,
                     {browse_business, browse_services, browse_staff, browse_free_times, sign_in, recover_password,
                      register_client, view_own_session, follow_changes, view_help, hold_time});
        if (row.cells[0] != Cell{is_theirs ? Reach::all : Reach::none}) return false;
    }
    return true;
}

/// Registering is for visitors: whoever is somebody already does not become somebody else.
template <std::size_t columns>
consteval bool only_visitors_register(const Matrix<columns>& matrix) {
    const Row<columns>& row = matrix[static_cast<std::size_t>(Permission::register_client)];
    for (std::size_t column = 1; column < columns; ++column)
        if (row.cells[column].reach != Reach::none) return false;
    return row.cells[0].reach == Reach::all;
}

/// Being a client opens one's own records and nobody else's.
template <std::size_t columns>
consteval bool clients_reach_no_further_than_their_own(const Matrix<columns>& matrix) {
    for (const Row<columns>& row : matrix) {
        const Reach reach = row.cells[1].reach;
        if (row.cells[0].reach == Reach::none && reach != Reach::none && reach != Reach::own) return false;
    }
    return true;
}

constexpr std::initializer_list<Permission> about_roles{Permission::create_staff,   Permission::edit_staff,
                                                        Permission::remove_staff,   Permission::assign_roles,
                                                        Permission::view_pay_rates, Permission::edit_pay_rates};

/// Whoever may touch people says whom, and nothing else names roles.
template <std::size_t columns>
consteval bool grants_about_people_name_whom_they_touch(const Matrix<columns>& matrix) {
    for (const Row<columns>& row : matrix)
        for (const Cell& cell : row.cells)
            if (cell.may_touch.empty() != (cell.reach == Reach::none || !is_among(row.permission, about_roles)))
                return false;
    return true;
}

/// Nobody gives a role to whom they could not add: giving roles is no way around adding people.
template <std::size_t columns>
consteval bool nobody_assigns_beyond_whom_they_edit(const Matrix<columns>& matrix) {
    const auto& assign = matrix[static_cast<std::size_t>(Permission::assign_roles)].cells;
    const auto& edit = matrix[static_cast<std::size_t>(Permission::edit_staff)].cells;
    for (std::size_t column = 0; column < columns; ++column)
        if (!edit[column].may_touch.covers(assign[column].may_touch)) return false;
    return true;
}

template <std::size_t columns>
consteval bool keeps_the_common_laws(const Matrix<columns>& matrix) {
    return has_one_row_per_permission_in_order(matrix) && visitors_only_look_around_and_come_in(matrix) &&
           only_visitors_register(matrix) && clients_reach_no_further_than_their_own(matrix) &&
           grants_about_people_name_whom_they_touch(matrix) && nobody_assigns_beyond_whom_they_edit(matrix);
}

}  // namespace loggia::policy::models
