#include "core/scheduling/day_set.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <random>
#include <vector>

using namespace loggia::scheduling;

namespace {

DaySet random_set(std::mt19937& random) {
    DaySet set;
    for (auto stretch = random() % 6; stretch > 0; --stretch) {
        const int from = static_cast<int>(random() % DaySet::capacity);
        set.set(from, from + static_cast<int>(random() % 90));
    }
    return set;
}

}  // namespace

TEST_CASE("a stretch is half open and clipped to the day") {
    DaySet set;
    set.set(10, 12);
    CHECK(set.count() == 2);
    CHECK((!set.test(9) && set.test(10) && set.test(11) && !set.test(12)));
    set.set(-5, 1);
    set.set(318, 400);
    set.set(7, 7);
    set.set(9, 3);
    CHECK(set.count() == 5);
    CHECK((set.test(0) && set.test(319)));
    CHECK_FALSE(set.test(-1));
    CHECK_FALSE(set.test(320));
    set.clear(0, 320);
    CHECK(set.none());
    CHECK(DaySet::full().count() == DaySet::capacity);
}

TEST_CASE("every stretch sets and clears exactly its cells") {
    for (int from = -3; from < DaySet::capacity + 3; from += 7)
        for (int to = from; to < DaySet::capacity + 9; to += 5) {
            DaySet set;
            set.set(from, to);
            DaySet rest = DaySet::full();
            rest.clear(from, to);
            for (int cell = 0; cell < DaySet::capacity; ++cell) {
                const bool inside = cell >= from && cell < to;
                if (set.test(cell) != inside || rest.test(cell) == inside) FAIL(from << " " << to << " " << cell);
            }
        }
}

TEST_CASE("sets combine cell by cell") {
    std::mt19937 random{1};
    for (int round = 0; round < 200; ++round) {
        const DaySet one = random_set(random);
        const DaySet other = random_set(random);
        DaySet both = one;
        both &= other;
        DaySet either = one;
        either |= other;
        DaySet less = one;
        less.subtract(other);
        for (int cell = 0; cell < DaySet::capacity; ++cell) {
            const bool a = one.test(cell);
            const bool b = other.test(cell);
            if (both.test(cell) != (a && b) || either.test(cell) != (a || b) || less.test(cell) != (a && !b))
                FAIL(cell);
        }
    }
}

TEST_CASE("cells are visited in order, each once") {
    DaySet set;
    for (int cell : {0, 5, 63, 64, 127, 200, 319}) set.set(cell, cell + 1);
    std::vector<int> visited;
    set.each([&](int cell) { visited.push_back(cell); });
    CHECK(visited == std::vector{0, 5, 63, 64, 127, 200, 319});
}

TEST_CASE("a period holds each stretch on all the days that it touches") {
    std::mt19937 random{4};
    for (int round = 0; round < 300; ++round) {
        const int cells = 276 + static_cast<int>(random() % 1200);
        const int from = static_cast<int>(random() % 1500) - 20;
        const int to = from + static_cast<int>(random() % 400) - 5;
        PeriodSet period;
        period.reset(cells);
        period.set(from, to);
        const int first_cell = static_cast<int>(random() % static_cast<unsigned>(cells));
        const DaySet day = period.day_from(first_cell);
        for (int cell = 0; cell < DaySet::capacity; ++cell) {
            const int in_period = first_cell + cell;
            const bool inside = in_period >= std::max(from, 0) && in_period < std::min(to, cells);
            if (day.test(cell) != inside) FAIL(from << " " << to << " of " << cells << ", " << in_period);
        }
        period.reset(cells);
        CHECK(period.day_from(first_cell).none());
    }
}
