#pragma once

#include <cstdint>
#include <string_view>

namespace loggia::portal {

/// The forms a language may have for a counted thing, as CLDR names them.
enum class Plural : std::uint8_t { zero, one, two, few, many, other };
inline constexpr std::size_t plural_forms = 6;

using PluralRule = Plural (*)(std::int64_t count);

/// How a language chooses among its forms for whole numbers; a language we have no rule for has only `other`.
[[nodiscard]] PluralRule plural_rule_of(std::string_view language);

}  // namespace loggia::portal
