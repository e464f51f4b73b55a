#pragma once

#include "core/domain/business.h"
#include "core/domain/person.h"
#include "core/policy/decide.h"
#include "core/scheduling/free_times.h"

#include <array>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// Harbour Music School: a believable company, small enough to know by heart. It is Wednesday 21 October
/// 2026, 11:35 in Ljubljana, the week before the clocks go back (Sunday the 25th).
namespace loggia::world {

// ---- who
// ------------------------------------------------------------------------------------------------------

inline constexpr PersonId helena{1};  ///< owner
inline constexpr PersonId petra{2};   ///< manager
inline constexpr PersonId mia{3};     ///< staff, at the front desk
inline constexpr PersonId ana{11};    ///< limited staff: piano, trial lessons
inline constexpr PersonId ben{12};    ///< limited staff: violin, trial lessons
inline constexpr PersonId clara{13};  ///< limited staff: voice, piano
inline constexpr PersonId mara{21};   ///< client, manages Luka's account
inline constexpr PersonId luka{22};   ///< Mara's son, nine years old
inline constexpr PersonId jon{23};    ///< client

inline std::vector<domain::Person> people() {
    using std::chrono::year;
    const Date lukas_birthday = year{2017} / 3 / 14;
    return {
        {helena, "Helena Roth", "helena@harbour.example", "+386 40 100 001", {},                  {},   "#475467"},
        {petra,  "Petra Lang",  "petra@harbour.example",  "+386 40 100 002", {},                  {},   "#475467"},
        {mia,    "Mia Hart",    "mia@harbour.example",    "+386 40 100 003", {},                  {},   "#475467"},
        {ana,    "Ana Novak",   "ana@harbour.example",    "+386 40 100 011", {},                  {},   "#8b5cf6"},
        {ben,    "Ben Keller",  "ben@harbour.example",    "+386 40 100 012", {},                  {},   "#0d9488"},
        {clara,  "Clara Ito",   "clara@harbour.example",  "+386 40 100 013", {},                  {},   "#dd6b20"},
        {mara,   "Mara Kovač",  "mara@example.org",       "+386 40 123 456", year{1988} / 7 / 2,  {},   {}       },
        {luka,   "Luka Kovač",  "",                       "",                lukas_birthday,      mara, {}       },
        {jon,    "Jon Berg",    "jon@example.org",        "+386 40 222 222", year{1971} / 2 / 28, {},   {}       },
    };
}

inline const domain::Person& person(PersonId id) {
    static const auto everyone = people();
    for (const auto& each : everyone)
        if (each.id == id) return each;
    throw std::out_of_range{"nobody in the world has this number"};
}

/// Everybody who works here is a client too.
inline policy::RoleSet roles_of(PersonId id) {
    using enum policy::Role;
    if (id == helena) return {client, owner};
    if (id == petra) return {client, manager};
    if (id == mia) return {client, staff};
    if (id == ana || id == ben || id == clara) return {client, limited_staff};
    return {client};
}

/// From least to most.
inline constexpr std::array roles{policy::Role::visitor, policy::Role::client,  policy::Role::limited_staff,
                                  policy::Role::staff,   policy::Role::manager, policy::Role::owner};

inline policy::Actor visitor() { return {}; }

inline policy::Actor actor(PersonId id) {
    policy::Actor made{.person = id, .roles = roles_of(id)};
    for (const auto& each : people())
        if (each.account_manager == id) made.dependents.push_back(each.id);
    return made;
}

/// The policy's view of a booking: for whom, and who serves it.
inline policy::Subject booking_of(PersonId client, PersonId performer) {
    return {.client = client, .account_manager = person(client).account_manager, .assigned_staff = performer};
}

// ---- where and what
// -------------------------------------------------------------------------------------------

inline constexpr ResourceId room_1{101};
inline constexpr ResourceId room_2{102};
inline constexpr ResourceId hall{103};
inline constexpr LocationId old_town{7};

inline domain::Business business() {
    return {.id = BusinessId{1},
            .slug = "harbour-music-school",
            .name = "Harbour Music School",
            .short_name = "Harbour",
            .zone = "Europe/Ljubljana",
            .locale = "en",
            .currency = "EUR",
            .brand_color = "#2f5bea",
            .rules = {}};
}

inline domain::Location location() { return {old_town, "Old Town", "Stari trg 5, Ljubljana", "Europe/Ljubljana"}; }

inline std::vector<domain::Room> rooms() {
    return {
        {room_1, old_town, "Room 1"},
        {room_2, old_town, "Room 2"},
        {hall,   old_town, "Hall"  }
    };
}

inline domain::Service piano_lesson() {
    return {
        .id = ServiceId{201},
        .name = "Piano lesson",
        .description = "One to one, from the first scale to the diploma.",
        .icon = "music",
        .duration = minutes{45},
        .price = {4200, "EUR"},
        .performers = {ana, clara},
        .rooms = {room_1, room_2}
    };
}

inline domain::Service violin_lesson() {
    auto service = piano_lesson();
    service.id = ServiceId{202};
    service.name = "Violin lesson";
    service.description = "With your own instrument or one of ours.";
    service.icon = "music-2";
    service.performers = {ben};
    return service;
}

inline domain::Service voice_coaching() {
    return {
        .id = ServiceId{203},
        .name = "Voice coaching",
        .description = "For the stage, the choir and the classroom.",
        .icon = "mic-vocal",
        .duration = minutes{60},
        .buffer_after = minutes{15},
        .price = {5500, "EUR"},
        .performers = {clara},
        .rooms = {hall}
    };
}

inline domain::Service trial_lesson() {
    return {
        .id = ServiceId{204},
        .name = "Trial lesson",
        .description = "Half an hour to find out.",
        .icon = "sparkles",
        .duration = minutes{30},
        .price = {0, "EUR"},
        .needs_room = false,
        .performers = {ana, ben}
    };
}

// ---- when
// -----------------------------------------------------------------------------------------------------

inline const scheduling::Zone& zone() {
    static const auto* const found = scheduling::Zone::find("Europe/Ljubljana");
    return found != nullptr ? *found : scheduling::Zone::utc();
}

/// "2026-10-24 10:30", by the clock on the school's wall
inline CivilTime wall_time(std::string_view text) {
    const auto number = [text](std::size_t from, std::size_t length) {
        return std::stoi(std::string{text.substr(from, length)});
    };
    const Date date{std::chrono::year{number(0, 4)}, std::chrono::month{static_cast<unsigned>(number(5, 2))},
                    std::chrono::day{static_cast<unsigned>(number(8, 2))}};
    return day_of(date) + hours{number(11, 2)} + minutes{number(14, 2)};
}

inline Instant at(std::string_view text) { return zone().to_instant(wall_time(text)); }

inline Instant now() { return at("2026-10-21 11:35"); }

/// Monday to Saturday, nine to twelve and one to six.
inline std::vector<domain::WeeklyHours> school_hours() {
    std::vector<domain::WeeklyHours> week;
    for (unsigned day = 1; day <= 6; ++day) {
        week.push_back({std::chrono::weekday{day}, hours{9}, hours{12}});
        week.push_back({std::chrono::weekday{day}, hours{13}, hours{18}});
    }
    return week;
}

/// An empty book: everybody at work by the school's hours, every room open, nothing taken.
inline scheduling::Snapshot snapshot() {
    scheduling::Snapshot made{.zone = &zone(), .rules = business().rules, .people = {}, .rooms = {}};
    for (PersonId performer : {ana, ben, clara})
        made.people.push_back({domain::resource_of(performer), school_hours(), {}});
    for (const auto& room : rooms()) made.rooms.push_back({room.id, {}, {}});
    return made;
}

}  // namespace loggia::world
