#include "server/commands/command.h"

#include <algorithm>
#include <cstdio>

namespace loggia::server {

int complain(std::string_view message, int code) {
    std::fprintf(stderr, "loggia: %.*s\n", static_cast<int>(message.size()), message.data());
    return code;
}

bool asks_for_help(std::span<const std::string_view> arguments) {
    return std::ranges::any_of(arguments,
                               [](std::string_view argument) { return argument == "--help" || argument == "-h"; });
}

}  // namespace loggia::server
