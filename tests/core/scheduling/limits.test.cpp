#include "core/scheduling/limits.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::scheduling;

TEST_CASE("a limit is reached by the visit that would be one too many, whatever the others say") {
    const domain::WorkLimits none;
    CHECK(reached(none, {100, hours{20}}, {500, hours{100}}, hours{3}).empty());
    const domain::WorkLimits all{2, 5, minutes{180}, minutes{600}};
    CHECK(reached(all, {1, minutes{120}}, {4, minutes{540}}, minutes{60}).empty());
    using enum Refusal;
    CHECK(reached(all,
                  {
                      2, {}
    },
                  {4, {}}, {}) == std::vector{LimitReached{person_day_limit, 2}});
    CHECK(reached(all,
                  {
                      1, {}
    },
                  {5, {}}, {}) == std::vector{LimitReached{person_week_limit, 5}});
    CHECK(reached(all,
                  {
                      1, minutes{121}
    },
                  {1, minutes{121}}, hours{1}) == std::vector{LimitReached{person_day_work, 180}});
    CHECK(reached(all,
                  {
                      0, {}
    },
                  {1, minutes{541}}, hours{1}) == std::vector{LimitReached{person_week_work, 600}});
    CHECK(reached(all, {2, minutes{180}}, {5, minutes{600}}, minutes{1}).size() == 4);

    const domain::ClientLimits client{3, 1, 2};
    CHECK(reached(client, 2, 0, 1).empty());
    CHECK(reached(client, 3, 0, 1) == std::vector{
                                          LimitReached{client_open_limit, 3}
    });
    CHECK(reached(client, 2, 1, 1) == std::vector{
                                          LimitReached{client_day_limit, 1}
    });
    CHECK(reached(client, 2, 0, 2) == std::vector{
                                          LimitReached{client_week_limit, 2}
    });
    CHECK(reached({}, 9, 9, 9).empty());
}

TEST_CASE("a booking is open until its visit has ended") {
    const Instant noon = instant_of(1'800'000'000);
    const std::vector<Visit> visits{
        {noon - hours{2}, minutes{60}},
        {noon - hours{1}, minutes{60}},
        {noon - hours{1}, minutes{61}},
        {noon + hours{1}, minutes{60}}
    };
    CHECK(open_count(visits, noon) == 2);
    CHECK(open_count({}, noon) == 0);
}
