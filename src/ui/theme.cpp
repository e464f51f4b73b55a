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
    std::uint32_t of[4];  // by Scheme
};

// clang-format off
constexpr Row rows[] = {
    {Colour::ground,      "ground",      {0xf6f7f9, 0x0f141b, 0xffffff, 0x000000}},
    {Colour::surface,     "surface",     {0xffffff, 0x171d26, 0xffffff, 0x0a0d12}},
    {Colour::sunken,      "sunken",      {0xeef1f5, 0x222a36, 0xeef1f5, 0x1b212b}},
    {Colour::hover,       "hover",       {0xf3f5f8, 0x1f2732, 0xe6eaf0, 0x222a36}},
    {Colour::line,        "line",        {0xe4e8ee, 0x2b3442, 0x5b6676, 0x9aa5b5}},
    {Colour::field_line,  "field-line",  {0x868fa2, 0x6b778a, 0x1b2330, 0xe4e8ee}},
    {Colour::ink,         "ink",         {0x1b2330, 0xeef1f6, 0x000000, 0xffffff}},
    {Colour::ink_soft,    "ink-soft",    {0x475467, 0xc3cad6, 0x1f2733, 0xe9edf3}},
    {Colour::muted,       "muted",       {0x5f6b80, 0x9ba6b7, 0x333d4b, 0xd3dae4}},
    {Colour::faint,       "faint",       {0xa0a9b8, 0x5c6778, 0x667085, 0x8d98a8}},
    {Colour::brand,       "brand",       {0x2f5bea, 0x3f68f0, 0x1f3fae, 0xa3baff}},
    {Colour::brand_hover, "brand-hover", {0x2448c4, 0x3159d8, 0x16308a, 0xc2d2ff}},
    {Colour::on_brand,    "on-brand",    {0xffffff, 0xffffff, 0xffffff, 0x000000}},
    {Colour::brand_soft,  "brand-soft",  {0xe9eeff, 0x1e2b4f, 0xe6ecff, 0x16203b}},
    {Colour::brand_ink,   "brand-ink",   {0x2449c4, 0xa3baff, 0x16308a, 0xc2d2ff}},
    {Colour::green,       "green",       {0x12805c, 0x58d0a4, 0x0b4f38, 0x7ff0c2}},
    {Colour::green_soft,  "green-soft",  {0xecfaf3, 0x12362b, 0xe6f7ef, 0x05291d}},
    {Colour::amber,       "amber",       {0x95550a, 0xf2b25c, 0x5e3300, 0xffd08a}},
    {Colour::amber_soft,  "amber-soft",  {0xfdf0dc, 0x3b2a12, 0xfdeed6, 0x2e1e05}},
    {Colour::red,         "red",         {0xb3261e, 0xff9a92, 0x8a120c, 0xffb3ad}},
    {Colour::red_hover,   "red-hover",   {0x8f1d17, 0xffb3ad, 0x6d0c07, 0xffd0cc}},
    {Colour::on_red,      "on-red",      {0xffffff, 0x3a0906, 0xffffff, 0x000000}},
    {Colour::red_soft,    "red-soft",    {0xfdeceb, 0x42191a, 0xfde6e4, 0x3a0e0e}},
    {Colour::focus,       "focus",       {0x2f5bea, 0x8fb0ff, 0x16308a, 0xffffff}},
    {Colour::scrim,       "scrim",       {0x0f141b, 0x000000, 0x000000, 0x000000}},
    {Colour::emblem,      "emblem",      {0x1b2330, 0xeef1f6, 0x000000, 0xffffff}},
    {Colour::on_emblem,   "on-emblem",   {0xffffff, 0x1b2330, 0xffffff, 0x000000}},
};

