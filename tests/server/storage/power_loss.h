#pragma once

#include <cstdint>
#include <string>

/// Bookings on a disk whose power goes again and again.
namespace loggia::storage {

struct PowerLossRun {
    unsigned seed = 1;  ///< the same seed, the same run
    int losses = 200;
    /// What each connection is told besides what the product tells it: to see that a weaker promise is noticed.
    std::string weakened_by;
};

/// What was found when the power was back, all of it. Only the first four are to be more than 0.
struct PowerLossDamage {
    std::int64_t losses = 0;
    std::int64_t acknowledged = 0;  ///< changes of bookings that were answered with success
    std::int64_t in_flight = 0;     ///< that were not answered when the power went
    std::int64_t had_landed = 0;    ///< of these, those that were there all the same
    std::int64_t syncs = 0;

    std::int64_t unreadable = 0;          ///< the database does not open, or its integrity check says something
    std::int64_t lost = 0;                ///< a booking is not what was acknowledged last
    std::int64_t half_written = 0;        ///< claims are not exactly those of the bookings that are there
    std::int64_t gaps = 0;                ///< the numbers of the changes are not 1, 2, 3 … up to that of the business
    std::int64_t answered_otherwise = 0;  ///< a repetition of what was acknowledged
    std::string first;                    ///< what was found first, and how to find it again

    [[nodiscard]] bool is_none() const { return unreadable + lost + half_written + gaps + answered_otherwise == 0; }
};

/// The real schema and the real writer, whose groups book, move and cancel, each change with an answer that is kept.
/// Each time the power goes at another change of the disk, also while it is read for the first time after the loss
/// before; then all that was heard is compared with what is there.
[[nodiscard]] PowerLossDamage lose_power_often(const PowerLossRun& run);

}  // namespace loggia::storage
