#include "server/storage/driver.h"
#include "server/storage/postgres_driver.h"
#include "server/storage/sqlite_driver.h"

#include <array>

namespace loggia::storage {

namespace {

struct Engine {
    std::string_view scheme;
    Outcome<std::unique_ptr<Driver>> (*open)(std::string_view connection_string, Access access);
};

constexpr std::array engines{
    Engine{"sqlite:",       open_sqlite  },
    Engine{"postgres://",   open_postgres},
    Engine{"postgresql://", open_postgres},
};

}  // namespace

Outcome<Opener> opener_of(std::string_view connection_string, Access access) {
    for (const auto& [scheme, open] : engines)
        if (connection_string.starts_with(scheme) && connection_string.size() > scheme.size())
            return Opener{[open, name = std::string{connection_string}, access] { return open(name, access); }};
    return failed(FailureKind::bug, "a database is named as sqlite:PATH or postgres://USER@HOST/NAME, not \"" +
                                        shown(connection_string) + "\"");
}

std::string shown(std::string_view connection_string) {
    std::string text{connection_string};
    // postgres://user:password@host/name?password=…
    const auto host = text.find('@');
    const auto user = text.find("://");
    if (user != std::string::npos && host != std::string::npos) {
        const auto colon = text.find(':', user + 3);
        if (colon < host) text.replace(colon + 1, text.rfind('@') - colon - 1, "…");
    }
    constexpr std::string_view parameter = "password=";
    for (auto at = text.find(parameter); at != std::string::npos; at = text.find(parameter, at + 1)) {
        const auto from = at + parameter.size();
        const auto to = std::min(text.find('&', from), text.size());
        text.replace(from, to - from, "…");
    }
    return text;
}

}  // namespace loggia::storage
