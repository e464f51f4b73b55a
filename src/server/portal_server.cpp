#include "server/portal_server.h"

#include "portal/routes.h"
#include "server/endpoints.h"
#include "server/path_pattern.h"
#include "server/portal_application.h"
#include "server/storage/catalog.h"
#include "server/storage/follower.h"
#include "server/storage/sweep.h"
#include "server/web_manifest.h"

#include <sodium.h>

#include <algorithm>
#include <atomic>
#include <vector>

namespace loggia::server {

namespace {

Instant system_now() { return std::chrono::floor<seconds>(std::chrono::system_clock::now()); }

/// What the browser would show at the path, so that the status says the same.
http::RouteKind kind_of_route(std::string_view path) {
    const auto segments = segments_of(path);
    for (const auto& route : portal::routes)
        if (fits(segments_of(route.pattern), segments)) return http::RouteKind::screen;
    return http::RouteKind::unknown;
}

Result<BusinessId> chosen_business(storage::Store& store, const std::string& slug) {
    const auto businesses = TRY(store.businesses());
    if (businesses.empty())
        return fail(ErrorCode::invalid_input, "the database holds no business; loggia init --demo studio makes one");
    if (slug.empty() && businesses.size() == 1) return businesses.front().id;
    std::string names;
    for (const auto& business : businesses) {
        if (business.slug == slug) return business.id;
        names.append(names.empty() ? "" : ", ").append(business.slug);
    }
    return fail(ErrorCode::invalid_input, "--business takes one of " + names);
}

}  // namespace

struct PortalServer::State {
    State(const PortalServerOptions& options, http::RequestLog& request_log)
        : log(request_log),
          router(make_router()),
          limits(options.limits),
          clock(options.clock ? options.clock : system_now) {}

    /// A business that changes its name is called so on home screens after the next start.
    Result<std::size_t> name_manifest(storage::Store& reader) {
        const std::string path = "/manifest.webmanifest";
        const auto named = [&](const storage::BusinessReader& reading) -> Result<std::string> {
            return web_manifest(files.text_of(path), TRY(reading.catalog())->business);
        };
        files.replace(path, TRY(reader.read(business, named)));
        return files.file_count();
    }

    /// What another process writes is announced like our own.
    Result<void> follow_others(const std::string& database) {
        auto store = TRY(storage::Store::open(database, storage::Access::read_only));
        if (store.connection().dialect().listen.empty()) return {};
        following = std::make_unique<storage::Follower>(std::move(store), business,
                                                        [this](std::int64_t seq) { http->announce(seq); });
        follower = following.get();
        return {};
    }

    http::RequestLog& log;
    Router router;
    http::StaticFiles files;
    std::optional<PageFrame> frame;
    StyleSheets styles;
    auth::Passwords passwords;
    auth::HashingWorker hashing;
    auth::RateLimits limits;
    std::function<Instant()> clock;
    BusinessId business;
    std::unique_ptr<storage::Writer> writer;
    std::unique_ptr<storage::Follower> following;  ///< where other processes may write too
    std::atomic<storage::Follower*> follower = nullptr;
    // What the writer thread announces to; set once the sockets are there, and outlived by the writer's last
    // call.
    std::atomic<http::Server*> audience = nullptr;
    std::unique_ptr<http::Server> http;
    bool has_stopped = false;
};

PortalServer::PortalServer() = default;
PortalServer::~PortalServer() {
    if (m_state) stop();
}

Result<std::unique_ptr<PortalServer>> PortalServer::start(const PortalServerOptions& options, http::RequestLog& log) {
    if (sodium_init() < 0) return fail(ErrorCode::internal, "the system has no source of random numbers");
    std::unique_ptr<PortalServer> server(new PortalServer);
    server->m_state = std::make_unique<State>(options, log);
    State& state = *server->m_state;
    if (options.site) {
        state.files = TRY(http::StaticFiles::load(*options.site));
        state.files.look_up_routes_with(kind_of_route);
        state.frame = PageFrame::parse(state.files.page());
    }

    auto store = TRY(storage::Store::open(options.database, storage::Access::read_write));
    state.business = TRY(chosen_business(store, options.business));
    storage::Writer::Options writing;
    writing.largest_group = options.largest_commit_group;
    writing.published = [&state](BusinessId, std::int64_t seq) {
        if (http::Server* audience = state.audience) audience->announce(seq);
        if (storage::Follower* follower = state.follower) follower->tell();
    };
    writing.report = [&state](std::string_view message) {
        state.log.event("event=storage message=\"" + std::string(message) + "\"");
    };
    state.writer = std::make_unique<storage::Writer>(std::move(store), std::move(writing));

    std::vector<storage::Store> readers;
    for (int index = 0; index < std::max(1, options.http.threads); ++index)
        readers.push_back(TRY(storage::Store::open(options.database, storage::Access::read_only)));
    const auto seq =
        TRY(readers.front().read(state.business, [](const storage::BusinessReader& business) -> Result<std::int64_t> {
            return business.seq();
        }));
    TRY(state.name_manifest(readers.front()));
    const SharedServices shared{*state.writer, state.business, state.passwords,
                                state.hashing, state.limits,   state.clock};
    const auto make_application = [&]() -> std::unique_ptr<http::Application> {
        Services services{shared, std::move(readers.back()), {}};
        readers.pop_back();
        return std::make_unique<PortalApplication>(state.router, state.files, state.frame, state.styles, state.log,
                                                   std::move(services));
    };
    http::ServerOptions serving = options.http;
    if (state.frame)
        serving.guard.takes_form = [](std::string_view path) {
            return kind_of_route(path) == http::RouteKind::screen;
        };
    state.http = TRY(http::Server::start(serving, make_application, log));
    state.http->announce(seq);
    state.audience = state.http.get();
    TRY(state.follow_others(options.database));
    return server;
}

std::uint16_t PortalServer::port() const { return m_state->http->port(); }

void PortalServer::sweep() {
    m_state->writer->submit(
        m_state->business,
        [now = m_state->clock()](storage::BusinessWriter& business) { return storage::sweep(business, now); },
        [](const Result<std::int64_t>&) {});
}

void PortalServer::stop() {
    if (std::exchange(m_state->has_stopped, true)) return;
    // Requests in flight need the hashing worker and the writer until they are answered, so the sockets go
    // first; the http::Server object goes last, because answers that come too late are still handed to it.
    if (m_state->http) m_state->http->stop();
    m_state->hashing.stop();
    if (m_state->writer) m_state->writer->stop();
    // Nobody tells it anything any more, and it announces to sockets that are gone but not forgotten.
    if (m_state->following) m_state->following->stop();
}

}  // namespace loggia::server
