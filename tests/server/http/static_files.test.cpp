#include "server/http/static_files.h"
#include "server/http/content_coding.h"

#include <catch2/catch_test_macros.hpp>

#include <unistd.h>

#include <filesystem>
#include <fstream>

using namespace loggia;
using http::choose_coding;
using http::Coding;
using http::Request;
using http::StaticFiles;

namespace {

/// A built portal in a folder of its own.
class Site {
public:
    Site() : m_path(std::filesystem::temp_directory_path() / ("loggia-site-" + std::to_string(::getpid()))) {
        std::filesystem::remove_all(m_path);
        std::filesystem::create_directories(m_path / "fonts");
        write("index.html", "<!doctype html>");
        write("index.html.br", "page-br");
        write("portal.0a1b2c3d.wasm", "module");
        write("portal.0a1b2c3d.wasm.br", "module-br");
        write("portal.0a1b2c3d.wasm.gz", "module-gz");
        write("fonts/inter.ttf", "font");
    }
    ~Site() { std::filesystem::remove_all(m_path); }
    Site(const Site&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    void write(const std::string& name, std::string_view bytes) const {
        std::ofstream(m_path / name, std::ios::binary) << bytes;
    }
    std::filesystem::path m_path;
};

Request asking_for(std::string path, std::string accept_encoding = {}) {
    Request request;
    request.path = std::move(path);
    request.accept_encoding = std::move(accept_encoding);
    return request;
}

std::string entity_tag_of(const http::Response& response) {
    const std::string lines(response.header_lines());
    const std::size_t start = lines.find("ETag: ") + 6;
    return lines.substr(start, lines.find("\r\n", start) - start);
}

}  // namespace

TEST_CASE("Brotli goes before gzip before the plain file, as far as the browser accepts and we have it") {
    struct Row {
        std::string_view accept_encoding;
        http::Codings available;
        Coding chosen;
    };
    const Row rows[]{
        {"",                        {true, true},  Coding::identity},
        {"gzip, deflate, br",       {true, true},  Coding::brotli  },
        {"gzip, deflate, br",       {false, true}, Coding::gzip    },
        {"gzip",                    {true, true},  Coding::gzip    },
        {"br;q=0, gzip",            {true, true},  Coding::gzip    },
        {"br; q=0.000, gzip;q=0.0", {true, true},  Coding::identity},
        {"br;q=0.1, gzip;q=1",      {true, true},  Coding::brotli  },
        {"*",                       {true, true},  Coding::brotli  },
        {"*;q=0",                   {true, true},  Coding::identity},
        {"*;q=0, gzip",             {true, true},  Coding::gzip    },
        {"BR",                      {true, true},  Coding::brotli  },
        {"brotli",                  {true, true},  Coding::identity},
        {"identity",                {true, true},  Coding::identity},
        {"gzip;q=, br;;;",          {true, true},  Coding::brotli  },
    };
    for (const auto& row : rows) {
        INFO(row.accept_encoding);
        CHECK(choose_coding(row.accept_encoding, row.available) == row.chosen);
    }
}

TEST_CASE("A file is served in the best form, with a tag of its own for each form") {
    const Site site;
    const auto files = StaticFiles::load(site.path());
    REQUIRE(files);
    CHECK(files->file_count() == 3);
    const auto plain = files->answer(asking_for("/portal.0a1b2c3d.wasm"));
    const auto brotli = files->answer(asking_for("/portal.0a1b2c3d.wasm", "br"));
    CHECK(plain.body() == "module");
    CHECK(brotli.body() == "module-br");
    CHECK(files->answer(asking_for("/portal.0a1b2c3d.wasm", "gzip")).body() == "module-gz");
    CHECK(brotli.header_lines().find("Content-Encoding: br\r\n") != std::string_view::npos);
    CHECK(brotli.header_lines().find("Vary: Accept-Encoding\r\n") != std::string_view::npos);
    CHECK(brotli.header_lines().find("Content-Type: application/wasm\r\n") != std::string_view::npos);
    CHECK(entity_tag_of(plain) != entity_tag_of(brotli));
}

TEST_CASE("A file the browser already has is not sent again") {
    const Site site;
    const auto files = StaticFiles::load(site.path());
    REQUIRE(files);
    Request request = asking_for("/fonts/inter.ttf");
    const std::string tag = entity_tag_of(files->answer(request));
    for (const std::string& wish : {tag, "W/" + tag, "\"other\", " + tag, std::string("*")}) {
        request.if_none_match = wish;
        const auto answer = files->answer(request);
        CHECK(answer.status() == 304);
        CHECK(answer.body().empty());
    }
    request.if_none_match = "\"other\"";
    CHECK(files->answer(request).status() == 200);
}

TEST_CASE("Names with a hash are kept for ever, the page is asked for every time") {
    const Site site;
    const auto files = StaticFiles::load(site.path());
    REQUIRE(files);
    const auto head = [&](const char* path) { return files->answer(asking_for(path)).head(true, false, ""); };
    CHECK(head("/portal.0a1b2c3d.wasm").find("Cache-Control: public, max-age=31536000, immutable\r\n") !=
          std::string::npos);
    CHECK(head("/").find("Cache-Control: no-cache\r\n") != std::string::npos);
    CHECK(head("/fonts/inter.ttf").find("Cache-Control: no-cache\r\n") != std::string::npos);
}

TEST_CASE("Every path that looks like a page is the portal's page; a missing file is not found") {
    const Site site;
    auto files = StaticFiles::load(site.path());
    REQUIRE(files);
    for (const char* path : {"/", "/book", "/bookings/42"}) {
        const auto answer = files->answer(asking_for(path));
        CHECK(answer.status() == 200);
        CHECK(answer.body() == "<!doctype html>");
    }
    CHECK(files->answer(asking_for("/missing.js")).status() == 404);
    CHECK(files->answer(asking_for("/portal.0a1b2c3d.wasm.br")).status() == 404);

    files->look_up_routes_with([](std::string_view path) {
        return path == "/book" || path == "/index.html" ? http::RouteKind::screen : http::RouteKind::unknown;
    });
    CHECK(files->answer(asking_for("/book")).status() == 200);
    const auto unknown = files->answer(asking_for("/nowhere"));
    CHECK(unknown.status() == 404);
    CHECK(unknown.body() == "<!doctype html>");
}

TEST_CASE("A folder that holds no portal is refused, and without one every page says how to build it") {
    CHECK_FALSE(StaticFiles::load("/nonexistent"));
    const Site site;
    CHECK_FALSE(StaticFiles::load(site.path() / "fonts"));
    const StaticFiles none;
    const auto answer = none.answer(asking_for("/book"));
    CHECK(answer.status() == 200);
    CHECK(answer.body().find("loggia serve --site") != std::string_view::npos);
}
