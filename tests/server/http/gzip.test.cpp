#include "server/http/gzip.h"

#include <boost/beast/zlib/inflate_stream.hpp>
#include <boost/crc.hpp>
#include <catch2/catch_test_macros.hpp>

#include <cstdint>
#include <string>

using namespace loggia;

namespace {

constexpr std::size_t head_size = 10, tail_size = 8;

std::uint32_t number_at(std::string_view text, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 4; i-- > 0;) number = number << 8 | static_cast<std::uint8_t>(text[at + i]);
    return number;
}

std::string inflated(std::string_view deflated, std::size_t size) {
    namespace zlib = boost::beast::zlib;
    std::string result(size + 1, '\0');
    zlib::inflate_stream stream;
    zlib::z_params part;
    part.next_in = deflated.data();
    part.avail_in = deflated.size();
    part.next_out = result.data();
    part.avail_out = result.size();
    boost::system::error_code error;
    stream.write(part, zlib::Flush::finish, error);
    REQUIRE(error == zlib::error::end_of_stream);
    result.resize(part.total_out);
    return result;
}

}  // namespace

TEST_CASE("What was packed is unpacked as it was, with its sum and its length") {
    std::string page;
    for (int i = 0; i < 3000; ++i) page += "<li class=\"t" + std::to_string(i % 37) + "\">Piano lesson</li>\n";
    std::string noise;
    for (std::uint32_t i = 0, state = 1; i < 100'000; ++i)
        noise += static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
    for (const std::string& plain : {std::string{}, std::string{"x"}, page, noise}) {
        const std::string packed = http::gzip(plain);
        REQUIRE(packed.size() > head_size + tail_size);
        CHECK(packed.substr(0, 3) == "\x1f\x8b\x08");
        const std::string_view between =
            std::string_view(packed).substr(head_size, packed.size() - head_size - tail_size);
        CHECK(inflated(between, plain.size()) == plain);
        boost::crc_32_type sum;
        sum.process_bytes(plain.data(), plain.size());
        CHECK(number_at(packed, packed.size() - 8) == sum.checksum());
        CHECK(number_at(packed, packed.size() - 4) == plain.size());
    }
    CHECK(http::gzip(page).size() * 10 < page.size());
}
