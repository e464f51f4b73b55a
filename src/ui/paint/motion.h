// What moves, and how far it has come: boxes that float over the page slide in as they appear, spinners turn while
// they are shown. Time comes from outside; whoever prefers no motion sees the end of it at once. Nothing waits for
// it: a box can be used while it still moves.
#pragma once

#include "ui/page.h"

#include <cstdint>
#include <vector>

namespace loggia::ui {

class Motion {
public:
    static constexpr std::int64_t length = 160;  // milliseconds; style.css says the same

    void built(const Page& page, std::int64_t now);  // after each build: what is new begins to enter
    void begin(const Page& page, std::int64_t now);  // of a frame
    bool running() const { return m_running; }       // the frame showed something on its way: draw another

    float arrived(NodeId box);  // from 0 to 1, slower towards its end
    float turned();             // of a spinner, in radians

private:
    struct Entrance {
        NodeId box;
        std::int64_t since;
    };
    std::vector<Entrance> m_entrances;
    std::int64_t m_now = 0;
    bool m_still = false, m_running = false, m_has_begun = false;
};

}  // namespace loggia::ui
