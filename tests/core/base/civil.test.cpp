#include "core/base/civil.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using std::chrono::year;

TEST_CASE("a date is read only in its one form and only if the day exists") {
    CHECK(parse_date("2026-10-24") == Date{year{2026} / 10 / 24});
    CHECK(parse_date("1900-01-01") == Date{year{1900} / 1 / 1});
    CHECK(parse_date("9999-12-31") == Date{year{9999} / 12 / 31});
    CHECK(parse_date("2028-02-29") == Date{year{2028} / 2 / 29});
    for (const auto* wrong : {"", "2026-10-2", "2026-1-24", "26-10-24", "2026/10/24", "2026-10-24 ", " 2026-10-24",
                              "2026-13-01", "2026-00-10", "2026-04-31", "2026-02-29", "1899-12-31", "-026-10-24",
                              "2026-10--4", "2026-1a-24", "20261-0-24"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_date(wrong));
    }
}

TEST_CASE("every day of two centuries is written and read back") {
    for (auto day = day_of(year{1900} / 1 / 1); day < day_of(year{2100} / 1 / 1); day += days{1})
        if (parse_date(to_text(date_of(day))) != date_of(day)) FAIL(to_text(date_of(day)));
}

TEST_CASE("dates and clocks read as the server says them") {
    const Date date = year{2026} / 10 / 4;
    CHECK(short_date_text(date) == "Sun 4 Oct");
    CHECK(clock_text(day_of(date)) == "00:00");
    CHECK(clock_text(day_of(date) + hours{9} + minutes{5} + seconds{59}) == "09:05");
    CHECK(clock_text(day_of(date) + hours{23} + minutes{59}) == "23:59");
    CHECK(clock_text(CivilTime{} - minutes{1}) == "23:59");
}

TEST_CASE("one gets older on the birthday, and on 1 March if there is none") {
    struct Row {
        const char* born;
        const char* today;
        int age;
    };
    const Row rows[]{
        {"2017-03-14", "2026-03-13", 8 },
        {"2017-03-14", "2026-03-14", 9 },
        {"2017-03-14", "2026-10-21", 9 },
        {"2016-02-29", "2026-02-28", 9 },
        {"2016-02-29", "2026-03-01", 10},
        {"2016-02-29", "2028-02-28", 11},
        {"2016-02-29", "2028-02-29", 12},
        {"2026-10-22", "2026-10-21", 0 },
        {"2030-01-01", "2026-10-21", 0 },
    };
    for (const auto& row : rows) {
        CAPTURE(row.born, row.today);
        CHECK(age_on(*parse_date(row.born), *parse_date(row.today)) == row.age);
    }
}
