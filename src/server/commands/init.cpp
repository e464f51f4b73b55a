#include "server/auth/passwords.h"
#include "server/commands/command.h"
#include "server/commands/options.h"
#include "server/storage/demo.h"
#include "server/storage/store.h"

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>

namespace loggia::server {

namespace {

constexpr std::string_view usage =
    "Usage: loggia init --database sqlite:PATH|postgres://… [--demo NAME] [--force]\n\n"
    "Creates the database, brings its tables up to date and, if wanted, loads a business to look at.\n"
    "A database that holds a business already is left alone unless --force empties it first.\n\n";

struct InitOptions {
    std::string database = "sqlite:loggia.sqlite";
    std::string demo;
    std::string demo_file;
    bool force = false;
};

Options options_into(InitOptions& init) {
    Options options;
    options.text("--database", storage::kinds_of_database, "Where the data is kept", init.database);
    options.choice("--demo", "Load this demo business", {storage::demo_names.begin(), storage::demo_names.end()},
                   init.demo);
    options.text("--demo-file", "PATH", "Load a demo business from this JSON file", init.demo_file);
    options.flag("--force", "Delete what the database holds", init.force);
    return options;
}

Result<BusinessId> load(storage::Store& store, const InitOptions& init) {
    const auth::Passwords passwords;
    const storage::PasswordHash password{passwords.hash(storage::demo_password)};
    if (password.text.empty()) return fail(ErrorCode::unavailable, "not enough memory to hash the demo password");
    const Instant now = std::chrono::floor<seconds>(std::chrono::system_clock::now());
    if (init.demo_file.empty()) return storage::load_demo(store, password, now, *storage::demo_named(init.demo));
    std::ifstream file(init.demo_file, std::ios::binary);
    if (!file) return fail(ErrorCode::invalid_input, "cannot read " + init.demo_file);
    const std::string json{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    return storage::load_demo(store, json, password, now);
}

Result<void> initialise(const InitOptions& init) {
    if (init.force) TRY(storage::empty_database(init.database));
    auto store = TRY(storage::Store::open(init.database, storage::Access::read_write));
    const auto businesses = TRY(store.businesses());
    if (!businesses.empty())
        return fail(ErrorCode::conflict, storage::shown(init.database) + " holds " + businesses.front().name +
                                             " already; --force empties it");
    if (!init.demo.empty() || !init.demo_file.empty()) TRY(load(store, init));
    return {};
}

}  // namespace

int init_command(std::span<const std::string_view> arguments) {
    InitOptions init;
    Options options = options_into(init);
    if (asks_for_help(arguments)) {
        std::printf("%.*s%s", static_cast<int>(usage.size()), usage.data(), options.help().c_str());
        return done;
    }
    if (const auto outcome = options.read(arguments); !outcome)
        return complain(outcome.error().message + "; loggia init --help lists the options", asked_wrongly);
    if (const auto outcome = initialise(init); !outcome) return complain(outcome.error().message, failed);
    std::printf("%s is ready\n", storage::shown(init.database).c_str());
    return done;
}

}  // namespace loggia::server
