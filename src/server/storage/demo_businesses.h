#pragma once

#include "core/policy/role.h"

#include <array>
#include <span>
#include <string_view>

namespace loggia::storage {

inline constexpr std::string_view demo_password = "harbour-demo-2026";

struct DemoAccount {
    std::string_view email;
    std::string_view name;
    policy::Role role;  ///< the highest it has
};

/// One business to look at for each role model, named as its model.
struct DemoBusiness {
    std::string_view name;
    std::span<const DemoAccount> accounts;  ///< from the highest role to the lowest, each with `demo_password`
    std::string_view text;                  ///< assets/demo/<name>.json
};

inline constexpr std::array<std::string_view, 4> demo_names{"studio", "workspace", "operator", "petcare"};

/// In the order of `demo_names`.
[[nodiscard]] std::span<const DemoBusiness> demo_businesses();
/// None of that name: nothing.
[[nodiscard]] const DemoBusiness* demo_named(std::string_view name);

}  // namespace loggia::storage
