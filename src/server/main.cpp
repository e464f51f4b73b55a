#include "server/commands/command.h"
#include "server/version.h"

#include <sodium.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace loggia::server;

void print_help() {
    std::printf("Loggia: a booking portal and its server.\n\nUsage: loggia COMMAND [OPTIONS]\n\n");
    for (const Command& command : commands)
        std::printf("  %-15s %s\n", std::string(command.name).c_str(), std::string(command.summary).c_str());
    std::printf("\n  --version       Print the version\n  --help          Print this; after a command, its "
                "options\n");
}

}  // namespace

int main(int count, char** values) {
    if (sodium_init() < 0) return complain("the system has no source of random numbers", failed);
    const std::vector<std::string_view> arguments(values + 1, values + count);
    if (arguments.empty() || arguments.front() == "--help" || arguments.front() == "-h") {
        print_help();
        return arguments.empty() ? asked_wrongly : done;
    }
    if (arguments.front() == "--version") {
        std::printf("loggia %s\n", std::string(version).c_str());
        return done;
    }
    const auto* command = std::ranges::find(commands, arguments.front(), &Command::name);
    if (command == std::end(commands))
        return complain("there is no command \"" + std::string(arguments.front()) + "\"; loggia --help lists them",
                        asked_wrongly);
    return command->run(std::span(arguments).subspan(1));
}
