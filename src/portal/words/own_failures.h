#pragma once

#include <string_view>

/// Failures that the portal itself finds. They carry one of these in place of a sentence; Words::refusal words them.
namespace loggia::portal::own_failure {

inline constexpr std::string_view no_connection = "no_connection";
inline constexpr std::string_view server_trouble = "server_trouble";
inline constexpr std::string_view hold_is_over = "hold_is_over";

}  // namespace loggia::portal::own_failure
