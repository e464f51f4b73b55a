#pragma once

#include "core/scheduling/free_times.h"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace loggia::scheduling {

/// A source of small numbers: a fixed generator, or RapidCheck, which then shrinks what it found.
using Choose = std::function<int(int least, int most)>;

/// The numbers of a fixed generator: the same on every platform.
[[nodiscard]] Choose numbers_from(unsigned seed);

/// What a made-up business has besides people with hours.
enum class Feature : std::uint8_t {
    claims,
    rooms,
    capacity,
    equipment,
    opening,
    closures,
    other_hours,
    nights,  ///< hours that go on after midnight
    leave,
    own_terms,
    buffers,
    work_limits,
    client_limits,
    notice,
    horizon,
    cut_off,
    own_rules,  ///< of the service
    waivers,
};
inline constexpr int feature_count = static_cast<int>(Feature::waivers) + 1;
[[nodiscard]] std::string_view name_of(Feature feature);

class Features {
public:
    Features() = default;
    Features(std::initializer_list<Feature> features) {
        for (const Feature feature : features) add(feature);
    }
    void add(Feature feature) { m_bits |= bit(feature); }
    void remove(Feature feature) { m_bits &= ~bit(feature); }
    [[nodiscard]] bool has(Feature feature) const { return (m_bits & bit(feature)) != 0; }

private:
    static std::uint32_t bit(Feature feature) { return std::uint32_t{1} << static_cast<unsigned>(feature); }
    std::uint32_t m_bits = 0;
};
/// Some of them, more often few than many.
[[nodiscard]] Features some_features(const Choose& choose);

/// A made-up business and question, rich in what goes wrong: days on which clocks change, hours that meet,
/// claims that overlap and cross midnight, uneven durations.
struct Case {
    domain::Service service;
    Snapshot snapshot;
    FreeTimesQuery query;  ///< without `service`: see `asked`

    [[nodiscard]] FreeTimesQuery asked() const {
        FreeTimesQuery question = query;
        question.service = &service;
        return question;
    }
};
[[nodiscard]] Case make_case(const Choose& choose, Features features);

/// A moment of the days asked about and the one after; mostly on five minutes.
[[nodiscard]] Instant some_moment(const Case& made, const Choose& choose);

}  // namespace loggia::scheduling
