#include "server/http/served_demo.h"

#include "core/base/civil.h"
#include "server/auth/passwords.h"

#include <fcntl.h>
#include <sodium.h>

#include <chrono>
#include <ranges>

namespace loggia::testing {

namespace {

constexpr double unlimited = 1e9;

/// Hashing is dear, and the same for all tests of a run.
const storage::PasswordHash& demo_password_hash() {
    static const storage::PasswordHash hash{[] {
        REQUIRE(sodium_init() >= 0);
        return auth::Passwords{}.hash(storage::demo_password);
    }()};
    return hash;
}

}  // namespace

server::PortalServerOptions options_without_brakes() {
    server::PortalServerOptions options;
    options.http.threads = 2;
    options.limits = {unlimited, unlimited, unlimited, 1'000'000};
    return options;
}

ServedDemo::ServedDemo(server::PortalServerOptions options, const storage::DemoBusiness& demo)
    : m_demo(demo), m_log(::open("/dev/null", O_WRONLY | O_CLOEXEC), http::RequestLog::Detail::requests) {
    {
        auto store = storage::Store::open(database(), storage::Access::read_write);
        REQUIRE(store);
        const Instant now = std::chrono::floor<seconds>(std::chrono::system_clock::now());
        REQUIRE(storage::load_demo(*store, demo_password_hash(), now, demo));
    }
    options.database = database();
    auto started = server::PortalServer::start(options, m_log);
    REQUIRE(started);
    m_server = *std::move(started);
}

RawResponse ServedDemo::get(std::string_view path, std::string_view header_lines) const {
    return RawClient(port()).exchange(get_request(path, header_lines));
}

RawResponse ServedDemo::post(std::string_view path, std::string_view body, std::string_view header_lines) const {
    return post_with_key(path, body, fresh_key_line(), header_lines);
}

RawResponse ServedDemo::post_with_key(std::string_view path, std::string_view body, std::string_view key_line,
                                      std::string_view header_lines) const {
    return RawClient(port()).exchange(post_request(path, body, std::string(key_line) + std::string(header_lines)));
}

std::string ServedDemo::sign_in(std::string_view email, std::string_view password) const {
    const auto response = post("/api/sessions", sign_in_body(email, password));
    INFO(response.body);
    REQUIRE(response.status == 200);
    return cookie_line(response);
}

std::string ServedDemo::cookie_of(policy::Role role) const {
    for (const auto& account : m_demo.accounts)
        if (account.role == role) return sign_in(account.email);
    return {};
}

std::int64_t ServedDemo::seq() const { return body_of<api::SessionView>(get("/api/session")).seq; }

std::string cookie_line(const RawResponse& response) {
    const std::string cookie = response.header("set-cookie");
    return "Cookie: " + cookie.substr(0, cookie.find(';')) + "\r\n";
}

std::string sign_in_body(std::string_view email, std::string_view password) {
    return api::encode(api::SignIn{std::string(email), std::string(password)});
}

api::HoldRequest free_time(const ServedDemo& demo, std::size_t number) {
    const auto services = body_of<api::ServiceList>(demo.get("/api/services"));
    const auto today = std::chrono::floor<days>(std::chrono::system_clock::now());
    const Date from{today + days{2}};
    const Date to{today + days{30}};
    const ServiceId service = services.services.front().id;
    const auto times =
        body_of<api::FreeTimesView>(demo.get("/api/free-times?service_id=" + std::to_string(service.value) +
                                             "&from=" + to_text(from) + "&to=" + to_text(to)));
    REQUIRE(times.times.size() > number);
    // Far apart, so that two of them never overlap.
    const std::size_t index = (number * 7) % times.times.size();
    return {service, times.times[index].person_id, times.times[index].starts_at};
}

api::BookingView book(const ServedDemo& demo, const std::string& cookie, std::size_t number) {
    const auto hold = body_of<api::HoldView>(demo.post("/api/holds", api::encode(free_time(demo, number)), cookie));
    return body_of<api::BookingView>(
        demo.post("/api/bookings", api::encode(api::BookingRequest{hold.id, hold.secret, {}}), cookie));
}

}  // namespace loggia::testing
