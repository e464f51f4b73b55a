#include "ui/gallery/pages.h"

#include <array>

namespace loggia::ui::gallery {

std::span<const GalleryPage> pages() {
    // clang-format off
    static constexpr std::array rows{
        GalleryPage{"/buttons",    "Buttons, menus, tooltips",        "Widgets", make_buttons,    Frame::gallery},
        GalleryPage{"/fields",     "Fields to type in",               "Widgets", make_fields,     Frame::gallery},
        GalleryPage{"/choices",    "Choices and lists to choose from", "Widgets", make_choices,   Frame::gallery},
        GalleryPage{"/disclosure", "Tabs, accordion, steps, dialogs", "Widgets", make_disclosure, Frame::gallery},
        GalleryPage{"/feedback",   "Banners, notices, waiting",       "Widgets", make_feedback,   Frame::gallery},
        GalleryPage{"/files",      "Files and pictures",              "Widgets", make_files,      Frame::gallery},
        GalleryPage{"/scripts",    "Scripts of the world",            "Widgets", make_scripts,    Frame::gallery},
        GalleryPage{"/kit",     "Roles, banners and states",  "Everything", make_kit,      Frame::none},
        GalleryPage{"/book",    "Booking, as a visitor",      "Screens",    make_book,     Frame::none},
        GalleryPage{"/details", "Details of a booking",       "Screens",    make_details,  Frame::none},
        GalleryPage{"/home",    "Home of a client",           "Screens",    make_home,     Frame::none},
        GalleryPage{"/week",    "Calendar of a week",         "Screens",    make_week,     Frame::none},
        GalleryPage{"/week500", "A week with 500 bookings",   "Screens",    make_week_500, Frame::none},
        GalleryPage{"/week-500","500 bookings to measure",   "Tables, calendars, charts", make_collection_week, Frame::none},
        GalleryPage{"/calendar", "Calendar of days, to move in", "Tables, calendars, charts", make_calendar, Frame::none},
        GalleryPage{"/calendar-people", "Calendar of people and rooms", "Tables, calendars, charts", make_people_calendar, Frame::none},
        GalleryPage{"/month", "Calendar of a month", "Tables, calendars, charts", make_month, Frame::none},
        GalleryPage{"/table", "Table to sort and select", "Tables, calendars, charts", make_table, Frame::none},
        GalleryPage{"/table-long", "Table of 5000 rows", "Tables, calendars, charts", make_long_table, Frame::none},
        GalleryPage{"/table-empty", "Empty table", "Tables, calendars, charts", make_empty_table, Frame::none},
        GalleryPage{"/table-loading", "Loading table", "Tables, calendars, charts", make_loading_table, Frame::none},
        GalleryPage{"/table-failed", "Failed table", "Tables, calendars, charts", make_failed_table, Frame::none},
        GalleryPage{"/charts", "Bars, lines, heat", "Tables, calendars, charts", make_charts, Frame::none},
    };
    // clang-format on
    return rows;
}

Scope sample(Page& page, std::string_view name) {
    Scope part = page.region(name, name);
    page.here().layout.gap = 12;
    page.heading(2, name);
    return part;
}

}  // namespace loggia::ui::gallery
