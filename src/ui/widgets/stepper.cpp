#include "ui/widgets/stepper.h"

#include "icons.generated.h"

namespace loggia::ui {

namespace {

// The number is the list's own; only the canvas shows it.
void disc(Page& page, std::size_t number, bool done, bool current) {
    Node& node = page.add(Role::none);
    node.layout.width = node.layout.height = px(28);
    node.look.radius = 14;
    node.look.fill = done || current ? Colour::brand : Colour::sunken;
    node.look.ink = done || current ? Colour::on_brand : Colour::muted;
    if (done) {
        node.look.mark = Mark::icon;
        node.look.icon = icon::check;
        node.look.amount = 16;
        return;
    }
    node.look.mark = Mark::avatar;
    node.look.amount = 14;
    node.name = page.keep_number(static_cast<long long>(number));
}

void spoken_state(Page& page) {
    Node& node = page.add(Role::text, {}, "done");
    node.name = page.words().step_done;
    node.look.mark = Mark::text;
    node.flags |= Flag::hidden;
}

void step(Page& page, const TaskStep& step, std::size_t index, std::size_t current) {
    const bool done = index < current, here = index == current;
    const bool links = done && !step.href.empty();
    const Scope box = links ? page.open(Role::link, "go") : page.row();
    Node& node = page.here();
    node.layout.flow = Flow::row;
    node.layout.align = Align::center;
    node.layout.gap = 8;
    node.layout.min_height = 44;
    if (links) {
        node.look.hover_fill = Colour::hover;
        node.look.radius = 10;
        page.attribute(Attribute::href, step.href);
    }
    disc(page, index + 1, done, here);
    page.text(step.label, {.style = here ? Text::small_strong : Text::small, .one_line = true});
    if (!here) page.last().look.ink = Colour::muted;
    if (page.phone() && !here) page.last().flags |= Flag::hidden;
    if (done) spoken_state(page);
}

}  // namespace

void stepper(Page& page, std::string_view name, std::span<const TaskStep> steps, std::size_t current) {
    const Scope list = page.open(Role::ordered_list);
    page.attribute(Attribute::label, name);
    page.here().layout.flow = Flow::row;
    page.here().layout.align = Align::center;
    page.here().layout.gap = 8;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Scope item = page.open(Role::list_item, steps[i].key);
        page.here().flags |= when(i == current, Flag::current);
        page.here().layout.flow = Flow::row;
        page.here().layout.align = Align::center;
        page.here().layout.gap = 8;
        if (i > 0) {
            page.here().layout.width = fill();
            Node& line = page.add(Role::none);
            line.layout.width = fill();
            line.layout.min_width = 12;
            line.layout.height = px(2);
            line.look.fill = i <= current ? Colour::brand : Colour::line;
        }
        step(page, steps[i], i, current);
    }
}

}  // namespace loggia::ui
