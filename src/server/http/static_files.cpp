#include "server/http/static_files.h"

#include "server/http/content_coding.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

namespace loggia::http {

namespace {

struct ContentType {
    std::string_view extension;
    std::string_view type;
};

constexpr std::array content_types{
    ContentType{".html",        "text/html; charset=utf-8"      },
    ContentType{".js",          "text/javascript; charset=utf-8"},
    ContentType{".mjs",         "text/javascript; charset=utf-8"},
    ContentType{".css",         "text/css; charset=utf-8"       },
    ContentType{".wasm",        "application/wasm"              },
    ContentType{".json",        "application/json"              },
    ContentType{".webmanifest", "application/manifest+json"     },
    ContentType{".svg",         "image/svg+xml"                 },
    ContentType{".png",         "image/png"                     },
    ContentType{".ico",         "image/x-icon"                  },
    ContentType{".webp",        "image/webp"                    },
    ContentType{".ttf",         "font/ttf"                      },
    ContentType{".woff2",       "font/woff2"                    },
    ContentType{".txt",         "text/plain; charset=utf-8"     },
    ContentType{".words",       "text/plain; charset=utf-8"     },
};

std::string_view content_type_of(std::string_view path) {
    for (const auto& [extension, type] : content_types)
        if (path.ends_with(extension)) return type;
    return "application/octet-stream";
}

/// "portal.0a1b2c3d.wasm", "portal-0a1b2c3d.js": a part of eight or more hexadecimal digits before the
/// extension.
bool carries_hash(std::string_view path) {
    const std::string_view name = path.substr(path.rfind('/') + 1);
    const std::size_t last_dot = name.rfind('.');
    if (last_dot == std::string_view::npos || last_dot == 0) return false;
    const std::size_t before = name.find_last_of(".-", last_dot - 1);
    if (before == std::string_view::npos) return false;
    const std::string_view part = name.substr(before + 1, last_dot - before - 1);
    return part.size() >= 8 && part.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string entity_tag_of(std::string_view bytes) {
    std::array<unsigned char, 16> digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size(), nullptr, 0);
    std::string tag(2 * digest.size() + 1, '\0');
    sodium_bin2hex(tag.data(), tag.size(), digest.data(), digest.size());
    tag.pop_back();
    return '"' + tag + '"';
}

std::string_view in_coding(std::string_view entity_tag, Coding coding, std::string& storage) {
    if (coding == Coding::identity) return entity_tag;
    storage.assign(entity_tag.substr(0, entity_tag.size() - 1));
    storage += coding == Coding::brotli ? "-br\"" : "-gz\"";
    return storage;
}

/// Weak comparison, as If-None-Match asks for.
bool matches(std::string_view if_none_match, std::string_view entity_tag) {
    return if_none_match == "*" ||
           (!if_none_match.empty() && if_none_match.find(entity_tag) != std::string_view::npos);
}

bool looks_like_a_page(std::string_view path) {
    return path.substr(path.rfind('/') + 1).find('.') == std::string_view::npos;
}

constexpr std::string_view no_portal_text =
    "The server runs; the portal is not built yet.\n\n"
    "Build it with   cmake --preset web && cmake --build --preset web\n"
    "and start with  loggia serve --site build/web/site   (tools/serve does both).\n";

constexpr std::string_view for_ever = "public, max-age=31536000, immutable";
constexpr std::string_view ask_every_time = "no-cache";

}  // namespace

StaticFiles::StaticFiles() {
    File page;
    page.content_type = "text/plain; charset=utf-8";
    page.cache_control = "no-store";
    page.identity = no_portal_text;
    page.entity_tag = "\"no-portal\"";
    m_files.emplace("/index.html", std::move(page));
}

Result<StaticFiles> StaticFiles::load(const std::filesystem::path& directory) {
    std::error_code failure;
    StaticFiles site;
    site.m_files.clear();
    const auto end = std::filesystem::recursive_directory_iterator{};
    for (auto entry = std::filesystem::recursive_directory_iterator(directory, failure); !failure && entry != end;
         entry.increment(failure)) {
        if (!entry->is_regular_file()) continue;
        std::ifstream stream(entry->path(), std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
        if (!stream) return fail(ErrorCode::invalid_input, "cannot read " + entry->path().string());
        std::string path = "/" + entry->path().lexically_relative(directory).generic_string();
        const bool is_brotli = path.ends_with(".br");
        const bool is_gzip = path.ends_with(".gz");
        if (is_brotli || is_gzip) path.resize(path.size() - 3);
        File& file = site.m_files[path];
        (is_brotli ? file.brotli : is_gzip ? file.gzip : file.identity) = std::move(bytes);
    }
    if (failure) return fail(ErrorCode::invalid_input, directory.string() + ": " + failure.message());
    if (!site.m_files.contains("/index.html"))
        return fail(ErrorCode::invalid_input, directory.string() + " holds no index.html: it is not a built portal");
    for (auto& [path, file] : site.m_files) {
        file.content_type = content_type_of(path);
        file.cache_control = carries_hash(path) ? for_ever : ask_every_time;
        file.entity_tag = entity_tag_of(file.identity);
    }
    return site;
}

std::string_view StaticFiles::text_of(const std::string& path) const {
    const auto file = m_files.find(path);
    return file == m_files.end() ? std::string_view{} : std::string_view(file->second.identity);
}

void StaticFiles::replace(const std::string& path, std::string text) {
    const auto file = m_files.find(path);
    if (file == m_files.end()) return;
    file->second.identity = std::move(text);
    file->second.brotli.clear();
    file->second.gzip.clear();
    file->second.entity_tag = entity_tag_of(file->second.identity);
}

Response StaticFiles::response_with(const File& file, int status, const Request& request) {
    const Coding coding = choose_coding(request.accept_encoding, {!file.brotli.empty(), !file.gzip.empty()});
    std::string storage;
    const std::string_view entity_tag = in_coding(file.entity_tag, coding, storage);
    const bool is_known = status == 200 && matches(request.if_none_match, entity_tag);
    const std::string& bytes = coding == Coding::brotli ? file.brotli
                               : coding == Coding::gzip ? file.gzip
                                                        : file.identity;
    Response response = is_known ? Response(304) : Response::fixed(status, file.content_type, bytes);
    if (!is_known && coding != Coding::identity)
        response.add_header("Content-Encoding", coding == Coding::brotli ? "br" : "gzip");
    if (!file.brotli.empty() || !file.gzip.empty()) response.add_header("Vary", "Accept-Encoding");
    response.add_header("ETag", entity_tag);
    response.cache_for(file.cache_control);
    response.name_route("file");
    return response;
}

bool StaticFiles::shows_page(std::string_view path) const {
    return path == "/" || (looks_like_a_page(path) && !m_files.contains(std::string(path)));
}

Response StaticFiles::answer(const Request& request) const {
    if (request.method == Method::post) {
        Response response = Response::refusal({405, "There is nothing here to post to.", {}});
        response.name_route("file");
        return response;
    }
    const std::string path = request.path == "/" ? "/index.html" : request.path;
    if (const auto file = m_files.find(path); file != m_files.end()) return response_with(file->second, 200, request);
    if (looks_like_a_page(path)) {
        const bool is_screen = !m_lookup || m_lookup(path) == RouteKind::screen;
        return response_with(m_files.at("/index.html"), is_screen ? 200 : 404, request);
    }
    Response response = Response::refusal({404, "There is no such file.", {}});
    response.name_route("file");
    return response;
}

}  // namespace loggia::http
