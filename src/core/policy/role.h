#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace loggia::policy {

/// The roles of all models; a business uses those of its own model. See models/ for who they are.
enum class Role : std::uint8_t {
    visitor,
    client,
    limited_staff,
    staff,
    manager,
    owner,
    service_provider,
    administrator,
    member,
    service_supporter,
    service_performer,
    admin,
    owner_admin,
};

inline constexpr std::array all_roles{
    Role::visitor,
    Role::client,
    Role::limited_staff,
    Role::staff,
    Role::manager,
    Role::owner,
    Role::service_provider,
    Role::administrator,
    Role::member,
    Role::service_supporter,
    Role::service_performer,
    Role::admin,
    Role::owner_admin,
};

/// Wire and database name: "limited_staff".
[[nodiscard]] std::string_view name_of(Role role);
/// For people, where no model says it better: "Limited staff".
[[nodiscard]] std::string_view title_of(Role role);
[[nodiscard]] std::optional<Role> role_named(std::string_view name);

class RoleSet {
public:
    constexpr RoleSet() = default;
    constexpr RoleSet(std::initializer_list<Role> roles) {
        for (Role role : roles) add(role);
    }

    constexpr void add(Role role) { m_bits = static_cast<std::uint16_t>(m_bits | bit(role)); }
    constexpr void add(RoleSet others) { m_bits = static_cast<std::uint16_t>(m_bits | others.m_bits); }
    constexpr void flip(Role role) { m_bits = static_cast<std::uint16_t>(m_bits ^ bit(role)); }
    [[nodiscard]] constexpr bool has(Role role) const { return (m_bits & bit(role)) != 0; }
    [[nodiscard]] constexpr bool empty() const { return m_bits == 0; }
    [[nodiscard]] constexpr int count() const { return std::popcount(m_bits); }
    /// Whether every one of `others` is among these.
    [[nodiscard]] constexpr bool covers(RoleSet others) const { return (others.m_bits & ~m_bits) == 0; }
    /// Whether any of `others` is among these.
    [[nodiscard]] constexpr bool has_any_of(RoleSet others) const { return (m_bits & others.m_bits) != 0; }
    constexpr bool operator==(const RoleSet&) const = default;

private:
    static constexpr std::uint16_t bit(Role role) {
        return static_cast<std::uint16_t>(1U << static_cast<unsigned>(role));
    }
    std::uint16_t m_bits = 0;
};

[[nodiscard]] RoleSet set_of(std::span<const Role> roles);
/// From least to most.
[[nodiscard]] std::vector<Role> list_of(RoleSet roles);

/// As they are kept: "limited_staff staff". Reading passes over what names no role.
[[nodiscard]] std::string names_of(RoleSet roles);
[[nodiscard]] RoleSet roles_in(std::string_view names);

/// Whether any of them works for the business.
[[nodiscard]] constexpr bool is_staff(RoleSet roles) { return !RoleSet{Role::visitor, Role::client}.covers(roles); }

}  // namespace loggia::policy
