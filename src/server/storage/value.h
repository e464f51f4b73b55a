#pragma once

#include "core/base/id.h"
#include "core/base/time.h"

#include <chrono>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

/// What a parameter can be, and how the types of the program become one.
namespace loggia::storage {

/// The two types of column that there are.
enum class ValueType { integer, text };

/// PostgreSQL wants to know what it is that is not there.
struct Null {
    ValueType type = ValueType::integer;
};

using Value = std::variant<Null, std::int64_t, std::string_view>;

[[nodiscard]] inline ValueType type_of(const Value& value) {
    if (const auto* null = std::get_if<Null>(&value)) return null->type;
    return std::holds_alternative<std::int64_t>(value) ? ValueType::integer : ValueType::text;
}

[[nodiscard]] inline Value value_of(std::int64_t number) { return number; }
[[nodiscard]] inline Value value_of(int number) { return std::int64_t{number}; }
[[nodiscard]] inline Value value_of(bool flag) { return std::int64_t{flag ? 1 : 0}; }
[[nodiscard]] inline Value value_of(std::string_view text) { return text; }
[[nodiscard]] inline Value value_of(const std::string& text) { return std::string_view{text}; }
[[nodiscard]] inline Value value_of(const char* text) { return std::string_view{text}; }
template <class Kind>
[[nodiscard]] Value value_of(Id<Kind> id) {
    return id.value;
}
[[nodiscard]] inline Value value_of(Instant moment) { return unix_seconds(moment); }
[[nodiscard]] inline Value value_of(Date date) { return std::int64_t{day_of(date).time_since_epoch().count()}; }
[[nodiscard]] inline Value value_of(minutes length) { return std::int64_t{length.count()}; }
template <class T>
[[nodiscard]] Value value_of(const std::optional<T>& value) {
    constexpr auto type = std::convertible_to<T, std::string_view> ? ValueType::text : ValueType::integer;
    return value ? value_of(*value) : Value{Null{type}};
}

}  // namespace loggia::storage