struct HueRow { std::string_view strong, soft, ink; std::uint32_t of[4][3]; };
constexpr HueRow hue_rows[hues] = {
    {"violet", "violet-soft", "violet-ink",
     {{0x7c4ddb, 0xf0eafe, 0x5b2fb8}, {0x8558e0, 0x2c2148, 0xc9b3ff}, {0x643eb1, 0xf0eafe, 0x592eb4}, {0xc9b3ff, 0x211936, 0xc9b3ff}}},
    {"teal", "teal-soft", "teal-ink",
     {{0x0b7f70, 0xe0f5f1, 0x0a6156}, {0x0d8172, 0x10352f, 0x7fdccb}, {0x086256, 0xe0f5f1, 0x09594f}, {0x7fdccb, 0x0c2823, 0x7fdccb}}},
    {"orange", "orange-soft", "orange-ink",
     {{0xc2550f, 0xfeece0, 0x97400a}, {0xbb5511, 0x402413, 0xffb98c}, {0x903f0b, 0xfeece0, 0x833809}, {0xffb98c, 0x301b0e, 0xffb98c}}},
    {"blue", "blue-soft", "blue-ink",
     {{0x2f5bea, 0xe9eeff, 0x1f42b4}, {0x3f68f0, 0x1e2b4f, 0xa3baff}, {0x274cc2, 0xe9eeff, 0x1f42b4}, {0xa3baff, 0x16203b, 0xa3baff}}},
    {"pink", "pink-soft", "pink-ink",
     {{0xc0327c, 0xfde8f2, 0x9a2262}, {0xc93f86, 0x431d32, 0xffa8d2}, {0x9c2864, 0xfde8f2, 0x8e1f5a}, {0xffa8d2, 0x321626, 0xffa8d2}}},
    {"slate", "slate-soft", "slate-ink",
     {{0x475467, 0xeef1f5, 0x344054}, {0x5c6a7f, 0x262e3a, 0xc3cad6}, {0x475467, 0xeef1f5, 0x344054}, {0xc3cad6, 0x1c222c, 0xc3cad6}}},
    {"olive", "olive-soft", "olive-ink",
     {{0x5b7310, 0xf0f5dd, 0x475a0c}, {0x62791a, 0x2a3314, 0xc4dc7a}, {0x4b5e0d, 0xf0f5dd, 0x44560c}, {0xc4dc7a, 0x20260f, 0xc4dc7a}}},
    {"cyan", "cyan-soft", "cyan-ink",
     {{0x0b7599, 0xe1f3fa, 0x095a76}, {0x137fa5, 0x10303d, 0x86d4f0}, {0x095e7a, 0xe1f3fa, 0x08556f}, {0x86d4f0, 0x0c242e, 0x86d4f0}}},
};
// clang-format on

float luminance(Rgba colour) {
    const auto linear = [](std::uint8_t byte) {
        const float v = static_cast<float>(byte) / 255.f;
        return v <= 0.04045f ? v / 12.92f : std::pow((v + 0.055f) / 1.055f, 2.4f);
    };
    return 0.2126f * linear(colour.r) + 0.7152f * linear(colour.g) + 0.0722f * linear(colour.b);
}

}  // namespace

Palette palette_of(Scheme scheme) {
    const auto column = static_cast<std::size_t>(scheme);
    Palette palette{};
    for (const Row& row : rows) palette[static_cast<std::size_t>(row.colour)] = rgb(row.of[column]);
    palette[static_cast<std::size_t>(Colour::none)] = {0, 0, 0, 0};
    palette[static_cast<std::size_t>(Colour::scrim)].a = 128;
    for (std::size_t hue = 0; hue < hues; ++hue) {
        for (std::size_t i = 0; i < 3; ++i) {
            palette[static_cast<std::size_t>(Colour::first_hue) + 3 * hue + i] = rgb(hue_rows[hue].of[column][i]);
        }
    }
    return palette;
}

float contrast(Rgba one, Rgba other) {
    const float a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05f) / (std::min(a, b) + 0.05f);
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

}  // namespace loggia::ui
