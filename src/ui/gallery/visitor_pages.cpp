#include "ui/gallery/screens.h"
#include "ui/widgets/date_grid.h"
#include "ui/widgets/slot_list.h"

#include "icons.generated.h"

#include <array>
#include <vector>

namespace loggia::ui::gallery {

namespace {

void services(Page& page, State& state) {
    constexpr std::array<std::string_view, 5> keys{"piano", "violin", "voice", "trial", "ensemble"};
    const std::array<Choice, 5> choices{
        {{.title = "Piano lesson", .subtitle = "45 min", .trailing = "€42", .icon = icon::music},
         {.title = "Violin lesson", .subtitle = "45 min", .trailing = "€42", .icon = icon::music_2},
         {.title = "Voice coaching", .subtitle = "60 min", .trailing = "€55", .icon = icon::mic_vocal},
         {.title = "Trial lesson", .subtitle = "30 min", .trailing = "Free", .icon = icon::sparkles},
         {.title = "Ensemble class",
          .subtitle = "90 min · 3 of 8 seats left",
          .trailing = "€18",
          .icon = icon::users}}
    };
    page.radio_group("service", "Service", state.service, choices, keys,
                     {.look = ChoiceLook::cards, .hide_legend = true});
    page.icon_line(icon::shield_check, "Free to cancel until 24 h before", Text::small_muted);
}

void month(Page& page, State& state) {
    constexpr std::array<std::string_view, 7> days{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
    std::vector<std::string> texts;
    texts.reserve(100);
    std::vector<GridDay> cells;
    const int count = state.month == 10 ? 31 : 30;
    for (int day = 1; day <= count; ++day) {
        const std::string number = std::to_string(day);
        texts.push_back("2026-" + std::to_string(state.month) + "-" + number);
        const std::string_view key = texts.back();
        texts.push_back(number);
        const std::string_view label = texts.back();
        const int free = day == 22                ? 1
                         : day == 23              ? 2
                         : day == 24              ? 3
                         : day == 26 || day == 27 ? 3
                         : day == 28              ? 1
                                                  : 0;
        texts.push_back("Day " + number + (free > 0 ? ", free" : ", nothing free"));
        cells.push_back({key, label, texts.back(), free, day == 21});
    }
    const GridMonth grid{.title = state.month == 10 ? "October 2026" : "November 2026",
                         .weekdays = days,
                         .leading_blanks = state.month == 10 ? 3 : 6,
                         .days = cells,
                         .may_go_back = state.month > 10,
                         .may_go_on = state.month < 11,
                         .note = "Dots show how many times are free"};
    const DateAnswer answer = date_grid(page, "date", grid, state.day);
    if (!answer.day.empty()) state.day = answer.day;
    state.month += answer.months;
}

void teacher(Page& page, State& state) {
    constexpr std::array<std::string_view, 4> keys{"any", "ana", "ben", "clara"};
    const std::array<Choice, 4> choices{
        {{.title = "Any teacher", .icon = icon::sparkles},
         {.title = "Ana Novak", .initials = "AN", .hue = Hue::violet},
         {.title = "Ben Keller", .initials = "BK", .hue = Hue::teal},
         {.title = "Clara Ito", .initials = "CI", .hue = Hue::orange}}
    };
    page.radio_group("teacher", "With whom?", state.teacher, choices, keys, {.look = ChoiceLook::chips});
}

void times(Page& page, State& state) {
    page.heading(2, "Saturday 24 October");
    page.text("45 min · any teacher · 12 times free", Text::small_muted);
    const std::array<Slot, 4> morning{
        {{"900", "09:00"}, {"945", "09:45"}, {"1030", "10:30"}, {"1115", "11:15"}}
    };
    const std::array<Slot, 6> afternoon{
        {{"1300", "13:00"},
         {"1345", "13:45"},
         {"1430", "14:30"},
         {"1515", "15:15"},
         {"1600", "16:00"},
         {"1645", "16:45"}}
    };
    const std::array<SlotGroup, 2> groups{
        {{"Morning", icon::sun, morning}, {"Afternoon", icon::sunset, afternoon}}
    };
    const std::string_view pressed = slot_list(page, "slots", groups, state.slot);
    if (!pressed.empty()) state.slot = pressed;
    page.divider();
    {
        const Scope line = page.row({.gap = Space::regular});
        page.avatar("AN", Hue::violet, 36);
        const Scope words = page.stack({.grow = true});
        page.text("Piano lesson with Ana Novak", Text::strong);
        page.text("Sat 24 Oct, 10:30 – 11:15 · Room 2 · €42", Text::small_muted);
    }
    page.link("continue", "Continue", "/details",
              {.look = LinkLook::primary, .trailing_icon = icon::arrow_right, .wide = true});
    page.text("Held for you for 10 minutes", {.style = Text::caption, .align = Align::center});
}

void chosen(Page& page) {
    const Scope card = page.card();
    const Scope line = page.row({.gap = Space::regular});
    page.avatar("AN", Hue::violet);
    {
        const Scope words = page.stack({.grow = true});
        page.text("Piano lesson · 45 min", Text::strong);
        page.text("Sat 24 Oct, 10:30 · Ana Novak", Text::small_muted);
    }
    page.link("change", "Change", "/book");
}

void for_whom(Page& page, State& state) {
    const Scope who = page.radio_group("who", "Who is the lesson for?");
    if (page.choice("me", {.title = "Me"}, state.who == "me")) state.who = "me";
    if (page.choice("luka",
                    {.title = "Luka",
                     .subtitle = "Child · born 3 May 2017",
                     .action = "Edit Luka",
                     .action_icon = icon::pencil},
                    state.who == "luka"))
        state.who = "luka";
    page.divider();
    const Scope add = page.row();
    page.here().layout.padding = sides(16, 2);
    page.button("add", "Add a family member", {.look = ButtonLook::plain, .icon = icon::plus});
}

void coming_up(Page& page, State& state) {
    const Scope card = page.card({.gap = Space::small});
    {
        const Scope line = page.row({.justify = Justify::between});
        page.heading(2, "Coming up");
        page.link("calendar", "Add to my calendar", "/kit", {.icon = icon::calendar_sync, .small = true});
    }
    const Scope list = page.list("Coming up");
    const std::array<std::array<std::string_view, 4>, 3> rows{
        {{"Wed 21", "Piano lesson · Luka", "10:15 – 11:00 · Ana Novak · Room 2", "a"},
         {"Sat 24", "Piano lesson · you", "10:30 – 11:15 · Ana Novak · Room 2", "b"},
         {"Tue 27", "Ensemble class · Luka", "11:00 – 12:30 · Hall", "c"}}
    };
    for (const auto& row : rows) {
        const Scope item = page.list_row(row[3], {.title = row[1],
                                                  .subtitle = row[2],
                                                  .hue = row[3] == "c" ? Hue::blue : Hue::violet,
                                                  .date_line = row[0],
                                                  .date_below = "Oct",
                                                  .line_above = row[3] != "a"});
        page.button("move", "Reschedule", {.small = true});
        if (page.button("cancel", "Cancel", {.small = true})) state.dialog = true;
    }
}

void credits(Page& page) {
    const Scope card = page.card({.gap = Space::small});
    {
        const Scope line = page.row({.justify = Justify::between});
        page.heading(2, "Make-up credits");
        page.badge("1 expires 30 Nov", {.tone = Tone::amber});
    }
    const Scope line = page.row({.gap = Space::large});
    {
        const Scope number = page.stack();
        page.text("2", Text::display);
        page.text("piano lessons", Text::small_muted);
    }
    page.text("From lessons cancelled in time. The school keeps up to 3 per term.", Text::muted);
    page.last().layout.width = fill();
    page.button("makeup", "Book a make-up", {.small = true});
}

void aside(Page& page) {
    const Scope right = page.stack({.gap = Space::medium});
    {
        const Scope card = page.card();
        page.heading(2, "Invoices");
        {
            const Scope list = page.list("Invoices");
            const Scope row =
                page.list_row("oct", {.title = "October tuition", .subtitle = "Due 31 Oct", .trailing = "€168.00"});
        }
        page.button("pay", "Pay now", {.look = ButtonLook::primary, .wide = true});
        page.icon_line(icon::circle_check, "September paid · receipt", Text::small_muted);
    }
    {
        const Scope card = page.card();
        page.heading(2, "Family");
        const Scope list = page.list("Family");
        const Scope row = page.list_row("luka", {.title = "Luka",
                                                 .subtitle = "9 years · piano, ensemble",
                                                 .initials = "LK",
                                                 .hue = Hue::violet,
                                                 .href = "/kit"});
        page.icon(icon::chevron_right);
    }
}

void cancel_dialog(Page& page, State& state) {
    const Scope dialog = page.dialog("cancel", {.title = "Cancel this lesson?"});
    page.text("Piano lesson, Wed 21 Oct, 10:15. It is free of charge until 24 hours before.");
    page.text_field("reason", "Reason", state.notes, {.placeholder = "Optional"});
    const Scope actions = page.row({.gap = Space::small, .justify = Justify::end});
    if (page.button("keep", "Keep it")) state.dialog = false;
    if (page.button("sure", "Cancel lesson", {.look = ButtonLook::danger})) state.dialog = false, state.toast = true;
    if (dialog.closed()) state.dialog = false;
}

void tabs(Page& page) {
    const Scope nav = page.bottom_nav();
    page.nav_item("t-home", "Home", "/home", icon::house, true);
    page.nav_item("t-book", "Book", "/book", icon::calendar_plus, false);
    page.nav_item("t-bills", "Invoices", "/kit", icon::receipt, false);
    page.nav_item("t-more", "More", "/kit", icon::ellipsis, false);
}

void book(Page& page, State& state) {
    page.title("Book a visit · Harbour Music School");
    {
        const Scope bar = page.top_bar({.title = "Harbour Music School", .emblem = icon::piano, .home_href = "/"});
        if (!page.phone()) {
            page.icon_line(icon::globe, "English", Text::muted);
            page.icon_line(icon::clock, "Europe/Ljubljana", Text::muted);
        }
        page.link("signin", "Sign in", "/kit", {.look = LinkLook::button, .small = true});
    }
    const Scope main = page.main(Width::wide);
    constexpr std::array<float, 3> weights{34, 53.2f, 32};
    const Scope columns = page.columns({.weights = weights, .stack_up_to = SizeClass::tablet});
    {
        const Scope column = page.stack({.gap = Space::regular});
        page.heading(1, "Book a visit");
        services(page, state);
    }
    {
        const Scope card = page.card({.gap = Space::large, .padding = Space::large});
        teacher(page, state);
        month(page, state);
    }
    const Scope card = page.card({.gap = Space::medium, .padding = Space::large});
    times(page, state);
}

void details(Page& page, State& state) {
    page.title("Your details · Harbour Music School");
    {
        const Scope bar =
            page.top_bar({.title = "Your details", .back_href = "/book", .step = "Step 3 of 3", .percent = 84});
    }
    const Scope form = page.form("details");
    {
        const Scope main = page.main(Width::reading);
        chosen(page);
        page.text_field("name", "Full name", state.name, {.autocomplete = "name", .required = true});
        page.text_field("email", "Email", state.email,
                        {.type = FieldType::email, .autocomplete = "email", .error = state.error, .required = true});
        page.text_field("phone", "Phone", state.phone, {.type = FieldType::tel, .autocomplete = "tel"});
        for_whom(page, state);
        const std::array<Run, 3> terms{
            {{"I agree to the ", Text::small_muted},
             {"terms", Text::small, "/kit"},
             {". I can cancel free of charge until Fri 23 Oct, 10:30; after that the lesson is charged.",
              Text::small_muted}}
        };
        page.checkbox("terms", terms, state.agreed);
    }
    const Scope bar = page.bottom_bar();
    {
        const Scope total = page.row({.justify = Justify::between});
        page.text("Total", Text::muted);
        page.text("€42.00", {.style = Text::large, .one_line = true});
    }
    page.submit("book", "Book lesson", {.look = ButtonLook::primary, .wide = true});
    if (form.submitted()) {
        state.error = state.email.find('@') == std::string::npos ? "Enter an email address with an @" : "";
        if (!state.error.empty()) page.focus("email");
        state.toast = state.error.empty();
        ++state.presses;
    }
    if (state.toast) page.toast("Lesson booked", Tone::green);
}

void home(Page& page, State& state) {
    page.title("Home · Harbour Music School");
    {
        const Scope bar =
            page.top_bar({.title = "Harbour Music School", .emblem = icon::piano, .home_href = "/home"});
        if (page.desktop()) {
            page.nav_item("home-nav", "Home", "/home", no_icon, true);
            page.nav_item("book", "Book", "/book", no_icon, false);
            page.nav_item("invoices", "Invoices", "/kit", no_icon, false);
            page.nav_item("family", "Family", "/kit", no_icon, false);
            page.nav_item("messages", "Messages", "/kit", no_icon, false);
        }
        page.avatar("MK", Hue::slate, 36);
    }
    {
        const Scope main = page.main();
        {
            const Scope line = page.row({.gap = Space::medium});
            page.heading(1, "Good morning, Mara");
            page.spacer();
            page.link("book", "Book a lesson", "/book", {.look = LinkLook::primary, .icon = icon::calendar_plus});
        }
        constexpr std::array<float, 2> weights{776, 340};
        const Scope columns =
            page.columns({.weights = weights, .stack_up_to = SizeClass::tablet, .align = Align::start});
        {
            const Scope left = page.stack({.gap = Space::medium});
            coming_up(page, state);
            credits(page);
        }
        aside(page);
    }
    tabs(page);
    if (state.dialog) cancel_dialog(page, state);
}

}  // namespace

std::unique_ptr<Exhibit> make_book() { return std::make_unique<Screenful<book>>(); }
std::unique_ptr<Exhibit> make_details() { return std::make_unique<Screenful<details>>(); }
std::unique_ptr<Exhibit> make_home() { return std::make_unique<Screenful<home>>(); }

}  // namespace loggia::ui::gallery
