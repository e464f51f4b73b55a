#include "portal/screens/book/service_panel.h"

#include "core/base/text.h"
#include "icons.generated.h"
#include "portal/screens/icons.h"

namespace loggia::portal {

namespace {

std::span<const api::ServiceView> services_in(const Context& context) {
    const auto* list = here(context.store.business.services());
    return list ? std::span<const api::ServiceView>(list->services) : std::span<const api::ServiceView>();
}

void draw_nothing_offered(ui::Page& page, const Context& context) {
    const auto empty = page.empty({.title = context.words.no_services(),
                                   .text = context.words.no_services_hint(),
                                   .icon = ui::icon::calendar_off});
}

}  // namespace

std::optional<ServiceId> draw_service_tiles(ui::Page& page, const Context& context, const api::ServiceView* chosen) {
    std::optional<ServiceId> pressed;
    const auto services = services_in(context);
    if (services.empty()) {
        draw_nothing_offered(page, context);
        return pressed;
    }
    const auto group = page.radio_group("service", context.words.which_service(),
                                        {.look = ui::ChoiceLook::cards, .hide_legend = true});
    for (const auto& service : services) {
        const std::string duration = context.words.minutes(service.duration_minutes);
        const std::string price = context.words.price(service.price);
        const ui::Choice choice{
            .title = service.name, .subtitle = duration, .trailing = price, .icon = icon_of(service.icon)};
        if (page.choice(url_text(service.id), choice, &service == chosen)) pressed = service.id;
    }
    return pressed;
}

void draw_service_links(ui::Page& page, const Context& context) {
    const auto services = services_in(context);
    if (services.empty()) return draw_nothing_offered(page, context);
    const auto card = page.card({.gap = ui::Space::none});
    const auto list = page.list(context.words.services());
    bool is_first = true;
    for (const auto& service : services) {
        const std::string href = choose_time_url({.service = &service, .person = {}, .date = {}, .at = {}});
        const auto row =
            page.list_row(url_text(service.id), {.title = service.name,
                                                 .subtitle = context.words.minutes(service.duration_minutes),
                                                 .trailing = context.words.price(service.price),
                                                 .icon = icon_of(service.icon),
                                                 .href = href,
                                                 .line_above = !is_first});
        is_first = false;
    }
}

void draw_cancellation_note(ui::Page& page, const Context& context) {
    if (!here(context.store.business.business())) return;
    page.icon_line(ui::icon::shield_check,
                   context.words.free_to_cancel_before(context.store.business.free_cancellation()),
                   ui::Text::small_muted);
}

}  // namespace loggia::portal
