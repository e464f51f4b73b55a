#include "core/calendar/written_time.h"

#include "core/base/civil.h"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace loggia;
using namespace loggia::calendar;

TEST_CASE("dates and times are read in their three forms, and only days and hours that exist") {
    using enum WrittenTime::Form;
    const CivilTime noon = day_of(*parse_date("2026-10-24")) + hours{12} + minutes{34} + seconds{56};
    CHECK(parse_written_time("20261024T123456") == WrittenTime{noon, civil});
    CHECK(parse_written_time("20261024T123456Z") == WrittenTime{noon, utc});
    CHECK(parse_written_time("20261024") == WrittenTime{day_of(*parse_date("2026-10-24")), date});
    CHECK(parse_written_time("20261231T235960Z") == WrittenTime{day_of(*parse_date("2027-01-01")), utc});
    CHECK(parse_written_time("16040229"));  // a birthday without a year

    for (const auto* wrong : {"",
                              "2026102",
                              "202610240",
                              "20260229",
                              "20261301",
                              "20260001",
                              "00000101",
                              "2026-10-24",
                              "20261024T",
                              "20261024T1234",
                              "20261024T12345",
                              "20261024T240000",
                              "20261024T126000",
                              "20261024T123461",
                              "20261024T123456z",
                              "20261024T123456ZZ",
                              "20261024T123456+0200",
                              "20261024 123456",
                              "-0261024",
                              "+2026102",
                              "2026102\xD9\xA4"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_written_time(wrong));
    }
}

TEST_CASE("a moment is written in UTC, and read again it is the same") {
    CHECK(to_written_text(instant_of(0)) == "19700101T000000Z");
    CHECK(to_written_text(instant_of(-1)) == "19691231T235959Z");
    for (std::int64_t at = -2'000'000'000; at < 4'000'000'000; at += 12'345'678) {
        const auto read = parse_written_time(to_written_text(instant_of(at)));
        REQUIRE(read);
        CHECK(read->form == WrittenTime::Form::utc);
        CHECK(read->shown.time_since_epoch().count() == at);
    }
}

TEST_CASE("durations are read as days and exact time") {
    struct Row {
        const char* text;
        WrittenDuration duration;
    };
    const Row rows[]{
        {"PT45M",        {0, minutes{45}}                         },
        {"PT1H30M",      {0, minutes{90}}                         },
        {"P1D",          {1, seconds{0}}                          },
        {"P2W",          {14, seconds{0}}                         },
        {"P1DT12H5M10S", {1, hours{12} + minutes{5} + seconds{10}}},
        {"+PT1S",        {0, seconds{1}}                          },
        {"-P1DT1H",      {-1, -hours{1}}                          },
        {"PT0S",         {}                                       },
    };
    for (const auto& [text, duration] : rows) {
        CAPTURE(text);
        CHECK(parse_written_duration(text) == duration);
    }
    for (const auto* wrong :
         {"", "P", "PT", "1D", "P1", "PD", "P1H", "PT1D", "P1DT", "PT1", "P1D1", "P1.5D", "P--1D", "P1000000000D",
          "P999999999D", "PT999999999H", "P99999999999999999999D", "p1d", "P1D "}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_written_duration(wrong));
    }
}
