#include "scheduling/minute_scan.h"

#include <catch2/catch_test_macros.hpp>
#include <rapidcheck.h>

using namespace loggia::scheduling;

TEST_CASE("whatever the business, free times are what trying every minute finds") {
    const bool holds = rc::check([] {
        // Long enough for the hours and claims of several people and rooms.
        const auto choices = *rc::gen::resize(500, rc::gen::arbitrary<std::vector<std::uint16_t>>());
        std::size_t next = 0;
        const Choose choose = [&](int least, int most) {
            const int chosen = next < choices.size() ? choices[next++] : 0;
            return least + chosen % (most - least + 1);
        };
        const Case made = make_case(choose, some_features(choose));
        RC_ASSERT(disagreement(made, choose) == std::string{});
    });
    CHECK(holds);
}
