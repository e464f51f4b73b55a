#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace loggia::ui {

namespace {

constexpr Rgba rgb(std::uint32_t value, std::uint8_t alpha = 255) {
    return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
            static_cast<std::uint8_t>(value), alpha};
}

struct Row {
    Colour colour;
    std::string_view name;
    std::uint32_t light, dark;
};

// clang-format off
constexpr Row rows[] = {
    {Colour::ground,      "ground",      0xf6f7f9, 0x0f141b},
    {Colour::surface,     "surface",     0xffffff, 0x171d26},
    {Colour::sunken,      "sunken",      0xeef1f5, 0x222a36},
    {Colour::hover,       "hover",       0xf3f5f8, 0x1f2732},
    {Colour::line,        "line",        0xe4e8ee, 0x2b3442},
    {Colour::field_line,  "field-line",  0x8a94a6, 0x6b778a},
    {Colour::ink,         "ink",         0x1b2330, 0xeef1f6},
    {Colour::ink_soft,    "ink-soft",    0x475467, 0xc3cad6},
    {Colour::muted,       "muted",       0x5f6b80, 0x9ba6b7},
    {Colour::faint,       "faint",       0xa0a9b8, 0x5c6778},
    {Colour::brand,       "brand",       0x2f5bea, 0x3f68f0},
    {Colour::brand_hover, "brand-hover", 0x2448c4, 0x3159d8},
    {Colour::on_brand,    "on-brand",    0xffffff, 0xffffff},
    {Colour::brand_soft,  "brand-soft",  0xe9eeff, 0x1e2b4f},
    {Colour::brand_ink,   "brand-ink",   0x2449c4, 0xa3baff},
    {Colour::green,       "green",       0x12805c, 0x58d0a4},
    {Colour::green_soft,  "green-soft",  0xecfaf3, 0x12362b},
    {Colour::amber,       "amber",       0x95550a, 0xf2b25c},
    {Colour::amber_soft,  "amber-soft",  0xfdf0dc, 0x3b2a12},
    {Colour::red,         "red",         0xb3261e, 0xff9a92},
    {Colour::red_hover,   "red-hover",   0x8f1d17, 0xffb3ad},
    {Colour::on_red,      "on-red",      0xffffff, 0x3a0906},
    {Colour::red_soft,    "red-soft",    0xfdeceb, 0x42191a},
    {Colour::focus,       "focus",       0x2f5bea, 0x8fb0ff},
    {Colour::scrim,       "scrim",       0x0f141b, 0x000000},
    {Colour::emblem,      "emblem",      0x1b2330, 0xeef1f6},
    {Colour::on_emblem,   "on-emblem",   0xffffff, 0x1b2330},
};

struct HueRow { std::string_view strong, soft, ink; std::uint32_t light[3], dark[3]; };
constexpr HueRow hue_rows[hues] = {
    {"violet", "violet-soft", "violet-ink", {0x7c4ddb, 0xf0eafe, 0x5b2fb8}, {0x8558e0, 0x2c2148, 0xc9b3ff}},
    {"teal",   "teal-soft",   "teal-ink",   {0x0b7f70, 0xe0f5f1, 0x0a6156}, {0x0d8172, 0x10352f, 0x7fdccb}},
    {"orange", "orange-soft", "orange-ink", {0xc2550f, 0xfeece0, 0x97400a}, {0xbb5511, 0x402413, 0xffb98c}},
    {"blue",   "blue-soft",   "blue-ink",   {0x2f5bea, 0xe9eeff, 0x1f42b4}, {0x3f68f0, 0x1e2b4f, 0xa3baff}},
    {"pink",   "pink-soft",   "pink-ink",   {0xc0327c, 0xfde8f2, 0x9a2262}, {0xc93f86, 0x431d32, 0xffa8d2}},
    {"slate",  "slate-soft",  "slate-ink",  {0x475467, 0xeef1f5, 0x344054}, {0x5a687d, 0x262e3a, 0xc3cad6}},
    {"olive",  "olive-soft",  "olive-ink",  {0x5b7310, 0xf0f5dd, 0x475a0c}, {0x62791a, 0x2a3314, 0xc4dc7a}},
    {"cyan",   "cyan-soft",   "cyan-ink",   {0x0b7599, 0xe1f3fa, 0x095a76}, {0x137fa5, 0x10303d, 0x86d4f0}},
};
// clang-format on

