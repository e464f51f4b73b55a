#include "server/path_pattern.h"

#include <algorithm>

namespace loggia::server {

std::vector<std::string_view> segments_of(std::string_view path) {
    std::vector<std::string_view> segments;
    path.remove_prefix(1);
    while (true) {
        const std::size_t slash = path.find('/');
        segments.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos) return segments;
        path.remove_prefix(slash + 1);
    }
}

bool is_placeholder(std::string_view segment) { return segment.starts_with('{'); }

bool fits(const std::vector<std::string_view>& pattern, const std::vector<std::string_view>& path) {
    return std::ranges::equal(pattern, path, [](std::string_view expected, std::string_view segment) {
        return is_placeholder(expected) ? !segment.empty() : expected == segment;
    });
}

}  // namespace loggia::server
