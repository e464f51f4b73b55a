#include "server/web_manifest.h"

namespace loggia::server {

namespace {

/// As JSON writes it. Control characters, which no name has, are left out.
std::string quoted(std::string_view text) {
    std::string json = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') json += '\\';
        if (static_cast<unsigned char>(letter) >= 0x20) json += letter;
    }
    return json + '"';
}

/// Sets a member of the outermost object, whose members are indented by two blanks.
void set(std::string& manifest, std::string_view member, std::string_view value) {
    const std::string start = "\n  " + quoted(member) + ": \"";
    const auto from = manifest.find(start);
    if (from == std::string::npos) return;
    const auto value_at = from + start.size() - 1;
    const auto end = manifest.find('"', value_at + 1);
    if (end != std::string::npos) manifest.replace(value_at, end + 1 - value_at, quoted(value));
}

bool is_colour(std::string_view text) {
    return text.size() == 7 && text.front() == '#' &&
           text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

}  // namespace

std::string web_manifest(std::string_view built, const domain::Business& business) {
    std::string manifest(built);
    set(manifest, "name", business.name);
    set(manifest, "short_name", business.short_name.empty() ? business.name : business.short_name);
    if (is_colour(business.brand_color)) set(manifest, "theme_color", business.brand_color);
    return manifest;
}

}  // namespace loggia::server
