#include "server/http/gzip.h"

#include "server/http/content_coding.h"

#include <boost/beast/zlib/deflate_stream.hpp>
#include <boost/crc.hpp>

#include <cassert>
#include <cstdint>
#include <utility>

namespace loggia::http {

namespace {

namespace zlib = boost::beast::zlib;

constexpr int level = 5, window_bits = 15, memory_level = 8;
// Deflated, no flags, no time, no extra flags, an unknown system: RFC 1952, 2.3.
constexpr std::string_view head{"\x1f\x8b\x08\0\0\0\0\0\0\xff", 10};

void add_number(std::string& text, std::uint32_t number) {
    for (int shift = 0; shift < 32; shift += 8) text += static_cast<char>(number >> shift & 0xff);
}

}  // namespace

std::string gzip(std::string_view plain) {
    zlib::deflate_stream stream;
    stream.reset(level, window_bits, memory_level, zlib::Strategy::normal);
    const std::size_t most = stream.upper_bound(plain.size());
    std::string result{head};
    result.resize(head.size() + most);
    zlib::z_params part;
    part.next_in = plain.data();
    part.avail_in = plain.size();
    part.next_out = result.data() + head.size();
    part.avail_out = most;
    boost::system::error_code error;
    stream.write(part, zlib::Flush::finish, error);
    assert(error == zlib::error::end_of_stream);
    result.resize(head.size() + part.total_out);
    boost::crc_32_type sum;
    sum.process_bytes(plain.data(), plain.size());
    add_number(result, sum.checksum());
    add_number(result, static_cast<std::uint32_t>(plain.size()));
    return result;
}

Response packed_response(int status, std::string_view type, std::string body, const Request& request) {
    if (choose_coding(request.accept_encoding, {.gzip = true}) != Coding::gzip)
        return Response::with_type(status, type, std::move(body));
    Response response = Response::with_type(status, type, gzip(body));
    response.add_header("Content-Encoding", "gzip");
    return response;
}

}  // namespace loggia::http
