#pragma once

#include "server/http/server.h"

#include <catch2/catch_test_macros.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <utility>

/// A server whose application says what it was asked, so that tests see what passed the guard.
namespace loggia::testing {

class EchoApplication : public http::Application {
public:
    void answer(http::Request request, http::Reply reply) override {
        if (request.path == "/events") return reply(http::Response::event_stream());
        if (request.path == "/forgotten") return;
        if (request.path == "/later") {
            std::thread([reply = std::move(reply)]() mutable {
                std::this_thread::sleep_for(std::chrono::milliseconds(200));
                reply(http::Response::text(200, "later"));
            }).detach();
            return;
        }
        reply(http::Response::text(200, std::string(name_of(request.method)) + " " + request.path + " " +
                                            request.client_address + " " + request.body));
    }
};

struct EchoServer {
    explicit EchoServer(http::ServerOptions options = {})
        : log(::open("/dev/null", O_WRONLY | O_CLOEXEC), http::RequestLog::Detail::requests) {
        auto started = http::Server::start(options, [] { return std::make_unique<EchoApplication>(); }, log);
        REQUIRE(started);
        server = *std::move(started);
    }
    [[nodiscard]] std::uint16_t port() const { return server->port(); }

    http::RequestLog log;
    std::unique_ptr<http::Server> server;
};

}  // namespace loggia::testing