Palette palette_of(bool dark) {
    Palette palette{};
    for (const Row& row : rows) palette[static_cast<std::size_t>(row.colour)] = rgb(dark ? row.dark : row.light);
    palette[static_cast<std::size_t>(Colour::none)] = {0, 0, 0, 0};
    palette[static_cast<std::size_t>(Colour::scrim)].a = 128;
    for (std::size_t hue = 0; hue < hues; ++hue) {
        for (std::size_t i = 0; i < 3; ++i) {
            palette[static_cast<std::size_t>(Colour::first_hue) + 3 * hue + i] =
                rgb(dark ? hue_rows[hue].dark[i] : hue_rows[hue].light[i]);
        }
    }
    return palette;
}

Rgba mix(Rgba from, Rgba to, float share) {
    const auto one = [share](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(
            std::lround(static_cast<float>(a) + (static_cast<float>(b) - static_cast<float>(a)) * share));
    };
    return {one(from.r, to.r), one(from.g, to.g), one(from.b, to.b), 255};
}

float luminance(Rgba colour) {
    const auto linear = [](std::uint8_t byte) {
        const float v = static_cast<float>(byte) / 255.f;
        return v <= 0.04045f ? v / 12.92f : std::pow((v + 0.055f) / 1.055f, 2.4f);
    };
    return 0.2126f * linear(colour.r) + 0.7152f * linear(colour.g) + 0.0722f * linear(colour.b);
}

// The first mixture of `from` towards `to` that reads on `ground`.
Rgba readable(Rgba from, Rgba to, Rgba ground) {
    for (float share = 0; share < 1; share += 0.04f) {
        const Rgba mixed = mix(from, to, share);
        if (contrast(mixed, ground) >= 4.6f) return mixed;
    }
    return to;
}

}  // namespace

Palette light_palette() { return palette_of(false); }
Palette dark_palette() { return palette_of(true); }

float contrast(Rgba one, Rgba other) {
    const float a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05f) / (std::min(a, b) + 0.05f);
}

Palette branded(Palette palette, std::uint32_t value, bool dark) {
    const auto at = [&palette](Colour colour) -> Rgba& { return palette[static_cast<std::size_t>(colour)]; };
    const Rgba white = rgb(0xffffff), black = rgb(0x000000), brand = rgb(value);
    at(Colour::brand) = readable(brand, black, white);
    at(Colour::on_brand) = white;
    at(Colour::brand_hover) = mix(at(Colour::brand), black, 0.18f);
    at(Colour::brand_soft) = mix(brand, dark ? at(Colour::surface) : white, dark ? 0.75f : 0.9f);
    at(Colour::brand_ink) = readable(brand, dark ? white : black, at(Colour::brand_soft));
    at(Colour::focus) = at(Colour::brand_ink);
    return palette;
}

std::string_view token(Colour colour) {
    for (const Row& row : rows) {
        if (row.colour == colour) return row.name;
    }
    const int offset = static_cast<int>(colour) - static_cast<int>(Colour::first_hue);
    if (offset < 0 || offset >= 3 * hues) return {};
    const HueRow& row = hue_rows[offset / 3];
    return offset % 3 == 0 ? row.strong : offset % 3 == 1 ? row.soft : row.ink;
}

Hue hue_of(std::string_view name) {
    std::uint32_t hash = 2166136261u;
    for (const char byte : name) hash = (hash ^ static_cast<std::uint8_t>(byte)) * 16777619u;
    constexpr Hue people[] = {Hue::violet, Hue::teal, Hue::orange, Hue::blue, Hue::pink, Hue::olive, Hue::cyan};
    return people[(hash ^ (hash >> 16)) % std::size(people)];
}

std::array<Pair, 46> text_pairs() {
    using enum Colour;
    std::array<Pair, 46> pairs{
        {
         {ink, ground},           {ink, surface},          {ink, sunken},        {ink, hover},
         {ink, brand_soft},       {ink_soft, surface},     {ink_soft, ground},   {ink_soft, sunken},
         {muted, ground},         {muted, surface},        {muted, brand_soft},  {muted, hover},
         {on_brand, brand},       {on_brand, brand_hover}, {brand_ink, surface}, {brand_ink, ground},
         {brand_ink, brand_soft}, {green, green_soft},     {green, surface},     {green, ground},
         {amber, amber_soft},     {amber, surface},        {amber, ground},      {red, red_soft},
         {red, surface},          {red, ground},           {on_red, red},        {on_red, red_hover},
         {on_emblem, emblem},     {muted, sunken},
         }
    };
    for (int hue = 0; hue < hues; ++hue) {
        pairs[static_cast<std::size_t>(30 + 2 * hue)] = {Colour::ink, soft(static_cast<Hue>(hue))};
        pairs[static_cast<std::size_t>(31 + 2 * hue)] = {ui::ink(static_cast<Hue>(hue)), soft(static_cast<Hue>(hue))};
    }
    return pairs;
}

}  // namespace loggia::ui
