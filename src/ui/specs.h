// What each widget can be told beyond its key and its words. Every field has a sensible default; write only what
// differs.
#pragma once

#include "ui/node.h"
#include "ui/style.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace loggia::ui {

// A box of other things.
struct Box {
    std::string_view key{};
    Space gap = Space::none;
    Space padding = Space::none;
    Align align = Align::stretch;  // across the flow; a row centres its children unless told otherwise
    Justify justify = Justify::start;
    Width width = Width::automatic;
    bool grow = false;  // takes the space its siblings leave
};

struct CardSpec {
    std::string_view key{};
    Space gap = Space::regular;
    Space padding = Space::medium;
    Width width = Width::automatic;
    bool grow = false;
    bool sunken = false;    // a quiet card on a white ground
    bool selected = false;  // brand border
};

// Columns that share the width by weight and stand under each other on small screens.
struct ColumnsSpec {
    std::string_view key{};
    std::span<const float> weights{};          // one each; all equal when empty
    SizeClass stack_up_to = SizeClass::phone;  // this size and smaller: one column
    Space gap = Space::large;
    Align align = Align::stretch;
};

struct TextSpec {
    Text style = Text::body;
    Align align = Align::start;
    bool one_line = false;
    std::string_view key{};
    std::string_view language{};  // of this text, when it is not the page's
};

// A piece of a paragraph; with an address it is a link.
struct Run {
    std::string_view text;
    Text style = Text::body;
    std::string_view href{};
};

enum class ButtonLook : std::uint8_t { secondary, primary, danger, ghost, plain /* text only, brand ink */ };

struct ButtonSpec {
    ButtonLook look = ButtonLook::secondary;
    Icon icon = no_icon;
    Icon trailing_icon = no_icon;
    std::string_view disabled_reason{};  // not empty: the button is disabled and says why under its label
    bool disabled = false;               // disabled with nothing to explain (end of a list)
    bool busy = false;
    bool wide = false;    // fills the width
    bool small = false;   // 36 high, inside rows
    bool start = false;   // label at the start instead of the centre (action lists)
    bool toggle = false;  // says whether it is pressed
    bool pressed = false;
    std::string_view name{};     // spoken name when it differs from the label
    std::string_view tooltip{};  // shown on hover and focus; an icon's own name, or more than that
    std::string_view opens{};    // the role of what it opens, "menu"
    bool expanded = false;       // that is open now
    NodeId controls = 0;         // its id
};

enum class LinkLook : std::uint8_t { plain, button, primary, ghost, chip, nav };

struct LinkSpec {
    LinkLook look = LinkLook::plain;
    Icon icon = no_icon;
    Icon trailing_icon = no_icon;
    bool current = false;
    bool small = false;
    bool wide = false;
    bool new_tab = false;
    bool download = false;
    std::string_view badge{};
    std::string_view name{};
};

// A small round thing to press or follow: filters, views, people.
struct ChipSpec {
    bool selected = false;
    Icon icon = no_icon;
    std::string_view initials{};  // an avatar
    bool dot = false;
    Hue hue = Hue::slate;     // of the avatar or dot
    std::string_view href{};  // a link instead of a toggle button
};

enum class FieldType : std::uint8_t { text, email, tel, password, search, url, number, one_time_code, date, time };

struct FieldSpec {
    FieldType type = FieldType::text;
    std::string_view name{};          // form name; the key when empty
    std::string_view autocomplete{};  // an autofill token: "email", "given-name", "current-password", …
    std::string_view placeholder{};
    std::string_view hint{};
    std::string_view error{};
    std::string_view enter_key{};  // "next", "done", "send", "search"
    bool required = false;
    bool multiline = false;
    bool disabled = false;
    bool hide_label = false;  // the label is spoken only
    bool reveal = false;      // a password may be shown
    int max_length = 0;
    std::string_view minimum{}, maximum{}, step{};
};

struct Option {
    std::string_view key, label;
    std::string_view group{};  // neighbours of one group stand together under its words; only in a select
};

struct SelectSpec {
    std::string_view name{}, autocomplete{}, hint{}, error{};
    bool required = false, hide_label = false, disabled = false;
};

struct CheckSpec {
    std::string_view error{};
    std::string_view disabled_reason{};  // not empty: the box cannot be ticked and says why under its label
};

enum class ChoiceLook : std::uint8_t { rows /* one card, hairlines */, cards /* tiles with a brand border */, chips };

struct RadioSpec {
    ChoiceLook look = ChoiceLook::rows;
    bool hide_legend = false;
    std::string_view error{};
};

struct Choice {
    std::string_view title{}, subtitle{}, trailing{};
    Icon icon = no_icon;
    std::string_view initials{};  // an avatar instead of an icon
    Hue hue = Hue::slate;
    std::string_view disabled_reason{};
    std::string_view action{};  // spoken name of a small icon button at the end of the row
    Icon action_icon = no_icon;
};

struct BadgeSpec {
    Tone tone = Tone::neutral;
    Icon icon = no_icon;
};

struct BannerSpec {
    Tone tone = Tone::brand;
    std::string_view title{};
    std::string_view action{};       // label of a button; the call returns true when it is pressed
    std::string_view action_href{};  // makes it a link
};

struct RowSpec {
    std::string_view title{}, subtitle{}, trailing{};
    Icon icon = no_icon;
    std::string_view initials{};
    Hue hue = Hue::slate;
    std::string_view href{};                     // the whole row is a link
    std::string_view date_line{}, date_below{};  // "Wed 21", "Oct": a coloured date block at the start
    bool line_above = false;
};

struct TableColumn {
    std::string_view title{}, subtitle{};
    float weight = 1;
};

struct DialogSpec {
    std::string_view title{};
    bool wide = false;
    bool sheet = false;  // on a phone it rises from the lower edge, near the thumb
};

struct TopBarSpec {
    std::string_view title{};  // the business, or the screen on a phone
    Icon emblem = no_icon;
    std::string_view home_href{};  // where the title leads
    std::string_view back_href{};  // a back arrow instead of the emblem
    std::string_view back_name{};  // "Back" when empty
    std::string_view step{};       // "Step 3 of 3"
    int percent = -1;              // a progress line below; -1: none
};

struct SideNavSpec {
    std::string_view title{}, name{};  // its name is "Main" when empty
    Icon emblem = no_icon;
    std::string_view home_href{};
};

struct EmptySpec {
    std::string_view title{}, text{};
    Icon icon = no_icon;
};

enum class Priority : std::uint8_t { polite, assertive };

}  // namespace loggia::ui
