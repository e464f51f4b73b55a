#pragma once

#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/time.h"
#include "core/domain/hours.h"
#include "core/domain/limits.h"

#include <optional>
#include <string>
#include <vector>

namespace loggia::domain {

/// The visits of a day can be booked until this time by the clock on the wall, so many days before (0: the same day).
struct CutOff {
    int days_before = 1;
    minutes at{};  ///< since local midnight
    bool operator==(const CutOff&) const = default;
};

/// The rules a business sets for everyone who books.
struct BookingRules {
    minutes minimum_notice{120};  ///< the earliest start is now plus this
    days horizon{60};             ///< the last day that can be booked is today plus this, in the location's zone
    minutes free_cancellation{24 * 60};  ///< a client may cancel until the start minus this
    minutes free_reschedule{24 * 60};    ///< and move it to another time until then
    minutes hold_lasts{10};
    minutes start_grid{15};  ///< starts lie on multiples of this from local midnight; a multiple of 5
    std::optional<CutOff> cut_off{};
    ClientLimits client_limits{};

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
    std::string zone;                    ///< IANA name
    std::vector<WeeklyHours> opening{};  ///< none: open whenever somebody works
};

/// Something that is there several times over and moves from visit to visit.
struct Equipment {
    ResourceId id;
    LocationId location;
    std::string name;
    int units = 1;
};

/// So many units of something.
struct Need {
    ResourceId resource;
    int units = 1;
    bool operator==(const Need&) const = default;
};

/// What a visit takes and costs.
struct Terms {
    minutes duration{};
    minutes buffer_before{};
    minutes buffer_after{};
    Money price;
    bool operator==(const Terms&) const = default;
};

/// What one performer does otherwise than the service says.
struct OwnTerms {
    PersonId person;
    std::optional<minutes> duration{};
    std::optional<minutes> buffer_before{};
    std::optional<minutes> buffer_after{};
    std::optional<std::int64_t> price_minor_units{};
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
    bool needs_approval = false;       ///< what clients book is a request until somebody who works here approves it
    std::vector<PersonId> performers;  ///< in the order they are shown
    std::vector<ResourceId> rooms;     ///< in the order they are filled
    std::vector<Need> equipment{};     ///< all of it, besides the room
    std::vector<OwnTerms> own_terms{};
    std::optional<minutes> minimum_notice{};  ///< in place of the business's, as are these:
    std::optional<days> horizon{};
    std::optional<CutOff> cut_off{};
};

[[nodiscard]] Terms terms_of(const Service& service);
[[nodiscard]] Terms terms_of(const Service& service, PersonId performer);

/// The business's rules as they are for this service.
[[nodiscard]] BookingRules rules_for(const Service& service, BookingRules rules);

struct Room {
    ResourceId id;
    LocationId location;
    std::string name;
    int capacity = 1;                  ///< visits at once
    std::vector<WeeklyHours> hours{};  ///< none: open whenever somebody works
};

}  // namespace loggia::domain
