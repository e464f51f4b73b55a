#include "server/commands/command.h"
#include "server/storage/demo.h"

#include <cstdio>
#include <string>

namespace loggia::server {

int demo_accounts_command(std::span<const std::string_view> arguments) {
    if (asks_for_help(arguments)) {
        std::printf("Usage: loggia demo-accounts\n\nPrints one account for each role of the demo business, and the "
                    "password of all of them.\n");
        return done;
    }
    if (!arguments.empty())
        return complain("demo-accounts takes no options; loggia demo-accounts --help", asked_wrongly);
    for (const auto& account : storage::demo_accounts()) {
        const std::string line = std::string(policy::title_of(account.role));
        std::printf("%-14s %-28.*s %.*s\n", line.c_str(), static_cast<int>(account.email.size()),
                    account.email.data(), static_cast<int>(account.name.size()), account.name.data());
    }
    std::printf("\nPassword of all: %.*s\n", static_cast<int>(storage::demo_password.size()),
                storage::demo_password.data());
    return done;
}

}  // namespace loggia::server
