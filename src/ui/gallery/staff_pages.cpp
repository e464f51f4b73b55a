#include "ui/gallery/screens.h"
#include "ui/widgets/week_grid.h"

#include "icons.generated.h"

#include <array>
#include <vector>

namespace loggia::ui::gallery {

namespace {

void side(Page& page) {
    const Scope nav = page.side_nav({.title = "Harbour", .emblem = icon::piano, .home_href = "/week"});
    page.nav_item("home", "Home", "/home", icon::layout_dashboard, false);
    page.nav_item("calendar", "Calendar", "/week", icon::calendar_days, true);
    page.nav_item("clients", "Clients", "/kit", icon::users, false);
    page.nav_item("messages", "Messages", "/kit", icon::messages_square, false, "3");
    page.nav_item("attendance", "Attendance", "/kit", icon::clipboard_check, false);
    page.nav_item("off", "Time off", "/kit", icon::plane, false);
    page.nav_item("files", "Files", "/kit", icon::folder, false);
    page.nav_item("invoices", "Invoices", "/kit", icon::receipt, false);
    page.nav_item("reports", "Reports", "/kit", icon::chart_column, false);
    page.nav_item("settings", "Settings", "/kit", icon::settings, false);
}

void head(Page& page, State& state) {
    {
        const Scope line = page.wrap({.gap = Space::regular});
        page.here().layout.padding = sides(page.phone() ? 16 : 20, 10);
        page.here().look.line_below = true;
        page.heading(1, "October 2026");
        page.icon_button("back", icon::chevron_left, "Earlier", {.small = true});
        page.button("today", "Today", {.small = true});
        page.icon_button("on", icon::chevron_right, "Later", {.small = true});
        page.spacer();
        if (!page.phone()) {
            page.chip("day", "Day", {.href = "/week"});
            page.chip("week", "Week", {.selected = true, .href = "/week"});
            page.chip("month", "Month", {.href = "/week"});
            page.chip("list", "List", {.href = "/week"});
        }
        page.button("new", page.phone() ? "New" : "New booking", {.look = ButtonLook::primary, .icon = icon::plus});
    }
    const Scope line = page.row({.gap = Space::small});
    page.here().layout.padding = sides(page.phone() ? 16 : 20, 6);
    page.here().look.line_below = true;
    if (page.chip("ana", "Ana", {.selected = state.ana, .dot = true, .hue = Hue::violet})) state.ana = !state.ana;
    page.chip("ben", "Ben", {.selected = true, .dot = true, .hue = Hue::teal});
    page.chip("clara", "Clara", {.selected = true, .dot = true, .hue = Hue::orange});
    if (page.phone()) return;
    page.chip("classes", "Classes", {.selected = true, .dot = true, .hue = Hue::blue});
    page.spacer();
    page.icon_line(icon::wifi, "Live · saved", Text::caption);
}

void detail(Page& page, State& state) {
    const Scope drawer = page.drawer("booking", "Piano lesson");
    if (drawer.closed()) state.open = false;
    {
        const Scope line = page.row({.gap = Space::regular});
        page.avatar("LK", Hue::slate, 44);
        const Scope words = page.stack({.grow = true});
        page.text("Luka K.", Text::strong);
        page.text("9 years · dependent", Text::small_muted);
    }
    page.icon_line(icon::calendar, "Wed 21 Oct, 10:15 – 11:00");
    page.icon_line(icon::map_pin, "Room 2 · Old Town");
    page.icon_line(icon::user, "Ana Novak");
    page.icon_line(icon::phone, "Mara Kovač (mother) +386 40 123 456");
    page.badge("Confirmed", {.tone = Tone::green});
    page.button("move", "Reschedule", {.icon = icon::calendar_clock, .wide = true, .start = true});
    page.button("change", "Change teacher or room", {.icon = icon::user_cog, .wide = true, .start = true});
    page.button("attend", "Take attendance", {.icon = icon::user_check, .wide = true, .start = true});
    page.button("cancel", "Cancel lesson", {.icon = icon::circle_x, .wide = true, .start = true});
    page.button("edit", "Edit this service",
                {.icon = icon::tag,
                 .disabled_reason = "Only owners can change services. Ask Helena Roth.",
                 .wide = true,
                 .start = true});
    page.heading(3, "Comments for the client");
    {
        const Scope card = page.card({.gap = Space::none, .padding = Space::regular, .sunken = true});
        const std::array<Run, 2> runs{
            {{"Ana", Text::small_strong}, {" · 14 Oct", Text::small_muted}}
        };
        page.paragraph(runs);
        page.text("Practise bars 9–16 hands together.", Text::small);
    }
    page.text_field("comment", "Comment", state.notes, {.placeholder = "Write a comment…", .hide_label = true});
}

struct Row {
    std::string_view key, title, subtitle;
    int day, from, to;
    Hue hue;
    bool hatched = false;
};

constexpr std::array<CalendarDay, 6> days{
    {{"d19", "Mon", "19", "Monday 19 October", false, "/week?d=19"},
     {"d20", "Tue", "20", "Tuesday 20 October", false, "/week?d=20"},
     {"d21", "Wed", "21", "Wednesday 21 October", true, "/week?d=21"},
     {"d22", "Thu", "22", "Thursday 22 October", false, "/week?d=22"},
     {"d23", "Fri", "23", "Friday 23 October", false, "/week?d=23"},
     {"d24", "Sat", "24", "Saturday 24 October", false, "/week?d=24"}}
};

constexpr std::array<Row, 15> rows{
    {{"luka19", "Luka K.", "Piano · Ana", 0, 540, 585, Hue::violet},
     {"mara19", "Mara K.", "Piano · Ana", 0, 600, 645, Hue::violet},
     {"iris19", "Iris P.", "Voice · Clara", 0, 780, 840, Hue::orange},
     {"jon19", "Jon B.", "Violin · Ben", 0, 930, 975, Hue::teal},
     {"tim20", "Tim V.", "Violin · Ben", 1, 585, 630, Hue::teal},
     {"ens20", "Ensemble class", "6 of 8 · Hall", 1, 660, 750, Hue::blue},
     {"oto20", "Oto R.", "Voice · Clara", 1, 960, 1020, Hue::orange},
     {"ema21", "Ema D.", "Piano · Ana", 2, 510, 555, Hue::violet},
     {"luka21", "Luka K.", "Piano · Ana", 2, 615, 660, Hue::violet},
     {"zala21", "Zala F.", "Voice · Clara", 2, 720, 780, Hue::orange},
     {"vid21", "Vid H.", "Violin · Ben", 2, 735, 795, Hue::teal},
     {"off22", "Ben away", "Time off · approved", 3, 765, 840, Hue::slate, true},
     {"iris22", "Iris P.", "Voice · Clara", 3, 540, 600, Hue::orange},
     {"nika23", "Nika S.", "Piano · Ana", 4, 810, 855, Hue::violet},
     {"mara24", "Mara K.", "Piano · Ana", 5, 630, 675, Hue::violet}}
};

// Keeps the words that the blocks point to.
struct Bookings {
    std::vector<CalendarBlock> blocks;
    std::vector<std::string> spoken, keys;
};

Bookings bookings_of(const Page& page, const State& state, int more) {
    Bookings result;
    result.spoken.reserve(rows.size() + static_cast<std::size_t>(more));
    result.keys.reserve(static_cast<std::size_t>(more));
    const bool phone = page.phone();
    for (const Row& row : rows) {
        if (phone && row.day != 2) continue;
        result.spoken.push_back(std::string{row.title} + ", " + std::string{row.subtitle} + ", " +
                                std::string{days[static_cast<std::size_t>(row.day)].spoken});
        result.blocks.push_back({row.key, phone ? 0 : row.day, row.from, row.to, row.title, row.subtitle,
                                 result.spoken.back(), row.hue, row.key == state.booking, row.hatched});
    }
    for (int i = 0; i < more; ++i) {
        result.keys.push_back("b" + std::to_string(i));
        result.spoken.push_back("Booking " + std::to_string(i));
        const int from = 480 + (i / 6 * 7) % 600;
        result.blocks.push_back({result.keys.back(), phone ? 0 : i % 6, from, from + 45, "Booking", "Piano",
                                 result.spoken.back(), static_cast<Hue>(i % 8)});
    }
    return result;
}

void roles(Page& page) {
    const Scope card = page.card({.gap = Space::none});
    constexpr std::array<TableColumn, 4> columns{
        {{"Permission", "", 3},
         {"Limited staff", "4 people", 1.6f},
         {"Staff", "2 people", 1},
         {"Owners", "1 person", 1}}
    };
    const Scope table = page.table("roles-table", "Roles", columns);
    page.table_section("Clients");
    for (const std::string_view name : {"See name, age, dependent", "See contact details", "Edit contact details"}) {
        const Scope row = page.table_row(name, name == "See contact details");
        {
            const Scope cell = page.cell();
            page.text(name, Text::small);
        }
        {
            const Scope cell = page.cell();
            page.badge("Own clients ±15 d", {.tone = Tone::amber});
        }
        {
            const Scope cell = page.cell();
            page.badge("All", {.tone = Tone::brand});
        }
        {
            const Scope cell = page.cell();
            page.badge("All", {.tone = Tone::brand});
        }
    }
}

void buttons(Page& page, State& state) {
    const Scope line = page.wrap({.gap = Space::small});
    if (page.button("count", "Pressed " + std::to_string(state.presses))) ++state.presses;
    page.button("primary", "Primary", {.look = ButtonLook::primary});
    page.button("danger", "Danger", {.look = ButtonLook::danger, .icon = icon::trash_2});
    page.button("ghost", "Ghost", {.look = ButtonLook::ghost});
    page.button("busy", "Saving", {.look = ButtonLook::primary, .busy = true});
    page.button("off", "Refund", {.disabled_reason = "Only managers can refund."});
}

void fields(Page& page, State& state) {
    const Scope form = page.form("signin");
    page.text_field("user", "Email", state.email, {.type = FieldType::email, .autocomplete = "username"});
    page.text_field("password", "Password", state.password,
                    {.type = FieldType::password,
                     .autocomplete = "current-password",
                     .hint = "At least 12 characters",
                     .reveal = true});
    constexpr std::array<Option, 2> zones{
        {{"Europe/Ljubljana", "Ljubljana"}, {"Europe/London", "London"}}
    };
    page.select("zone", "Time zone", state.zone, zones);
    page.text_field("notes", "Notes", state.notes, {.multiline = true});
    page.submit("go", "Sign in");
    if (form.submitted()) ++state.presses;
}

void week(Page& page, State& state, int bookings) {
    page.title("Calendar · Harbour");
    side(page);
    {
        const Scope main = page.full_main();
        head(page, state);
        const Bookings shown = bookings_of(page, state, bookings);
        const std::span<const CalendarDay> all{days};
        const bool phone = page.phone();
        const CalendarWeek model{.days = phone ? all.subspan(2, 1) : all,
                                 .blocks = shown.blocks,
                                 .now_day = phone ? 0 : 2,
                                 .now_minute = 695,
                                 .strip = phone ? all : std::span<const CalendarDay>{},
                                 .strip_day = 2};
        const WeekAnswer answer = week_grid(page, "week", model);
        if (!answer.block.empty()) state.booking = answer.block, state.open = true;
    }
    if (state.open && (page.desktop() || !state.booking.empty())) detail(page, state);
    if (!state.open) state.booking.clear();
}

void kit(Page& page, State& state) {
    page.title("Kit");
    side(page);
    {
        const Scope bar = page.top_bar({.title = "Roles and access", .emblem = icon::piano, .home_href = "/book"});
    }
    const Scope main = page.main();
    page.heading(1, "Roles and access");
    {
        const Scope chips = page.wrap({.gap = Space::small});
        page.chip("roles", "Roles", {.selected = true, .href = "/kit"});
        page.chip("people", "People", {.href = "/kit?people"});
    }
    roles(page);
    page.banner("offline", "You are offline. What you change is kept here and sent later.",
                {.tone = Tone::amber, .title = "No connection", .action = "Try again"});
    page.banner("wrong", "That time was just taken. Choose another one.", {.tone = Tone::red});
    buttons(page, state);
    fields(page, state);
    page.text("日本語のテキスト and Ελληνικά");
    {
        const Scope card = page.card();
        page.skeleton(3);
    }
    {
        const Scope card = page.card();
        const Scope nothing = page.empty(
            {.title = "No lessons yet", .text = "Book the first one; it takes a minute.", .icon = icon::calendar});
        page.link("first", "Book a lesson", "/book", {.look = LinkLook::primary});
    }
}

void plain_week(Page& page, State& state) { week(page, state, 0); }
void full_week(Page& page, State& state) { week(page, state, 500); }

}  // namespace

std::unique_ptr<Exhibit> make_kit() { return std::make_unique<Screenful<kit>>(); }
std::unique_ptr<Exhibit> make_week() { return std::make_unique<Screenful<plain_week>>(); }
std::unique_ptr<Exhibit> make_week_500() { return std::make_unique<Screenful<full_week>>(); }

}  // namespace loggia::ui::gallery
