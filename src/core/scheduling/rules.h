#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

/// Everything that can stand against a start: one table, from which names, sentences and what may be waived come.
namespace loggia::scheduling {

/// In the order in which they are asked: the first of them that stands is the one named.
enum class Refusal : std::uint8_t {
    past,
    too_soon,  ///< minimum notice
    too_far,   ///< horizon
    cut_off,   ///< bookings for the day have closed
    off_grid,
    client_open_limit,
    client_day_limit,
    client_week_limit,
    does_not_perform,  ///< the person does not perform the service
    not_open,          ///< outside of the location's opening hours
    closure,           ///< a holiday, or another day on which the location is closed
    not_working,
    on_leave,
    person_day_limit,
    person_week_limit,
    person_day_work,  ///< minutes of work
    person_week_work,
    person_busy,
    no_room,  ///< the service needs one and has none
    room_not_open,
    room_busy,
    equipment_busy,
};
inline constexpr int refusal_count = static_cast<int>(Refusal::equipment_busy) + 1;

/// As it is stored and sent: "person_busy".
[[nodiscard]] std::string_view name_of(Refusal refusal);
[[nodiscard]] std::optional<Refusal> refusal_named(std::string_view name);

/// One sentence for a client; names no other person and no record, and does not say whether somebody is away, at the
/// end of their hours or fully booked.
[[nodiscard]] std::string_view explain(Refusal refusal);

/// Whether staff who may override rules can book in spite of it. What is taken cannot be taken twice.
[[nodiscard]] bool may_be_waived(Refusal refusal);

class RefusalSet {
public:
    constexpr RefusalSet() = default;
    constexpr RefusalSet(std::initializer_list<Refusal> members) {
        for (const Refusal member : members) add(member);
    }
    constexpr void add(Refusal refusal) { m_bits |= bit(refusal); }
    constexpr void remove(Refusal refusal) { m_bits &= ~bit(refusal); }
    [[nodiscard]] constexpr bool has(Refusal refusal) const { return (m_bits & bit(refusal)) != 0; }
    bool operator==(const RefusalSet&) const = default;

private:
    static constexpr std::uint32_t bit(Refusal refusal) { return std::uint32_t{1} << static_cast<unsigned>(refusal); }
    std::uint32_t m_bits = 0;
};

}  // namespace loggia::scheduling
