#pragma once

#include "core/api/json.h"
#include "server/http/raw_client.h"
#include "server/portal_server.h"
#include "server/storage/demo.h"
#include "support/temporary_database.h"

#include <catch2/catch_test_macros.hpp>

#include <memory>
#include <string>
#include <string_view>

/// The whole server over the demo business, asked over real connections as a page of ours asks.
namespace loggia::testing {

/// Without brakes, unless a test is about them.
[[nodiscard]] server::PortalServerOptions options_without_brakes();

class ServedDemo {
public:
    explicit ServedDemo(server::PortalServerOptions options = options_without_brakes(),
                        const storage::DemoBusiness& demo = storage::demo_businesses().front());

    [[nodiscard]] std::uint16_t port() const { return m_server->port(); }
    [[nodiscard]] std::string database() const { return m_database.address(); }
    void stop() { m_server->stop(); }

    /// `header_lines` each end in CR LF.
    [[nodiscard]] RawResponse get(std::string_view path, std::string_view header_lines = {}) const;
    /// With a fresh Idempotency-Key.
    [[nodiscard]] RawResponse post(std::string_view path, std::string_view body,
                                   std::string_view header_lines = {}) const;
    [[nodiscard]] RawResponse post_with_key(std::string_view path, std::string_view body, std::string_view key_line,
                                            std::string_view header_lines = {}) const;

    /// The Cookie line of a new session.
    [[nodiscard]] std::string sign_in(std::string_view email,
                                      std::string_view password = storage::demo_password) const;
    /// The Cookie line of the role's demo account; for a visitor none.
    [[nodiscard]] std::string cookie_of(policy::Role role) const;

    /// The number the business is at.
    [[nodiscard]] std::int64_t seq() const;

private:
    const storage::DemoBusiness& m_demo;
    testing::TemporaryDatabase m_database;
    http::RequestLog m_log;
    std::unique_ptr<server::PortalServer> m_server;
};

/// The Cookie line that a response with Set-Cookie leads to.
[[nodiscard]] std::string cookie_line(const RawResponse& response);

[[nodiscard]] std::string sign_in_body(std::string_view email, std::string_view password);

/// The decoded body; fails the test if it is something else.
template <class Message>
[[nodiscard]] Message body_of(const RawResponse& response) {
    INFO(response.body);
    auto message = api::decode<Message>(response.body);
    REQUIRE(message);
    return *std::move(message);
}

/// Holds and books the `number`th free time of the first service, as the client of the cookie.
[[nodiscard]] api::BookingView book(const ServedDemo& demo, const std::string& cookie, std::size_t number = 0);
/// A free time of the first service, in the next weeks.
[[nodiscard]] api::HoldRequest free_time(const ServedDemo& demo, std::size_t number = 0);

}  // namespace loggia::testing
