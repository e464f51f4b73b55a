#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Requests that must not reach an application, byte for byte, and with which status they are turned away.
namespace loggia::testing {

struct RefusedRequest {
    std::string_view what;
    std::string bytes;
    std::vector<int> statuses;  ///< more than one where Boost's versions differ
};

inline const std::string get = "GET / HTTP/1.1";
inline const std::string post = "POST /a HTTP/1.1";
inline const std::string host = "Host: localhost\r\n";
inline const std::string page = host + "Sec-Fetch-Site: same-origin\r\n";
inline const std::string json = "Content-Type: application/json\r\n";

inline std::string with(std::string_view first_line, const std::string& fields) {
    return std::string(first_line) + "\r\n" + fields + "\r\n";
}
/// As a page of ours sends it, but for these fields.
inline std::string json_post(const std::string& fields, const std::string& body = {}) {
    return with(post, page + json + fields) + body;
}
/// With a sound body and these words about where it comes from.
inline std::string foreign_post(const std::string& fields) {
    return with(post, host + fields + json + "Content-Length: 2\r\n") + "{}";
}
/// With these words about what the body is.
inline std::string typed_post(const std::string& fields) {
    return with(post, page + fields + "Content-Length: 2\r\n") + "{}";
}

// clang-format off

/// Two ways to say where the body ends.
inline std::vector<RefusedRequest> framing_rows() {
    return {
        {"length and chunked",
         json_post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), {400, 411}},
        {"chunked and length",
         json_post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n"), {400, 411}},
        {"chunked",
         json_post("Transfer-Encoding: chunked\r\n", "0\r\n\r\n"), {411}},
        {"chunked with long extension",
         json_post("Transfer-Encoding: chunked\r\n", "0;" + std::string(100'000, 'x') + "\r\n\r\n"), {411}},
        {"xchunked",
         json_post("Transfer-Encoding: xchunked\r\n"), {400, 411}},
        {"chunked, identity",
         json_post("Transfer-Encoding: chunked, identity\r\n"), {400, 411}},
        {"identity",
         json_post("Transfer-Encoding: identity\r\n"), {400, 411}},
        {"empty transfer encoding",
         json_post("Transfer-Encoding:\r\nContent-Length: 2\r\n", "{}"), {400, 411}},
        {"chunked GET",
         with(get, host + "Transfer-Encoding: chunked\r\n") + "0\r\n\r\n", {411}},
        {"two lengths that differ",
         json_post("Content-Length: 2\r\nContent-Length: 3\r\n", "{}"), {400}},
        {"two equal lengths",
         json_post("Content-Length: 2\r\nContent-Length: 2\r\n", "{}"), {400}},
        {"list of lengths",
         json_post("Content-Length: 2, 2\r\n", "{}"), {400}},
        {"length with sign",
         json_post("Content-Length: +2\r\n", "{}"), {400}},
        {"negative length",
         json_post("Content-Length: -2\r\n", "{}"), {400}},
        {"hexadecimal length",
         json_post("Content-Length: 0x2\r\n", "{}"), {400}},
        {"empty length",
         json_post("Content-Length:\r\n"), {400}},
        {"length beyond 64 bits",
         json_post("Content-Length: 99999999999999999999\r\n"), {400, 413}},
        {"GET with body",
         with(get, host + "Content-Length: 2\r\n") + "{}", {400}},
    };
}

/// Lines that two parsers could read in two ways.
inline std::vector<RefusedRequest> line_rows() {
    using namespace std::string_literals;
    return {
        {"bare line feeds", "GET / HTTP/1.1\nHost: localhost\n\n", {400}},
        {"one bare line feed", "GET / HTTP/1.1\r\nHost: localhost\nX: y\r\n\r\n", {400}},
        {"bare carriage return", "GET / HTTP/1.1\r\nHost: localhost\rX: y\r\n\r\n", {400}},
        {"folded field", "GET / HTTP/1.1\r\nHost: localhost\r\nX: y\r\n z\r\n\r\n", {400}},
        {"space before colon", "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n", {400}},
        {"space in field name", "GET / HTTP/1.1\r\nHost: localhost\r\nX Y: z\r\n\r\n", {400}},
        {"field without colon", "GET / HTTP/1.1\r\nHost: localhost\r\nX\r\n\r\n", {400}},
        {"NUL in field", "GET / HTTP/1.1\r\nHost: localhost\r\nX: \0\r\n\r\n"s, {400}},
        {"empty line first", "\r\nGET / HTTP/1.1\r\nHost: localhost\r\n\r\n", {400}},
        {"17 KiB in one field", with(get, host + "X: " + std::string(16 * 1024, 'a') + "\r\n"), {431}},
        {"17 KiB without an end", get + "\r\n" + host + "X: " + std::string(16 * 1024, 'a'), {431}},
        {"no spaces", "GET/HTTP/1.1\r\nHost: localhost\r\n\r\n", {400}},
        {"two spaces", "GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n", {400}},
        {"not HTTP", "\x16\x03\x01\x02\x01\r\n\r\n", {400}},
    };
}

/// Versions and methods that are not ours.
inline std::vector<RefusedRequest> method_rows() {
    return {
        {"HTTP/1.0", with("GET / HTTP/1.0", host), {505}},
        {"HTTP/2.0", with("GET / HTTP/2.0", host), {505}},
        {"HTTP/0.9", "GET /\r\n\r\n", {400}},
        {"chunked in HTTP/1.0", with("POST /a HTTP/1.0", page + json + "Transfer-Encoding: chunked\r\n"), {400, 411, 505}},
        {"PUT", with("PUT /a HTTP/1.1", page), {405}},
        {"PATCH", with("PATCH /a HTTP/1.1", page), {405}},
        {"DELETE", with("DELETE /a HTTP/1.1", page), {405}},
        {"OPTIONS", with("OPTIONS * HTTP/1.1", host), {405}},
        {"TRACE", with("TRACE / HTTP/1.1", host), {405}},
        {"CONNECT", with("CONNECT localhost:80 HTTP/1.1", host), {405}},
        {"unknown method", with("BREW / HTTP/1.1", host), {501}},
        {"method in lower case", with("get / HTTP/1.1", host), {501}},
    };
}

/// Names we do not answer to.
inline std::vector<RefusedRequest> host_rows() {
    return {
        {"no Host", with(get, ""), {400}},
        {"empty Host", with(get, "Host:\r\n"), {400}},
        {"two Hosts", with(get, host + host), {400}},
        {"two Hosts that differ", with(get, host + "Host: evil.example\r\n"), {400}},
        {"foreign Host", with(get, "Host: evil.example\r\n"), {421}},
        {"Host that begins like ours", with(get, "Host: localhost.evil.example\r\n"), {421}},
        {"Host with user", with(get, "Host: evil@localhost\r\n"), {421}},
        {"Host with port 0", with(get, "Host: localhost:0\r\n"), {400}},
        {"Host with port that is none", with(get, "Host: localhost:http\r\n"), {400}},
    };
}

/// Targets that could name a thing in two ways.
inline std::vector<RefusedRequest> target_rows() {
    return {
        {"absolute target", with("GET http://localhost/ HTTP/1.1", host), {400}},
        {"target without slash", with("GET index.html HTTP/1.1", host), {400}},
        {"up", with("GET /../etc/passwd HTTP/1.1", host), {400}},
        {"encoded up", with("GET /%2e%2e/etc/passwd HTTP/1.1", host), {400}},
        {"backslash", with("GET /..\\etc HTTP/1.1", host), {400}},
        {"encoded slash", with("GET /a%2fb HTTP/1.1", host), {400}},
        {"NUL in target", with("GET /a%00.html HTTP/1.1", host), {400}},
        {"long target", with("GET /" + std::string(2100, 'a') + " HTTP/1.1", host), {414}},
    };
}

/// Posts that no page of ours sends.
inline std::vector<RefusedRequest> foreign_rows() {
    return {
        {"post from another site",
         foreign_post("Sec-Fetch-Site: cross-site\r\n"), {403}},
        {"post from a sibling site",
         foreign_post("Sec-Fetch-Site: same-site\r\n"), {403}},
        {"post from another site that names our origin",
         foreign_post("Sec-Fetch-Site: cross-site\r\nOrigin: http://localhost\r\n"), {403}},
        {"post from another origin",
         foreign_post("Origin: http://evil.example\r\n"), {403}},
        {"post from our name over TLS",
         foreign_post("Origin: https://localhost\r\n"), {403}},
        {"post from another port",
         foreign_post("Origin: http://localhost:81\r\n"), {403}},
        {"post from nowhere",
         foreign_post("Origin: null\r\n"), {403}},
        {"post without a word about its page",
         foreign_post(""), {403}},
        {"two fetch sites",
         typed_post("Sec-Fetch-Site: same-origin\r\n" + json), {400}},
        {"form",
         typed_post("Content-Type: application/x-www-form-urlencoded\r\n"), {415}},
        {"text",
         typed_post("Content-Type: text/plain\r\n"), {415}},
        {"no content type",
         typed_post(""), {415}},
        {"content type with more",
         typed_post("Content-Type: application/json; charset=utf-7\r\n"), {415}},
        {"two content types",
         typed_post(json + json), {400}},
        {"body of 64 KiB and a byte",
         json_post("Content-Length: 65537\r\n", std::string(65537, ' ')), {413}},
        {"expectation",
         json_post("Expect: 100-continue\r\nContent-Length: 2\r\n"), {417}},
    };
}

// clang-format on

inline std::vector<RefusedRequest> refused_requests() {
    std::vector<RefusedRequest> all;
    for (const auto& rows : {framing_rows(), line_rows(), method_rows(), host_rows(), target_rows(), foreign_rows()})
        all.insert(all.end(), rows.begin(), rows.end());
    return all;
}

}  // namespace loggia::testing
