#include "core/base/time.h"

#include "core/base/id.h"
#include "core/base/result.h"

#include <catch2/catch_test_macros.hpp>

#include <unordered_set>

using namespace loggia;

TEST_CASE("a range has its beginning and not its end") {
    const TimeRange range{instant_of(100), instant_of(200)};
    CHECK(range.contains(instant_of(100)));
    CHECK(range.contains(instant_of(199)));
    CHECK_FALSE(range.contains(instant_of(200)));
    CHECK_FALSE(range.contains(instant_of(99)));
}

TEST_CASE("ranges that only touch do not overlap") {
    const TimeRange range{instant_of(100), instant_of(200)};
    CHECK_FALSE(range.overlaps({instant_of(200), instant_of(300)}));
    CHECK_FALSE(range.overlaps({instant_of(0), instant_of(100)}));
    CHECK(range.overlaps({instant_of(199), instant_of(300)}));
    CHECK(range.overlaps({instant_of(120), instant_of(130)}));
    CHECK(range.overlaps({instant_of(0), instant_of(900)}));
}

TEST_CASE("days are counted over months and leap days") {
    using std::chrono::year;
    const Date date = year{2028} / 2 / 28;
    CHECK(plus_days(date, 1) == Date{year{2028} / 2 / 29});
    CHECK(plus_days(date, 2) == Date{year{2028} / 3 / 1});
    CHECK(plus_days(date, -59) == Date{year{2027} / 12 / 31});
    CHECK(days_between(date, year{2028} / 3 / 1) == 2);
    CHECK(days_between(year{2028} / 3 / 1, date) == -2);
}

TEST_CASE("numbers of different kinds of record are different types") {
    STATIC_CHECK_FALSE(std::is_convertible_v<PersonId, BookingId>);
    STATIC_CHECK_FALSE(std::is_convertible_v<std::int64_t, PersonId>);
    CHECK_FALSE(PersonId{}.is_set());
    CHECK(PersonId{7}.is_set());
    const std::unordered_set<PersonId> people{PersonId{1}, PersonId{2}, PersonId{1}};
    CHECK(people.size() == 2);
}

namespace {

Result<int> half(int number) {
    if (number % 2 != 0) return fail(ErrorCode::invalid_input, "odd", "number");
    return number / 2;
}

Result<int> quarter(int number) { return half(TRY(half(number))); }

}  // namespace

TEST_CASE("a failure travels up to whoever can answer it") {
    CHECK(quarter(8) == 2);
    CHECK(quarter(6).error() == Error{ErrorCode::invalid_input, "odd", "number", 0});
    CHECK(quarter(3).error().field == "number");
    const Result<int> busy = fail_for(ErrorCode::unavailable, 5, "Too many at once.");
    CHECK(busy.error().retry_after_seconds == 5);
}
