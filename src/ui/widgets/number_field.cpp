#include "ui/widgets/number_field.h"

#include "ui/widgets/field_parts.h"

#include "icons.generated.h"

#include <algorithm>

namespace loggia::ui {

namespace {

constexpr std::int64_t unbounded_below = std::numeric_limits<std::int64_t>::min(),
                       unbounded_above = std::numeric_limits<std::int64_t>::max();
constexpr int most_digits = 15;
constexpr int page_steps = 10;

// The value some steps away, on the grid that begins at the minimum, inside the bounds.
std::int64_t stepped(std::optional<std::int64_t> value, std::int64_t steps, const NumberSpec& spec) {
    const std::int64_t base = spec.minimum == unbounded_below ? 0 : spec.minimum;
    if (!value)
        return std::clamp(steps > 0                         ? base
                          : spec.maximum == unbounded_above ? base
                                                            : spec.maximum,
                          spec.minimum, spec.maximum);
    const std::int64_t offset = *value - base, off_grid = (offset % spec.step + spec.step) % spec.step;
    const std::int64_t on_grid = *value - off_grid + (off_grid != 0 && steps < 0 ? spec.step : 0);
    return std::clamp(on_grid + steps * spec.step, spec.minimum, spec.maximum);
}

std::int64_t steps_of(const Page& page, NodeId field) {
    std::int64_t steps = 0;
    for (const KeyPress& press : page.events().keys()) {
        if (press.id != field) continue;
        if (press.key == Key::up) steps += 1;
        if (press.key == Key::down) steps -= 1;
        if (press.key == Key::page_up) steps += page_steps;
        if (press.key == Key::page_down) steps -= page_steps;
    }
    return steps;
}

// What is wrong with the text, to be said once the field was left.
std::string trouble_of(const Page& page, std::string_view text, const NumberSpec& spec) {
    if (text.empty()) return {};
    const Words& words = page.words();
    const std::optional<std::int64_t> number = parse_number(text, spec.decimals);
    const auto shown = [&](std::int64_t bound) { return number_text(bound, spec.decimals, words.decimal_mark); };
    if (!number) return std::string{words.not_a_number};
    if (*number < spec.minimum) return said(words.number_at_least, shown(spec.minimum));
    if (*number > spec.maximum) return said(words.number_at_most, shown(spec.maximum));
    return {};
}

struct Typing {
    std::int32_t& active;  // the text is the visitor's; else it is the number's
    std::string& text;
};

// Hears what happened to the field; returns the number it now holds.
std::optional<std::int64_t> hear(Page& page, NodeId field, std::optional<std::int64_t> value, Typing typing,
                                 const NumberSpec& spec) {
    if (const std::string* typed = page.events().text(field)) {
        typing.text = *typed;
        typing.active = 1;
        const auto number = parse_number(*typed, spec.decimals);
        value = number && *number >= spec.minimum && *number <= spec.maximum ? number : std::nullopt;
    }
    std::int64_t steps = steps_of(page, field);
    if (page.events().clicked(page.id_of("less"))) --steps;
    if (page.events().clicked(page.id_of("more"))) ++steps;
    if (steps != 0 && !spec.disabled) {
        value = stepped(value, steps, spec);
        typing.active = 0;
        if (page.events().focused != field)
            page.announce(number_text(*value, spec.decimals, page.words().decimal_mark));
    }
    // What stands for a number is written as numbers are once the field was left.
    if (value && page.events().focused != field) typing.active = 0;
    return value;
}

void input(Page& page, std::string_view key, std::string_view label, std::string_view text,
           std::optional<std::int64_t> value, const NumberSpec& spec, std::string_view error) {
    Node& node = page.add(Role::spin_button, "field");
    dress_field(node, !error.empty());
    node.key = page.keep(key);
    node.value = page.keep(text);
    node.flags |= when(spec.required, Flag::required) | when(spec.disabled, Flag::disabled);
    const auto shown = [&](std::int64_t number) { return number_text(number, spec.decimals, "."); };
    page.attribute(Attribute::type, "text");
    page.attribute(Attribute::inputmode, spec.decimals > 0 ? "decimal" : "numeric");
    page.attribute(Attribute::autocomplete, "off");
    page.attribute(Attribute::name, spec.name.empty() ? key : spec.name);
    page.attribute(Attribute::keys, "vp");
    if (value) page.attribute(Attribute::value_now, shown(*value));
    if (value && !spec.unit.empty())
        page.attribute(Attribute::value_text, std::string{text} + " " + std::string{spec.unit});
    if (spec.minimum != unbounded_below) page.attribute(Attribute::value_min, shown(spec.minimum));
    if (spec.maximum != unbounded_above) page.attribute(Attribute::value_max, shown(spec.maximum));
    if (spec.hide_label) page.attribute(Attribute::label, label);
    if (!error.empty() || !spec.hint.empty())
        page.attribute(Attribute::described_by, page.keep_number(page.id_of("error")));
}

// No tab stop: the field has keys for it.
void stepper_button(Page& page, std::string_view key, Icon icon, std::string_view name, bool at_end) {
    const auto index = static_cast<NodeIndex>(page.nodes().size());
    page.icon_button(key, icon, name, {.look = ButtonLook::ghost, .disabled = at_end});
    page.node(index).flags |= Flag::untabbable;
}

}  // namespace

std::optional<std::int64_t> parse_number(std::string_view text, int decimals) {
    std::int64_t number = 0;
    int digits = 0, after_mark = -1;
    bool negative = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char byte = text[i];
        if (byte == ' ') continue;
        if (byte == '-' && digits == 0 && after_mark < 0 && !negative) {
            negative = true;
        } else if ((byte == '.' || byte == ',') && after_mark < 0 && decimals > 0) {
            after_mark = 0;
        } else if (byte >= '0' && byte <= '9' && after_mark < decimals && digits < most_digits) {
            number = number * 10 + (byte - '0');
            ++digits;
            if (after_mark >= 0) ++after_mark;
        } else {
            return std::nullopt;
        }
    }
    if (digits == 0) return std::nullopt;
    for (int i = std::max(after_mark, 0); i < decimals; ++i) number *= 10;
    return negative ? -number : number;
}

