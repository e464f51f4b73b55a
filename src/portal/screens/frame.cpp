#include "portal/screens/frame.h"

#include "core/base/text.h"
#include "icons.generated.h"
#include "languages.generated.h"
#include "portal/screens/icons.h"
#include "portal/screens/notices.h"

namespace loggia::portal {

namespace {

struct NavEntry {
    Section section;
    Place place;
    Sentence label;
    ui::Icon icon;
};

constexpr NavEntry nav_entries[]{
    {Section::calendar, Place::calendar,       &Phrases::calendar,         ui::icon::calendar_days },
    {Section::home,     Place::my_home,        &Phrases::my_bookings,      ui::icon::calendar_check},
    {Section::book,     Place::choose_service, &Phrases::book,             ui::icon::calendar_plus },
    {Section::roles,    Place::roles,          &Phrases::roles_and_access, ui::icon::shield_check  },
};

/// The sections that whoever is here may open.
template <class Draw> void each_entry(const Context& context, Draw draw) {
    for (const NavEntry& entry : nav_entries)
        if (context.session.may_any(route_to(entry.place).needs)) draw(entry);
}

void draw_nav(ui::Page& page, const Context& context, Section current) {
    each_entry(context, [&](const NavEntry& entry) {
        page.nav_item(url_of(entry.place), (context.words.*entry.label)(), url_of(entry.place), entry.icon,
                      entry.section == current);
    });
}

std::string_view business_name(const Context& context, bool in_short) {
    const auto* business = here(context.store.business.business());
    if (!business) return {};
    return in_short && !business->short_name.empty() ? business->short_name : business->name;
}

/// One after the other; from the system's colours on first to those it does not show.
ui::ThemeChoice theme_after(ui::ThemeChoice theme, const ui::Media& media) {
    switch (theme) {
    case ui::ThemeChoice::automatic: return media.dark ? ui::ThemeChoice::light : ui::ThemeChoice::dark;
    case ui::ThemeChoice::dark: return ui::ThemeChoice::light;
    case ui::ThemeChoice::light: return ui::ThemeChoice::contrast;
    case ui::ThemeChoice::contrast: return ui::ThemeChoice::automatic;
    }
    return ui::ThemeChoice::automatic;
}

bool draw_switch(ui::Page& page, ui::Icon icon, std::string_view name) {
    return page.icon_button("theme", icon, name, {.look = ui::ButtonLook::ghost});
}

bool draw_theme_switch(ui::Page& page, const Context& context) {
    switch (theme_after(context.theme, page.media())) {
    case ui::ThemeChoice::light: return draw_switch(page, ui::icon::sun, context.words.use_light_colours());
    case ui::ThemeChoice::dark: return draw_switch(page, ui::icon::moon, context.words.use_dark_colours());
    case ui::ThemeChoice::contrast: return draw_switch(page, ui::icon::contrast, context.words.use_high_contrast());
    case ui::ThemeChoice::automatic: return draw_switch(page, ui::icon::sun_moon, context.words.use_system_colours());
    }
    return false;
}

bool draw_sign_out(ui::Page& page, const Context& context) {
    return page.icon_button("sign-out", ui::icon::log_out, context.words.sign_out(),
                            {.look = ui::ButtonLook::ghost, .busy = context.store.session.is_signing_out()});
}

FrameIntent draw_person(ui::Page& page, const Context& context, const api::PersonView& person) {
    FrameIntent intent;
    const auto card = page.card({.key = "me", .gap = ui::Space::small, .padding = ui::Space::regular});
    {
        const auto line = page.row({.gap = ui::Space::regular});
        page.avatar(text::initials(person.name), ui::Hue::slate, 36);
        const auto words = page.stack({.grow = true});
        page.text(person.name, {.style = ui::Text::small_strong, .one_line = true});
        page.text(context.words.acting_as_role(context.session.leading_role()), ui::Text::caption);
    }
    intent |= draw_acting_as(page, context);
    intent |= draw_language_menu(page, context);
    const auto buttons = page.wrap({.justify = ui::Justify::between});
    intent.switch_theme = draw_theme_switch(page, context);
    intent.sign_out = page.button("sign-out", context.words.sign_out(),
                                  {.look = ui::ButtonLook::ghost,
                                   .icon = ui::icon::log_out,
                                   .busy = context.store.session.is_signing_out(),
                                   .small = true});
    return intent;
}

}  // namespace

FrameIntent draw_top_bar(ui::Page& page, const Context& context, Section current) {
    FrameIntent intent;
    auto bar = page.top_bar({.title = business_name(context, page.phone()),
                             .emblem = business_emblem(context.store.business),
                             .home_href = url_of(Place::choose_service)});
    const auto* business = here(context.store.business.business());
    const auto* person = context.session.person();
    if (page.desktop() && business && current == Section::book)
        page.icon_line(ui::icon::clock, business->zone, ui::Text::small_muted);
    if (!page.phone() && person) {
        const auto nav = page.bar_nav();
        draw_nav(page, context, current);
    }
    intent.switch_theme = draw_theme_switch(page, context);
    if (person) {
        if (!page.phone()) page.avatar(text::initials(person->name), ui::Hue::slate, 36);
        intent.sign_out = draw_sign_out(page, context);
    } else if (context.address.place() != Place::sign_in) {
        page.link("sign-in", context.words.sign_in(), sign_in_url(context),
                  {.look = ui::LinkLook::button, .small = true});
    }
    bar.close();
    // The calendar fills the window and says it inside.
    if (current != Section::calendar) draw_notices(page, context);
    return intent;
}

FrameIntent draw_language_menu(ui::Page& page, const Context& context) {
    FrameIntent intent;
    std::array<ui::Option, languages.size()> options;
    for (std::size_t i = 0; i < options.size(); ++i) options[i] = {languages[i].tag, languages[i].own_name};
    std::string chosen(context.words.language());
    if (page.select("language", context.words.language_menu(), chosen, options, {.hide_label = true}))
        intent.language = chosen;
    return intent;
}

FrameIntent draw_acting_as(ui::Page& page, const Context& context) {
    FrameIntent intent;
    const auto& actor = context.session.actor();
    if (!policy::works_here(actor)) return intent;
    std::vector<ui::Option> options{
        {"", context.words.all_my_roles()}
    };
    for (const policy::Column& column : actor.model->columns())
        if (actor.roles.has(column.role) || column.role == policy::Role::client)
            options.push_back(
                {policy::name_of(column.role), context.words.roles(static_cast<std::size_t>(column.role))});
    std::string chosen(actor.acting_as ? policy::name_of(*actor.acting_as) : std::string_view{});
    if (page.select("acting-as", context.words.act_as(), chosen, options, {.hide_label = true}))
        intent.acting_as = chosen;
    return intent;
}

void draw_tabs(ui::Page& page, const Context& context, Section current) {
    if (!page.phone() || !context.session.is_signed_in()) return;
    const auto tabs = page.bottom_nav();
    draw_nav(page, context, current);
}

FrameIntent draw_side_nav(ui::Page& page, const Context& context, Section current) {
    FrameIntent intent;
    const auto column = page.side_nav({.title = business_name(context, true),
                                       .emblem = business_emblem(context.store.business),
                                       .home_href = url_of(Place::choose_service)});
    draw_nav(page, context, current);
    page.spacer();
    if (const auto* person = context.session.person()) intent = draw_person(page, context, *person);
    return intent;
}

void draw_step_bar(ui::Page& page, const Context& context, std::string_view title, std::string_view back_href,
                   int step) {
    constexpr int steps = 3;
    const auto bar = page.top_bar({.title = title,
                                   .back_href = back_href,
                                   .step = context.words.step_of(step, steps),
                                   .percent = 100 * step / steps - 16});
}

void act(const FrameIntent& intent, const ui::Page& page, Context& context) {
    if (intent.switch_theme) context.theme = theme_after(context.theme, page.media());
    if (!intent.language.empty()) context.language = intent.language;
    if (intent.sign_out) context.wishes.sign_out = true;
    if (intent.acting_as) context.store.session.act_as(policy::role_named(*intent.acting_as));
}

std::string sign_in_url(const Context& context) {
    const std::string here = context.address.url();
    return url_of(Place::sign_in, {
                                      {"next", here == "/" ? std::string{} : here}
    });
}

}  // namespace loggia::portal
