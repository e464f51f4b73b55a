// A business's colour is whatever its sign is painted in; text on it, and it on our grounds, still has to be read.
#include "ui/theme.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace loggia::ui {

namespace {

constexpr Rgba white{255, 255, 255, 255}, black{0, 0, 0, 255};

Rgba mix(Rgba from, Rgba to, float share) {
    const auto one = [share](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(
            std::lround(static_cast<float>(a) + (static_cast<float>(b) - static_cast<float>(a)) * share));
    };
    return {one(from.r, to.r), one(from.g, to.g), one(from.b, to.b), 255};
}

// The colour nearest to `from`, on its way to `to`, that `fits`.
template <class Fits> Rgba nudged(Rgba from, Rgba to, Fits fits) {
    for (float share = 0; share < 1; share += 0.01f) {
        const Rgba mixed = mix(from, to, share);
        if (fits(mixed)) return mixed;
    }
    return to;
}

auto reads_on(std::initializer_list<Rgba> grounds, float least) {
    return [grounds, least](Rgba colour) {
        return std::ranges::all_of(grounds, [&](Rgba ground) { return contrast(colour, ground) >= least; });
    };
}

}  // namespace

Palette branded(std::uint32_t value, Scheme scheme) {
    Palette palette = palette_of(scheme);
    const auto at = [&palette](Colour colour) -> Rgba& { return palette[static_cast<std::size_t>(colour)]; };
    const float text = least_contrast(Sight::text, scheme), mark = least_contrast(Sight::mark, scheme);
    const Rgba sign{static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
                    static_cast<std::uint8_t>(value), 255};
    const Rgba on = at(Colour::on_brand), surface = at(Colour::surface), ground = at(Colour::ground);
    const Rgba far = is_dark(scheme) ? white : black;  // from the grounds
    // First as far from the words on it as they need, then back from the ground where it would vanish.
    const Rgba darker = on == white ? black : white;
    const Rgba worded = nudged(sign, darker, reads_on({on}, text));
    at(Colour::brand) = nudged(worded, far, reads_on({surface, ground}, mark));
    const bool fades = contrast(mix(at(Colour::brand), far, 0.18f), on) < text;
    const bool is_end = contrast(at(Colour::brand), fades ? darker : far) < 1.3f;
    at(Colour::brand_hover) = mix(at(Colour::brand), is_end ? on : fades ? darker : far, 0.18f);
    at(Colour::brand_soft) = nudged(mix(sign, surface, is_dark(scheme) ? 0.75f : 0.9f), surface, [&](Rgba soft) {
        return contrast(at(Colour::muted), soft) >= text && contrast(at(Colour::ink_soft), soft) >= text;
    });
    at(Colour::brand_ink) = nudged(
        sign, far, reads_on({surface, ground, at(Colour::sunken), at(Colour::hover), at(Colour::brand_soft)}, text));
    at(Colour::focus) = at(Colour::brand_ink);
    return palette;
}

}  // namespace loggia::ui
