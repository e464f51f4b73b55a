#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace loggia::policy {

/// The roles of the `studio` model, from least to most.
enum class Role : std::uint8_t { visitor, client, limited_staff, staff, manager, owner };

inline constexpr std::array all_roles{Role::visitor, Role::client,  Role::limited_staff,
                                      Role::staff,   Role::manager, Role::owner};

/// Wire and database name: "limited_staff".
[[nodiscard]] std::string_view name_of(Role role);
/// For people: "Limited staff".
[[nodiscard]] std::string_view title_of(Role role);
[[nodiscard]] std::optional<Role> role_named(std::string_view name);

class RoleSet {
public:
    constexpr RoleSet() = default;
    constexpr RoleSet(std::initializer_list<Role> roles) {
        for (Role role : roles) add(role);
    }

    constexpr void add(Role role) { m_bits = static_cast<std::uint8_t>(m_bits | bit(role)); }
    [[nodiscard]] constexpr bool has(Role role) const { return (m_bits & bit(role)) != 0; }
    [[nodiscard]] constexpr bool empty() const { return m_bits == 0; }
    constexpr bool operator==(const RoleSet&) const = default;

private:
    static constexpr std::uint8_t bit(Role role) {
        return static_cast<std::uint8_t>(1U << static_cast<unsigned>(role));
    }
    std::uint8_t m_bits = 0;
};

/// Whether any of them works for the business.
[[nodiscard]] constexpr bool is_staff(RoleSet roles) {
    return roles.has(Role::limited_staff) || roles.has(Role::staff) || roles.has(Role::manager) ||
           roles.has(Role::owner);
}

}  // namespace loggia::policy
