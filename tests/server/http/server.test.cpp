#include "server/http/server.h"

#include "server/http/address_limits.h"
#include "server/http/echo_server.h"
#include "server/http/raw_client.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <chrono>
#include <thread>
#include <vector>

using namespace loggia;
using namespace std::chrono_literals;
using testing::EchoServer;
using testing::get_request;
using testing::RawClient;

TEST_CASE("Requests sent in one go are answered one after the other") {
    EchoServer echo;
    RawClient client(echo.port());
    client.send(get_request("/1") + testing::post_request("/2", "two", "") + get_request("/3"));
    CHECK(client.receive().body == "GET /1 127.0.0.1 ");
    CHECK(client.receive().body == "POST /2 127.0.0.1 two");
    CHECK(client.receive().body == "GET /3 127.0.0.1 ");
}

TEST_CASE("A request may arrive byte by byte") {
    EchoServer echo;
    RawClient client(echo.port());
    for (const char byte : testing::post_request("/a", "body", "")) client.send({&byte, 1});
    CHECK(client.receive().body == "POST /a 127.0.0.1 body");
}

TEST_CASE("HEAD is answered as GET without the body") {
    EchoServer echo;
    RawClient client(echo.port());
    client.send("HEAD /a HTTP/1.1\r\nHost: localhost\r\n\r\n" + get_request("/b"));
    const auto head = client.receive(false);
    CHECK(head.status == 200);
    CHECK(head.header("content-length") == std::to_string(std::string_view("HEAD /a 127.0.0.1 ").size()));
    CHECK(client.receive().body == "GET /b 127.0.0.1 ");
}

TEST_CASE("A client that wants to close is obeyed") {
    EchoServer echo;
    RawClient client(echo.port());
    const auto response = client.exchange(get_request("/", "Connection: foo, Close\r\n"));
    CHECK(response.status == 200);
    CHECK(response.header("connection") == "close");
    CHECK(client.is_closed_within(2s));
}

TEST_CASE("An answer may come from another thread, and a forgotten one is a 500") {
    EchoServer echo;
    RawClient client(echo.port());
    CHECK(client.exchange(get_request("/later")).body == "later");
    CHECK(client.exchange(get_request("/forgotten")).status == 500);
    CHECK(client.exchange(get_request("/after")).status == 200);
}

TEST_CASE("A client that stops in the middle is not waited for") {
    http::ServerOptions options;
    options.timeouts.head = 1s;
    options.timeouts.body = 1s;
    options.timeouts.idle = 1s;
    EchoServer echo(options);
    RawClient silent(echo.port());
    RawClient half_a_head(echo.port());
    half_a_head.send("GET / HTTP/1.1\r\nHost:");
    RawClient half_a_body(echo.port());
    const std::string post = testing::post_request("/", "{}", "");
    half_a_body.send(post.substr(0, post.size() - 1));
    RawClient idle(echo.port());
    CHECK(idle.exchange(get_request("/")).status == 200);
    CHECK(silent.is_closed_within(4s));
    CHECK(half_a_head.is_closed_within(4s));
    CHECK(half_a_body.is_closed_within(4s));
    CHECK(idle.is_closed_within(4s));
}

TEST_CASE("An address has its share of connections, and gets it back") {
    http::ServerOptions options;
    options.connections_per_address = 3;
    EchoServer echo(options);
    {
        std::vector<RawClient> clients;
        for (int count = 0; count < 3; ++count) {
            clients.emplace_back(echo.port());
            CHECK(clients.back().exchange(get_request("/")).status == 200);
        }
        RawClient one_more(echo.port());
        CHECK(one_more.receive().status == 503);
    }
    int status = 0;
    for (int attempt = 0; attempt < 50 && status != 200; ++attempt) {
        std::this_thread::sleep_for(20ms);
        RawClient client(echo.port());
        status = client.exchange(get_request("/")).status;
    }
    CHECK(status == 200);
}

TEST_CASE("Addresses of one IPv6 network are one client") {
    CHECK(http::client_key("2001:db8:1:2::1") == http::client_key("2001:db8:1:2:ffff::9"));
    CHECK(http::client_key("2001:db8:1:2::1") != http::client_key("2001:db8:1:3::1"));
    CHECK(http::client_key("192.0.2.1") != http::client_key("192.0.2.2"));
}

