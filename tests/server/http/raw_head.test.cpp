#include "server/http/raw_head.h"

#include <catch2/catch_test_macros.hpp>

#include <string>

using loggia::http::HeadScan;
using loggia::http::longest_head;
using loggia::http::scan_head;
using enum HeadScan::State;

TEST_CASE("A head ends with its first empty line, and what follows is not part of it") {
    const std::string head = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    const auto scan = scan_head(head + "POST");
    CHECK(scan.state == complete);
    CHECK(scan.length == head.size());
}

TEST_CASE("A head is incomplete at every cut before its end") {
    const std::string head = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    for (std::size_t length = 0; length < head.size(); ++length)
        CHECK(scan_head(head.substr(0, length)).state == incomplete);
}

TEST_CASE("What two parsers could read in two ways is malformed") {
    const std::string_view heads[]{
        "GET / HTTP/1.1\nHost: a\n\n",
        "GET / HTTP/1.1\r\nHost: a\n\r\n",
        "GET / HTTP/1.1\rHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n\tb\r\n\r\n",
        std::string_view("GET / HTTP/1.1\r\nHost: a\0b\r\n\r\n", 30),
        "\r\nGET / HTTP/1.1\r\n\r\n",
        " GET / HTTP/1.1\r\n\r\n",
    };
    for (const auto head : heads) {
        INFO(head);
        CHECK(scan_head(head).state == malformed);
    }
}

TEST_CASE("A head without an end is too long at 16 KiB, and not before") {
    const std::string line = "GET / HTTP/1.1\r\nA: ";
    CHECK(scan_head(line + std::string(longest_head - line.size() - 1, 'a')).state == incomplete);
    CHECK(scan_head(line + std::string(longest_head - line.size(), 'a')).state == too_long);
}
