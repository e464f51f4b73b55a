#include "scheduling/minute_scan.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia::scheduling;

TEST_CASE("free times are what trying every minute finds, and a listed time can be booked") {
    constexpr unsigned cases = 150;
    std::size_t found = 0;
    for (unsigned seed = 0; seed < cases; ++seed) {
        const Choose choose = numbers_from(seed);
        const Case made = make_case(choose, some_features(choose));
        CAPTURE(seed);
        const std::string difference = disagreement(made, choose);
        if (!difference.empty()) FAIL(difference);
        found += free_times(made.snapshot, made.asked()).empty() ? 0 : 1;
    }
    CHECK(found > cases / 4);
}
