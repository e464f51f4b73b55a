#include "server/commands/command.h"
#include "server/storage/demo.h"

#include <cstdio>
#include <string>

namespace loggia::server {

namespace {

std::string names() {
    std::string text;
    for (const std::string_view name : storage::demo_names) text.append(text.empty() ? "" : ", ").append(name);
    return text;
}

}  // namespace

int demo_accounts_command(std::span<const std::string_view> arguments) {
    if (asks_for_help(arguments)) {
        std::printf("Usage: loggia demo-accounts [NAME]\n\nPrints one account for each role of a demo business, and "
                    "the password of all of them.\nThe businesses: %s; studio unless named.\n",
                    names().c_str());
        return done;
    }
    const auto* demo = storage::demo_named(arguments.empty() ? storage::demo_names.front() : arguments.front());
    if (arguments.size() > 1)
        return complain("demo-accounts takes one name; loggia demo-accounts --help", asked_wrongly);
    if (demo == nullptr)
        return complain("there is no demo '" + std::string(arguments.front()) + "'; there are " + names(),
                        asked_wrongly);
    for (const auto& account : demo->accounts) {
        const std::string line = std::string(policy::title_of(account.role));
        std::printf("%-17s %-28.*s %.*s\n", line.c_str(), static_cast<int>(account.email.size()),
                    account.email.data(), static_cast<int>(account.name.size()), account.name.data());
    }
    std::printf("\nPassword of all: %.*s\n", static_cast<int>(storage::demo_password.size()),
                storage::demo_password.data());
    return done;
}

}  // namespace loggia::server
