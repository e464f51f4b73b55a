#pragma once

#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/time.h"

#include <optional>
#include <string>
#include <vector>

namespace loggia::domain {

/// The rules a business sets for everyone who books.
struct BookingRules {
    minutes minimum_notice{120};  ///< the earliest start is now plus this
    days horizon{60};             ///< the last day that can be booked is today plus this, in the location's zone
    minutes free_cancellation{24 * 60};  ///< a client may cancel until the start minus this
    minutes free_reschedule{24 * 60};    ///< and move it to another time until then
    minutes hold_lasts{10};
    minutes start_grid{15};  ///< starts lie on multiples of this from local midnight; a multiple of 5

    bool operator==(const BookingRules&) const = default;
};

struct Business {
    BusinessId id;
    std::string slug;  ///< "harbour-music-school": names the business in addresses
    std::string name;
    std::string short_name;  ///< for narrow places
    std::string zone;        ///< IANA name
    std::string locale;      ///< BCP 47
    std::string currency;
    std::string brand_color;  ///< "#rrggbb"
    BookingRules rules;
};

struct Location {
    LocationId id;
    std::string name;
    std::string address;
    std::string zone;  ///< IANA name
};

struct Service {
    ServiceId id;
    std::string name;
    std::string description;
    std::string icon;  ///< a Lucide name
    minutes duration{};
    minutes buffer_before{};
    minutes buffer_after{};
    Money price;
    bool needs_room = true;
    std::vector<PersonId> performers;  ///< in the order they are shown
    std::vector<ResourceId> rooms;     ///< in the order they are filled
};

/// A stretch of a week in which a person works, by the clock on the wall of the location.
struct WorkingHours {
    std::chrono::weekday weekday;
    minutes from{};  ///< since local midnight
    minutes to{};    ///< up to 24 h
};

struct Room {
    ResourceId id;
    LocationId location;
    std::string name;
};

}  // namespace loggia::domain
