#pragma once

#include "core/base/result.h"
#include "server/http/request.h"
#include "server/http/response.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace loggia::http {

/// What the portal's routes say about a path; the server's other half of "routes are one table".
enum class RouteKind { screen, unknown };

/// The built portal, read once at the start and held in memory with its compressed forms. Answers never touch
/// the disk, so no path can lead out of the directory. Shared between threads: nothing changes after `load`.
class StaticFiles {
public:
    using RouteLookup = std::function<RouteKind(std::string_view path)>;

    /// Without a portal: every page says how to build one.
    StaticFiles();
    /// Reads everything below `directory`; "x.br" and "x.gz" become forms of "x". Names that carry a hash
    /// ("portal.0a1b2c3d.wasm") may be cached for ever.
    [[nodiscard]] static Result<StaticFiles> load(const std::filesystem::path& directory);

    /// Which paths are screens of the portal. Without it every path that looks like a page is one.
    void look_up_routes_with(RouteLookup lookup) { m_lookup = std::move(lookup); }

    /// What a file says; nothing if there is none. Another text in its place, before answers are given.
    [[nodiscard]] std::string_view text_of(const std::string& path) const;
    void replace(const std::string& path, std::string text);

    /// A file; the portal's page for a path that looks like a page (404 with the page where no screen is);
    /// else 404.
    [[nodiscard]] Response answer(const Request& request) const;

    /// Whether `answer` would give the portal's page.
    [[nodiscard]] bool shows_page(std::string_view path) const;
    /// The portal's page as it was built; it lives as long as this.
    [[nodiscard]] std::string_view page() const { return m_files.at("/index.html").identity; }

    [[nodiscard]] std::size_t file_count() const { return m_files.size(); }

private:
    struct File {
        std::string_view content_type;
        std::string_view cache_control;
        std::string entity_tag;  ///< quoted
        std::string identity;
        std::string brotli;
        std::string gzip;
    };

    [[nodiscard]] static Response response_with(const File& file, int status, const Request& request);

    std::unordered_map<std::string, File> m_files;  ///< by path, "/portal.js"
    RouteLookup m_lookup;
};

}  // namespace loggia::http
