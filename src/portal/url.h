#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace loggia::portal {

/// A placeholder of a route or a part of a query, decoded. With an empty value it is left out of an address.
struct UrlParameter {
    std::string name;
    std::string value;

    bool operator==(const UrlParameter&) const = default;
};

/// RFC 3986: unreserved characters stay, all others are percent-encoded.
[[nodiscard]] std::string url_encoded(std::string_view text);

/// The other direction; a broken escape stays as it is.
[[nodiscard]] std::string url_decoded(std::string_view text);

/// "a=1&b=2"
[[nodiscard]] std::vector<UrlParameter> query_of(std::string_view query);

}  // namespace loggia::portal
