// Power losses: bookings on a disk whose power goes at any of its changes, as the product promises (synchronous=FULL)
// and beside it with the weaker promises of SQLite, to see that these are noticed.
//   power_loss_bench [LOSSES]

#include "server/storage/power_loss.h"

#include <cstdio>
#include <cstdlib>

namespace loggia {

namespace {

void print(const char* what, const storage::PowerLossDamage& damage) {
    std::printf(
        "  %-28s %6lld losses  %8lld acknowledged  lost in %lld, unreadable %lld, half written %lld, gaps %lld, "
        "answered otherwise %lld\n",
        what, static_cast<long long>(damage.losses), static_cast<long long>(damage.acknowledged),
        static_cast<long long>(damage.lost), static_cast<long long>(damage.unreadable),
        static_cast<long long>(damage.half_written), static_cast<long long>(damage.gaps),
        static_cast<long long>(damage.answered_otherwise));
    if (!damage.is_none()) std::printf("  %-28s first: %s\n", "", damage.first.c_str());
}

}  // namespace

}  // namespace loggia

int main(int count, char** words) {
    using loggia::storage::lose_power_often;
    const int losses = count > 1 ? std::atoi(words[1]) : 5000;
    std::printf("power losses while bookings are made, moved and cancelled; SQLite WAL\n");
    const auto full = lose_power_often({.losses = losses});
    loggia::print("synchronous=FULL", full);
    std::printf("  %-28s %lld changes were in flight, of which %lld had landed\n", "",
                static_cast<long long>(full.in_flight), static_cast<long long>(full.had_landed));
    loggia::print("beside it: NORMAL", lose_power_often({.losses = 100, .weakened_by = "PRAGMA synchronous=NORMAL"}));
    loggia::print("beside it: OFF", lose_power_often({.losses = 100, .weakened_by = "PRAGMA synchronous=OFF"}));
    return full.is_none() ? 0 : 1;
}
