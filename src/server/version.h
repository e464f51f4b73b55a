#pragma once

#include <string_view>

namespace loggia::server {

inline constexpr std::string_view version = LOGGIA_VERSION;

}  // namespace loggia::server
