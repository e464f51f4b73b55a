#pragma once

#include <span>
#include <string>
#include <string_view>

namespace loggia::server {

/// A word after `loggia`. `run` gets the arguments after it and returns the exit code: 0 done, 1 failed, 2
/// asked wrongly.
struct Command {
    std::string_view name;
    std::string_view summary;
    int (*run)(std::span<const std::string_view> arguments);
};

[[nodiscard]] int serve_command(std::span<const std::string_view> arguments);
[[nodiscard]] int init_command(std::span<const std::string_view> arguments);
[[nodiscard]] int demo_accounts_command(std::span<const std::string_view> arguments);
[[nodiscard]] int policy_command(std::span<const std::string_view> arguments);

inline constexpr Command commands[]{
    {"serve",         "Serve a business: the portal and its endpoints",    serve_command        },
    {"init",          "Create a database, with a demo business if wanted", init_command         },
    {"demo-accounts", "Print who can sign in to the demo business",        demo_accounts_command},
    {"policy",        "Ask who may do what, and why",                      policy_command       },
};

inline constexpr int done = 0;
inline constexpr int failed = 1;
inline constexpr int asked_wrongly = 2;

/// Prints "loggia: …" to standard error and returns `code`.
int complain(std::string_view message, int code);
/// Whether --help or -h is among them.
[[nodiscard]] bool asks_for_help(std::span<const std::string_view> arguments);

}  // namespace loggia::server
