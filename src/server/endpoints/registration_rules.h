#pragma once

#include "core/api/messages.h"
#include "core/base/result.h"

#include <string>
#include <string_view>

/// What a registration has to satisfy. Each answers invalid_input with the field and a sentence about it.
namespace loggia::endpoints {

inline constexpr std::size_t most_dependents = 10;

[[nodiscard]] Result<std::string> checked_name(std::string_view name, std::string_view field);
/// Lower case, without blanks around it. Shape only: whether mail arrives there, only mail can tell.
[[nodiscard]] Result<std::string> checked_email(std::string_view email);
[[nodiscard]] Result<std::string> checked_phone(std::string_view phone);
/// Length, not composition; nothing that everybody tries first. `email` is a checked one.
[[nodiscard]] Result<api::Nothing> check_password(std::string_view password, std::string_view email,
                                                  std::string_view business_name);
[[nodiscard]] Result<api::NewDependent> checked_dependent(const api::NewDependent& dependent, Date today,
                                                          const std::string& field);

/// All of it: the registration as it is stored.
[[nodiscard]] Result<api::Registration> checked_registration(const api::Registration& registration,
                                                             std::string_view business_name, Date today);

}  // namespace loggia::endpoints
