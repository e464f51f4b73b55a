#pragma once

#include "core/policy/permission.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>

/// What makes the table in endpoints.h a table: rows that are types, found by name at compile time.
namespace loggia::api {

enum class Method { GET, POST };

/// Text as a template argument.
template <std::size_t Size> struct Name {
    char characters[Size]{};
    consteval Name(const char (&text)[Size]) { std::copy_n(text, Size, characters); }
    [[nodiscard]] constexpr std::string_view view() const { return {characters, Size - 1}; }
};

/// One row: what is asked for where, which permission it needs, what goes in and what comes out.
/// Path placeholders are fields of the request: "/api/bookings/{booking_id}".
template <Name name_, Method method_, Name path_, policy::Permission needs_, class Request_, class Response_>
struct Endpoint {
    static constexpr std::string_view name = name_.view();
    static constexpr Method method = method_;
    static constexpr std::string_view path = path_.view();
    static constexpr policy::Permission needs = needs_;
    using Request = Request_;
    using Response = Response_;
};

template <class... Rows> struct Catalogue {
    static constexpr std::size_t size = sizeof...(Rows);

    /// Calls `visit.operator()<Row>()` for each row, in order.
    template <class Visit> static constexpr void each(Visit&& visit) { (visit.template operator()<Rows>(), ...); }

    template <Name name> static constexpr bool has = ((Rows::name == name.view()) || ...);

    template <Name name> static constexpr std::size_t index_of = [] {
        static_assert(has<name>, "no such endpoint; the list is in core/api/endpoints.h");
        std::size_t index = 0;
        std::size_t found = size;
        ((Rows::name == name.view() ? found = index : found, ++index), ...);
        return found;
    }();

    template <Name name> using Find = std::tuple_element_t<index_of<name>, std::tuple<Rows...>>;

    /// No two rows share a name or a method and path.
    static consteval bool rows_differ() {
        constexpr std::string_view names[]{Rows::name...};
        constexpr std::string_view paths[]{Rows::path...};
        constexpr Method methods[]{Rows::method...};
        for (std::size_t i = 0; i < size; ++i)
            for (std::size_t j = i + 1; j < size; ++j)
                if (names[i] == names[j] || (paths[i] == paths[j] && methods[i] == methods[j])) return false;
        return true;
    }
};

}  // namespace loggia::api
