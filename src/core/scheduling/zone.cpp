#include "core/scheduling/zone.h"

#include "core/scheduling/posix_rule.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace loggia::scheduling {
namespace {

struct Transition {
    std::int64_t at;      ///< unix seconds
    std::int32_t offset;  ///< from then on
};

/// What several zones may share: first the offset `initial`, then that of each transition, and since the last
/// of them the footer for ever.
struct RuleRow {
    std::uint8_t footer;
    std::int32_t initial;
    std::uint16_t first_transition;
    std::uint16_t transition_count;
};

#include "zone_table.inc"

constexpr auto rules = [] {
    std::array<PosixRule, std::size(footers)> parsed;
    for (std::size_t i = 0; i < parsed.size(); ++i) parsed[i] = parse_posix_rule(footers[i]).value();
    return parsed;
}();

static_assert(std::size(zone_names) == std::size(rule_of_zone));
static_assert(std::ranges::is_sorted(zone_names));

/// Longer than the clocks are ever moved by, shorter than the time between two changes.
constexpr seconds around{hours{25}};

}  // namespace

struct ZoneRows {
    static constexpr std::size_t count = std::size(zone_names);

    template <std::size_t... Row>
    static constexpr std::array<Zone, count> made(std::index_sequence<Row...>) {
        return {Zone{static_cast<std::uint16_t>(Row)}...};
    }
    static constexpr std::array<Zone, count> all() { return made(std::make_index_sequence<count>{}); }
};

namespace {
constexpr auto zones = ZoneRows::all();
}

const Zone* Zone::find(std::string_view name) {
    const auto* const found = std::ranges::lower_bound(zone_names, name);
    if (found == std::end(zone_names) || *found != name) return nullptr;
    return &zones[static_cast<std::size_t>(found - std::begin(zone_names))];
}

const Zone& Zone::utc() {
    static const Zone& found = *find("UTC");
    return found;
}

std::span<const std::string_view> Zone::names() { return zone_names; }

std::string_view Zone::name() const { return zone_names[m_row]; }

seconds Zone::offset_at(Instant moment) const {
    const RuleRow& row = rule_rows[rule_of_zone[m_row]];
    const std::int64_t at = unix_seconds(moment);
    const std::span explicit_ones = std::span{transitions}.subspan(row.first_transition, row.transition_count);
    if (explicit_ones.empty() || at >= explicit_ones.back().at) return seconds{rules[row.footer].offset_at(at)};

    const auto next = std::ranges::upper_bound(explicit_ones, at, {}, &Transition::at);
    return seconds{next == explicit_ones.begin() ? row.initial : std::prev(next)->offset};
}

CivilTime Zone::to_civil(Instant moment) const { return CivilTime{moment.time_since_epoch() + offset_at(moment)}; }

Instant Zone::to_instant(CivilTime time) const {
    const Instant as_if_utc{time.time_since_epoch()};
    const seconds before = offset_at(as_if_utc - around);
    const seconds after = offset_at(as_if_utc + around);
    const Instant first = as_if_utc - before;
    if (before == after || offset_at(first) == before) return first;
    const Instant second = as_if_utc - after;
    if (offset_at(second) == after) return second;

    // In the gap. Here `second` lies before the change and `first` after it, at most the length of the gap
    // apart.
    Instant not_yet = second;
    Instant changed = first;
    while (changed - not_yet > seconds{1}) {
        const Instant middle = not_yet + (changed - not_yet) / 2;
        (offset_at(middle) == before ? not_yet : changed) = middle;
    }
    return changed;
}

TimeRange Zone::day(Date date) const { return {to_instant(day_of(date)), to_instant(day_of(date) + days{1})}; }

Date Zone::date_at(Instant moment) const { return date_of(std::chrono::floor<days>(to_civil(moment))); }

}  // namespace loggia::scheduling
