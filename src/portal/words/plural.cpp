#include "portal/words/plural.h"

namespace loggia::portal {

namespace {

constexpr std::uint64_t million = 1'000'000;

/// Negated without a sign: the least integer has no positive twin.
std::uint64_t magnitude(std::int64_t count) {
    const auto bits = static_cast<std::uint64_t>(count);
    return count < 0 ? 0 - bits : bits;
}

Plural only_other(std::int64_t) { return Plural::other; }
Plural one_or_other(std::int64_t count) { return magnitude(count) == 1 ? Plural::one : Plural::other; }

Plural spanish(std::int64_t count) {
    if (magnitude(count) == 1) return Plural::one;
    return count != 0 && magnitude(count) % million == 0 ? Plural::many : Plural::other;
}

Plural french(std::int64_t count) {
    if (magnitude(count) <= 1) return Plural::one;
    return magnitude(count) % million == 0 ? Plural::many : Plural::other;
}

Plural slovenian(std::int64_t count) {
    switch (magnitude(count) % 100) {
    case 1: return Plural::one;
    case 2: return Plural::two;
    case 3:
    case 4: return Plural::few;
    default: return Plural::other;
    }
}

Plural arabic(std::int64_t count) {
    const std::uint64_t whole = magnitude(count);
    if (whole <= 2) return whole == 0 ? Plural::zero : whole == 1 ? Plural::one : Plural::two;
    const std::uint64_t rest = magnitude(count) % 100;
    if (rest >= 3 && rest <= 10) return Plural::few;
    return rest >= 11 ? Plural::many : Plural::other;
}

struct LanguageRule {
    std::string_view language;
    PluralRule rule;
};

/// Cardinal rules of CLDR 45 (common/supplemental/plurals.xml), for numbers without a fraction.
constexpr LanguageRule rules[]{
    {"ar", arabic      },
    {"de", one_or_other},
    {"en", one_or_other},
    {"es", spanish     },
    {"fr", french      },
    {"ja", only_other  },
    {"sl", slovenian   },
};

}  // namespace

PluralRule plural_rule_of(std::string_view language) {
    for (const auto& row : rules)
        if (row.language == language) return row.rule;
    return only_other;
}

}  // namespace loggia::portal
