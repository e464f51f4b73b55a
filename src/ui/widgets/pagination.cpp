#include "ui/widgets/pagination.h"

#include "icons.generated.h"

#include <algorithm>
#include <array>

namespace loggia::ui {

namespace {

void step(Page& page, std::string_view key, Icon icon, std::string_view name, std::string_view href, bool possible) {
    if (!possible) {
        page.icon_button(key, icon, name, {.look = ButtonLook::ghost, .disabled = true});
        return;
    }
    page.link(key, {}, href, {.look = LinkLook::ghost, .icon = icon, .name = name});
}

}  // namespace

std::size_t page_numbers(int current, int count, std::span<int> numbers) {
    const int most = static_cast<int>(numbers.size());
    std::size_t used = 0;
    const auto add = [&](int number) { numbers[used++] = number; };
    if (count <= most) {
        for (int number = 1; number <= count; ++number) add(number);
        return used;
    }
    // Between the ends stand two fewer; a gap takes the place of a number.
    const int inner = most - 2;
    const int first = std::clamp(current - inner / 2, 2, count - inner);
    add(1);
    for (int i = 0; i < inner; ++i) {
        const int number = first + i;
        const bool gap_before = i == 0 && number > 2, gap_after = i == inner - 1 && number < count - 1;
        add(gap_before || gap_after ? 0 : number);
    }
    add(count);
    return used;
}

void pagination(Page& page, std::string_view key, const PageLinks& links) {
    if (links.count < 2) return;
    const int current = std::clamp(links.current, 1, links.count);
    const auto address = [&](int number) { return std::string{links.prefix} + std::to_string(number); };
    const Scope nav = page.open(Role::navigation, key);
    page.attribute(Attribute::label, links.name);
    page.here().layout.flow = Flow::row;
    page.here().layout.gap = 4;
    page.here().layout.align = Align::center;
    page.here().layout.justify = Justify::center;
    step(page, "previous", icon::chevron_left, page.words().previous_page, address(current - 1), current > 1);
    std::array<int, 9> room{};
    const std::span<int> numbers = std::span(room).first(page.phone() ? 5 : room.size());
    const std::size_t used = page_numbers(current, links.count, numbers);
    for (const int number : numbers.first(used)) {
        if (number == 0) {
            page.text("…", {.style = Text::muted, .align = Align::center, .one_line = true});
            page.last().layout.min_width = 24;
            continue;
        }
        const std::string shown = std::to_string(number);
        const Scope link = page.open(Role::link, shown);
        Node& node = page.here();
        node.flags |= when(number == current, Flag::current);
        node.layout.min_width = node.layout.min_height = 44;
        node.layout.flow = Flow::row;
        node.layout.align = Align::center;
        node.layout.justify = Justify::center;
        node.look.radius = 10;
        node.look.fill = number == current ? Colour::brand_soft : Colour::none;
        node.look.hover_fill = number == current ? Colour::none : Colour::hover;
        page.attribute(Attribute::href, address(number));
        page.attribute(Attribute::label, said(page.words().page, shown));
        page.text(shown, {.style = number == current ? Text::strong : Text::body, .one_line = true});
        page.last().look.ink = number == current ? Colour::brand_ink : Colour::ink_soft;
    }
    step(page, "next", icon::chevron_right, page.words().next_page, address(current + 1), current < links.count);
}

}  // namespace loggia::ui
