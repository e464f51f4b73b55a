#pragma once

#include "ui/host.h"

#include <optional>
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

void book(Page& page, State& state);
void details(Page& page, State& state);
void home(Page& page, State& state);
void week(Page& page, State& state, int bookings);
void kit(Page& page, State& state);

}  // namespace loggia::ui::gallery