std::string number_text(std::int64_t value, int decimals, std::string_view decimal_mark) {
    std::string digits = std::to_string(value < 0 ? -value : value);
    const auto places = static_cast<std::size_t>(decimals);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    if (places > 0) digits.insert(digits.size() - places, decimal_mark);
    return value < 0 ? "-" + digits : digits;
}

bool number_field(Page& page, std::string_view key, std::string_view label, std::optional<std::int64_t>& value,
                  const NumberSpec& spec) {
    const Scope box = page.keyed(key);
    page.here().layout.width = fill();
    page.here().layout.gap = 6;
    const NodeId field = page.id_of("field");
    const std::string words =
        spec.unit.empty() ? std::string{label} : std::string{label} + " (" + std::string{spec.unit} + ")";
    if (!spec.hide_label) page.field_label(words, field);

    const std::optional<std::int64_t> before = value;
    const Typing typing{page.memory(field), page.memory_text(field)};
    value = hear(page, field, value, typing, spec);
    const std::string shown = typing.active != 0 ? typing.text
                              : value            ? number_text(*value, spec.decimals, page.words().decimal_mark)
                                                 : std::string{};
    std::string error{spec.error};
    if (error.empty() && page.events().focused != field) error = trouble_of(page, shown, spec);
    {
        const Scope layers = page.stack();
        page.here().layout.flow = Flow::layers;
        input(page, key, label, shown, value, spec, error);
        const Scope end = field_end(page);
        stepper_button(page, "less", icon::minus, std::string{page.words().less} + ", " + std::string{label},
                       spec.disabled || (value && *value <= spec.minimum));
        stepper_button(page, "more", icon::plus, std::string{page.words().more} + ", " + std::string{label},
                       spec.disabled || (value && *value >= spec.maximum));
    }
    page.field_words(spec.hint, error);
    return value != before;
}

}  // namespace loggia::ui
