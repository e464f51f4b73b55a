#pragma once

#include "server/http/request.h"
#include "server/http/response.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace loggia::server {

/// The style sheet of the HTML pages, in each business's colour. Made from the kit's own tables, so it can never lack
/// a class that a page uses.
class StyleSheets {
public:
    StyleSheets();

    /// Changes with its content.
    [[nodiscard]] std::string address_of(std::uint32_t brand) const;
    [[nodiscard]] bool owns(std::string_view path) const { return path == m_path; }
    [[nodiscard]] http::Response answer(const http::Request& request) const;

private:
    std::string m_path;
};

}  // namespace loggia::server
