#include "server/pages/style_sheets.h"

#include "server/http/gzip.h"
#include "ui/html/classes.h"

#include <charconv>

namespace loggia::server {

namespace {

constexpr std::uint32_t largest_colour = 0xffffff;

std::uint32_t brand_in(const http::Request& request) {
    std::uint32_t brand = 0;
    for (const auto& [name, value] : request.query)
        if (name == "brand") std::from_chars(value.data(), value.data() + value.size(), brand, 16);
    return brand <= largest_colour ? brand : 0;
}

std::string hex(std::uint32_t number) {
    char digits[8];
    return {digits, std::to_chars(digits, digits + sizeof digits, number, 16).ptr};
}

/// FNV-1a: enough to tell versions of our own file apart.
std::uint32_t hash_of(std::string_view text) {
    std::uint32_t hash = 2166136261U;
    for (const char byte : text) hash = (hash ^ static_cast<std::uint8_t>(byte)) * 16777619U;
    return hash;
}

}  // namespace

StyleSheets::StyleSheets() : m_path("/page." + hex(hash_of(ui::html::style_sheet(0))) + ".css") {}

std::string StyleSheets::address_of(std::uint32_t brand) const {
    return brand == 0 ? m_path : m_path + "?brand=" + hex(brand);
}

http::Response StyleSheets::answer(const http::Request& request) const {
    http::Response response =
        http::packed_response(200, "text/css; charset=utf-8", ui::html::style_sheet(brand_in(request)), request);
    response.add_header("Vary", "Accept-Encoding");
    response.cache_for("public, max-age=31536000, immutable");
    response.name_route("page_style");
    return response;
}

}  // namespace loggia::server
