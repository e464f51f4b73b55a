#include "ui/paint/motion.h"

#include "ui/page_on_screen.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia::ui;

namespace {

struct Moving : Screen {
    Motion motion;

    NodeId draw(bool with_dialog, std::int64_t now) {
        NodeId id = 0;
        show([&](Page& bookings) {
            bookings.heading(1, "Bookings");
            if (!with_dialog) return;
            const Scope dialog = bookings.dialog("ask", {.title = "Sure?"});
            id = bookings.nodes()[dialog.node()].id;
        });
        motion.built(page, now);
        motion.begin(page, now);
        return id;
    }
    float at(NodeId box, std::int64_t now) {
        motion.begin(page, now);
        return motion.arrived(box);
    }
};

}  // namespace

TEST_CASE("a dialog slides in once, quickly, and asks for frames only meanwhile") {
    Moving screen;
    screen.draw(false, 1000);
    const NodeId dialog = screen.draw(true, 2000);
    CHECK(screen.at(dialog, 2000) == 0);
    CHECK(screen.motion.running());
    CHECK(screen.at(dialog, 2080) > 0.5f);
    CHECK(screen.at(dialog, 2000 + Motion::length) == 1);
    CHECK_FALSE(screen.motion.running());
    screen.draw(true, 9000);
    CHECK(screen.at(dialog, 9000) == 1);
    CHECK(Motion::length <= 200);
}

TEST_CASE("what the first page shows is simply there") {
    Moving screen;
    const NodeId dialog = screen.draw(true, 1000);
    CHECK(screen.at(dialog, 1000) == 1);
    CHECK_FALSE(screen.motion.running());
}

TEST_CASE("nothing moves for whoever prefers that") {
    Moving screen;
    screen.media.reduced_motion = true;
    screen.draw(false, 1000);
    const NodeId dialog = screen.draw(true, 2000);
    CHECK(screen.at(dialog, 2001) == 1);
    CHECK(screen.motion.turned() == 0);
    CHECK_FALSE(screen.motion.running());
}

TEST_CASE("a clock that is set back leaves nothing on its way") {
    Moving screen;
    screen.draw(false, 1000);
    const NodeId dialog = screen.draw(true, 5000);
    CHECK(screen.at(dialog, 3000) == 1);
}

TEST_CASE("a spinner turns once a second while it is drawn") {
    Moving screen;
    screen.draw(false, 1000);
    screen.motion.begin(screen.page, 1250);
    CHECK(screen.motion.turned() > 1.5f);
    CHECK(screen.motion.running());
    screen.motion.begin(screen.page, 1300);
    CHECK_FALSE(screen.motion.running());
}