TEST_CASE("An event stream says which number the business is at, and then each new one") {
    EchoServer echo;
    echo.server->announce(41);
    RawClient client(echo.port());
    client.send(get_request("/events"));
    const std::string head = client.receive_until("\r\n\r\n");
    CHECK(head.find("Content-Type: text/event-stream\r\n") != std::string::npos);
    CHECK(head.find("X-Accel-Buffering: no\r\n") != std::string::npos);
    CHECK(head.find("Cache-Control: no-store\r\n") != std::string::npos);
    CHECK(head.find("Content-Length") == std::string::npos);
    CHECK(client.receive_until("}\n\n") == "retry: 2000\n\nid: 41\ndata: {\"seq\":41}\n\n");
    echo.server->announce(42);
    CHECK(client.receive_until("}\n\n") == "id: 42\ndata: {\"seq\":42}\n\n");
}

TEST_CASE("A storm of changes is at most a message in 50 ms, and the last of them is the last change") {
    EchoServer echo;
    RawClient client(echo.port());
    client.send(get_request("/events"));
    client.receive_until("}\n\n");
    const auto began = std::chrono::steady_clock::now();
    for (int seq = 1; seq <= 10'000; ++seq) echo.server->announce(seq);
    const std::string messages = client.receive_until("{\"seq\":10000}\n\n");
    const auto intervals = (std::chrono::steady_clock::now() - began) / 50ms;
    // One at each end of the intervals.
    CHECK(std::ranges::count(messages, '{') <= intervals + 1);
}

TEST_CASE("Event streams of one address are counted, and one that went away no longer is") {
    http::ServerOptions options;
    options.streams_per_address = 1;
    EchoServer echo(options);
    {
        RawClient first(echo.port());
        first.send(get_request("/events"));
        first.receive_until("}\n\n");
        RawClient second(echo.port());
        CHECK(second.exchange(get_request("/events")).status == 503);
    }
    int status = 0;
    for (int attempt = 0; attempt < 50 && status != 200; ++attempt) {
        std::this_thread::sleep_for(20ms);
        RawClient client(echo.port());
        client.send(get_request("/events"));
        status = client.receive(false).status;
    }
    CHECK(status == 200);
}

TEST_CASE("Stopping answers what is in flight, ends the streams and closes what is idle") {
    EchoServer echo;
    RawClient idle(echo.port());
    CHECK(idle.exchange(get_request("/")).status == 200);
    RawClient stream(echo.port());
    stream.send(get_request("/events"));
    stream.receive_until("}\n\n");
    RawClient waiting(echo.port());
    waiting.send(get_request("/later"));
    std::this_thread::sleep_for(50ms);
    const auto before = std::chrono::steady_clock::now();
    std::jthread stopping([&] { echo.server->stop(); });
    const auto answer = waiting.receive();
    CHECK(answer.body == "later");
    CHECK(answer.header("connection") == "close");
    CHECK(idle.is_closed_within(2s));
    CHECK(stream.is_closed_within(2s));
    stopping.join();
    CHECK(std::chrono::steady_clock::now() - before < 3s);
}

TEST_CASE("A port that is taken, and an address that is none, are said plainly") {
    EchoServer echo;
    http::ServerOptions options;
    options.port = echo.port();
    const auto make = [] { return std::make_unique<testing::EchoApplication>(); };
    const auto taken = http::Server::start(options, make, echo.log);
    REQUIRE_FALSE(taken);
    CHECK(taken.error().message == "cannot listen on 127.0.0.1 port " + std::to_string(echo.port()) +
                                       ": another program has it; choose another with --port");
    options.address = "localhost";
    const auto no_address = http::Server::start(options, make, echo.log);
    REQUIRE_FALSE(no_address);
    CHECK(no_address.error().message == "localhost is not an IP address");
}

TEST_CASE("Many clients on several threads are all answered") {
    http::ServerOptions options;
    options.threads = 3;
    EchoServer echo(options);
    std::vector<std::jthread> threads;
    std::atomic<int> answered = 0;
    for (int thread = 0; thread < 8; ++thread)
        threads.emplace_back([&] {
            RawClient client(echo.port());
            for (int count = 0; count < 200; ++count)
                if (client.exchange(get_request("/")).status == 200) ++answered;
        });
    threads.clear();
    CHECK(answered == 1600);
}
