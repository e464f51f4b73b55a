#include "portal/store/delivery.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace loggia::portal;
using enum Delivery;

namespace {

constexpr std::array everything{writing, pending, sending, sent, failed, conflict, gone};

bool is_an_end(Delivery delivery) { return delivery == sent || delivery == gone; }

}  // namespace

TEST_CASE("a change counts as sent only when the server has confirmed what was sent") {
    for (const auto& step : delivery_steps) {
        CAPTURE(static_cast<int>(step.from), static_cast<int>(step.event));
        if (step.to == sent) CHECK((step.from == sending && step.event == DeliveryEvent::confirmed));
    }
    CHECK(after(sending, DeliveryEvent::confirmed) == sent);
    CHECK_FALSE(after(pending, DeliveryEvent::confirmed));
}

TEST_CASE("a change waits only once it is on the disk") {
    for (const auto& step : delivery_steps)
        if (step.from == writing && step.to == pending) CHECK(step.event == DeliveryEvent::kept);
    CHECK_FALSE(after(writing, DeliveryEvent::begun));
}

TEST_CASE("whatever has not ended has a way on, and what has ended stays so") {
    for (const auto from : everything) {
        const bool leads_on =
            std::ranges::any_of(delivery_steps, [&](const auto& step) { return step.from == from; });
        CAPTURE(static_cast<int>(from));
        CHECK(leads_on != is_an_end(from));
    }
}

TEST_CASE("no state and event have two outcomes, and none goes around in itself") {
    for (std::size_t i = 0; i < delivery_steps.size(); ++i) {
        CHECK(delivery_steps[i].from != delivery_steps[i].to);
        for (std::size_t j = i + 1; j < delivery_steps.size(); ++j)
            CHECK_FALSE((delivery_steps[i].from == delivery_steps[j].from &&
                         delivery_steps[i].event == delivery_steps[j].event));
    }
}

TEST_CASE("what was refused can be tried again or given up") {
    for (const auto refused : {failed, conflict}) {
        CHECK(after(refused, DeliveryEvent::retried) == pending);
        CHECK(after(refused, DeliveryEvent::discarded) == gone);
    }
}

TEST_CASE("what is being sent cannot be given up any more") { CHECK_FALSE(after(sending, DeliveryEvent::discarded)); }

TEST_CASE("the disk's word for a state leads back to it, and what was being sent waits again") {
    for (const auto state : {pending, failed, conflict}) CHECK(delivery_named(name_of(state)) == state);
    CHECK(delivery_named(name_of(sending)) == pending);
    CHECK_FALSE(delivery_named("sent"));
    CHECK_FALSE(delivery_named(""));
}
