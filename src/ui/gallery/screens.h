// What the made-up screens of the gallery share.
#pragma once

#include "ui/gallery/pages.h"

#include <string>

namespace loggia::ui::gallery {

struct State {
    std::string service = "piano", teacher = "any", day = "2026-10-24", slot = "1030";
    std::string name = "Mara Kovač", email = "mara@example.org", phone = "+386 40 123 456", who = "luka", password,
                notes, zone = "Europe/Ljubljana";
    std::string booking = "luka21", error;
    bool agreed = true, dialog = false, toast = false, ana = true, open = true;
    int month = 10, presses = 0;
};

template <void (*screen)(Page&, State&)> class Screenful final : public Exhibit {
public:
    void build(Page& page, Milliseconds) override { screen(page, m_state); }

private:
    State m_state;
};

}  // namespace loggia::ui::gallery
