#include "server/commands/command.h"
#include "server/commands/options.h"
#include "server/portal_server.h"
#include "server/storage/driver.h"
#include "server/version.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <thread>

namespace loggia::server {

namespace {

constexpr std::string_view usage =
    "Usage: loggia serve --database sqlite:PATH|postgres://… [--site DIRECTORY] [OPTIONS]\n\n"
    "Serves one business: the portal's files, its endpoints and its event stream. SIGTERM and SIGINT stop it "
    "after\n"
    "what is in flight. Every option can also be set in the environment: --database as LOGGIA_DATABASE.\n\n";

constexpr timespec sweep_interval{15, 0};

/// As the options are written; see `settings_of` for what they become.
struct ServeOptions {
    std::string database = "sqlite:loggia.sqlite";
    std::string business;
    std::string site;
    std::string address = "127.0.0.1";
    std::int64_t port = 8080;
    std::int64_t threads = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::string> hosts;
    std::vector<std::string> proxies;
    std::int64_t connections = 10'000;
    std::int64_t connections_per_address = 256;
    std::int64_t streams_per_address = 256;
    std::int64_t sign_ins_per_minute = 20;
    std::int64_t registrations_per_minute = 30;
    std::int64_t holds_per_minute = 30;
    std::int64_t commit_group = 64;
    std::string log = "requests";
};

constexpr std::int64_t unlimited = 1'000'000'000;

Options options_into(ServeOptions& serve) {
    Options options;
    options.text("--database", storage::kinds_of_database, "Where the data is kept", serve.database);
    options.text("--business", "SLUG", "Which business of the database; not needed if there is only one",
                 serve.business);
    options.text("--site", "DIRECTORY", "The built portal", serve.site);
    options.text("--address", "IP", "The address to listen on", serve.address);
    options.number("--port", "The port to listen on; 0 takes any that is free", 0, 65535, serve.port);
    options.number("--threads", "Threads that answer requests", 1, 256, serve.threads);
    options.list("--host", "NAME",
                 "A host name to answer to, behind a proxy that speaks TLS; this machine's own names "
                 "(localhost) are always answered",
                 serve.hosts);
    options.list("--proxy", "IP", "A proxy whose X-Forwarded-For is believed", serve.proxies);
    options.number("--connections", "Most connections at once", 1, unlimited, serve.connections);
    options.number("--connections-per-address", "Most connections of one address", 1, unlimited,
                   serve.connections_per_address);
    options.number("--streams-per-address", "Most event streams of one address", 1, unlimited,
                   serve.streams_per_address);
    options.number("--sign-ins-per-minute", "Of one address", 1, unlimited, serve.sign_ins_per_minute);
    options.number("--registrations-per-minute", "Of one address", 1, unlimited, serve.registrations_per_minute);
    options.number("--holds-per-minute", "Of one address", 1, unlimited, serve.holds_per_minute);
    options.number("--commit-group", "Most changes that share one write to the disk", 1, 4096, serve.commit_group);
    options.choice("--log", "What is logged to standard error", {"requests", "failures", "nothing"}, serve.log);
    return options;
}

PortalServerOptions settings_of(const ServeOptions& serve) {
    PortalServerOptions settings;
    settings.database = serve.database;
    settings.business = serve.business;
    if (!serve.site.empty()) settings.site = serve.site;
    settings.http.address = serve.address;
    settings.http.port = static_cast<std::uint16_t>(serve.port);
    settings.http.threads = static_cast<int>(serve.threads);
    settings.http.guard.hosts = serve.hosts;
    settings.http.guard.trusted_proxies = serve.proxies;
    settings.http.connections = static_cast<std::size_t>(serve.connections);
    settings.http.connections_per_address = static_cast<std::size_t>(serve.connections_per_address);
    settings.http.streams_per_address = static_cast<std::size_t>(serve.streams_per_address);
    settings.limits.sign_ins_per_minute = static_cast<double>(serve.sign_ins_per_minute);
    settings.limits.registrations_per_minute = static_cast<double>(serve.registrations_per_minute);
    settings.limits.holds_per_minute = static_cast<double>(serve.holds_per_minute);
    settings.largest_commit_group = static_cast<std::size_t>(serve.commit_group);
    return settings;
}

http::RequestLog::Detail detail_of(std::string_view name) {
    if (name == "nothing") return http::RequestLog::Detail::nothing;
    return name == "failures" ? http::RequestLog::Detail::failures : http::RequestLog::Detail::requests;
}

/// Each connection is a file; the usual 1,024 would be the real limit otherwise.
void raise_file_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

/// Blocked in every thread, so that only `sigtimedwait` sees them.
sigset_t block_stop_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signals;
}

}  // namespace

int serve_command(std::span<const std::string_view> arguments) {
    ServeOptions serve;
    Options options = options_into(serve);
    if (asks_for_help(arguments)) {
        std::printf("%.*s%s", static_cast<int>(usage.size()), usage.data(), options.help().c_str());
        return done;
    }
    if (const auto outcome = options.read(arguments); !outcome)
        return complain(outcome.error().message + "; loggia serve --help lists the options", asked_wrongly);

    raise_file_limit();
    const sigset_t stop_signals = block_stop_signals();
    http::RequestLog log(STDERR_FILENO, detail_of(serve.log));
    auto server = PortalServer::start(settings_of(serve), log);
    if (!server) return complain(server.error().message, failed);
    std::printf("Loggia %s listens on http://%s:%d\n", std::string(version).c_str(),
                serve.address.find(':') == std::string::npos ? serve.address.c_str()
                                                             : ("[" + serve.address + "]").c_str(),
                static_cast<int>((*server)->port()));
    std::fflush(stdout);
    while (sigtimedwait(&stop_signals, nullptr, &sweep_interval) < 0) (*server)->sweep();
    log.event("event=stopping");
    (*server)->stop();
    log.event("event=stopped");
    return done;
}

}  // namespace loggia::server
