#include "scheduling/minute_scan.h"

#include <catch2/catch_test_macros.hpp>

#include <random>

using namespace loggia::scheduling;

TEST_CASE("free times are what trying every minute finds, and a listed time can be booked") {
    constexpr unsigned cases = 150;
    std::size_t found = 0;
    for (unsigned seed = 0; seed < cases; ++seed) {
        std::mt19937 random{seed};
        // Not std::uniform_int_distribution: the same numbers on every platform.
        const Choose choose = [&](int least, int most) {
            return least + static_cast<int>(random() % static_cast<unsigned>(most - least + 1));
        };
        const Case made = make_case(choose);
        CAPTURE(seed);
        const std::string difference = disagreement(made, choose);
        if (!difference.empty()) FAIL(difference);
        found += free_times(made.snapshot, made.asked()).empty() ? 0 : 1;
    }
    CHECK(found > cases / 4);
}
