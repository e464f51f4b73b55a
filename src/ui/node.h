// One node of the page: what it is, how it is laid out, how it is painted. Screens never see it; widgets fill it in.
//
// A page is a flat array of nodes in reading order. Builders append, layout() writes the rectangles, paint reads
// them, the mirror describes those that have a role. Strings point into the page's arena and live as long as the
// page's next build.
#pragma once

#include "ui/style.h"

#include <cstdint>
#include <string_view>

namespace loggia::ui {

using NodeId = std::uint32_t;     // stable over builds; 0 = none
using NodeIndex = std::uint32_t;  // position in this build
inline constexpr NodeIndex no_node = ~NodeIndex{0};

// What the node is to a reader. `none` exists for layout and paint only. The numbers are part of the protocol with
// bridge.js.
enum class Role : std::uint8_t {
    none,
    root,
    banner,
    navigation,
    main,
    complementary,
    region,
    group,
    heading,
    text,
    paragraph,
    run,
    label,
    link,
    button,
    form,
    field,
    text_area,
    select,
    option,
    radio,
    checkbox,
    radio_group,
    list,
    list_item,
    table,
    row,
    column_header,
    cell,
    grid,
    grid_row,
    grid_cell,
    dialog,
    status,
    alert,
    progress,
    image,
    scroll,
    row_header,
    strong_run,
    icon,
    footer,
    switch_box,  // a checkbox that says it is a switch
    tab_list,
    tab,
    tab_panel,
    menu,
    menu_item,
    menu_choice,  // a menu item that says whether it is checked
    menu_link,
    list_box,
    list_option,
    combo_box,
    tooltip,
    ordered_list,
    file,  // a label around the browser's own file chooser
    picture,
    separator,
    spin_button,
    option_group,
};

// What the list of a select is made of: the browser places and draws it.
constexpr bool is_in_select(Role role) { return role == Role::option || role == Role::option_group; }

enum class Flag : std::uint32_t {
    none = 0,
    disabled = 1u << 0,  // aria-disabled; still focusable, so that its reason can be read
    selected = 1u << 1,  // aria-selected, or aria-pressed of a button
    checked = 1u << 2,
    current = 1u << 3,  // aria-current
    invalid = 1u << 4,
    required = 1u << 5,
    busy = 1u << 6,
    toggle = 1u << 7,        // a button that says aria-pressed
    submit = 1u << 8,        // a form's own button
    key_events = 1u << 9,    // arrow keys and friends inside come as KEY records
    untabbable = 1u << 10,   // tabindex -1: a composite's other members
    tabbable = 1u << 11,     // tabindex 0 on what is not focusable by itself
    focusable = 1u << 12,    // tabindex -1 on what is not focusable by itself
    dom_painted = 1u << 13,  // CSS paints it, the canvas leaves it out
    anchored = 1u << 14,     // fixed to the viewport
    one_line = 1u << 15,     // text that never wraps
    veiled = 1u << 16,       // a field behind a dialog: hidden, its value painted
    hidden = 1u << 17,       // for readers only
    expanded = 1u << 18,
    multiline = 1u << 19,
    reveals = 1u << 20,   // a password with its "show" switch on
    open = 1u << 21,      // a dialog that has the focus
    absent = 1u << 22,    // declared, but this size of screen has no place for it
    clips = 1u << 23,     // its content is cut at its edges
    drags = 1u << 24,     // drawing the pointer over it comes as POINTER records, and the key M as a KEY record
    grabs = 1u << 25,     // Enter and Escape come as KEY records too
    mixed = 1u << 26,     // a checkbox that stands for several, some of them checked
    floating = 1u << 27,  // a popup beside its opener, above everything; painted by CSS
    watched = 1u << 28,   // scrolling it builds the page anew
};
constexpr Flag operator|(Flag a, Flag b) {
    return static_cast<Flag>(static_cast<std::uint32_t>(a) | static_cast<std::uint32_t>(b));
}
constexpr Flag& operator|=(Flag& a, Flag b) { return a = a | b; }
constexpr bool has(Flag flags, Flag one) {
    return (static_cast<std::uint32_t>(flags) & static_cast<std::uint32_t>(one)) != 0;
}
constexpr Flag when(bool condition, Flag flag) { return condition ? flag : Flag::none; }

// Attributes beyond name and value. The numbers are part of the protocol with bridge.js.
enum class Attribute : std::uint8_t {
    type,
    name,
    autocomplete,
    inputmode,
    enterkeyhint,
    max_length,
    placeholder,
    href,
    level,
    described_by,
    label_for,
    label,
    row_count,
    column_index,
    value_now,
    value_max,
    rel,
    target,
    download,
    text_lang,
    pattern,
    minimum,
    maximum,
    rows,
    controls,
    labelled_by,
    action,
    sort,
    row_index,
    key_shortcuts,
    expanded,
    has_popup,
    active,  // the option that the arrow keys are on
    completes,
    value_min,
    value_text,
    step,
    keys,  // letters, see input.js: the keys inside that come as KEY records
    source,
    alternative,
    accept,
    multiple,
    set_size,
    position,
    orientation,
    tip,    // the tooltip that hovering and focusing it show
    hover,  // hovering it is worth a build
    role,   // of a scroller that is the body of a table
};
struct AttributeValue {
    Attribute attribute;
    std::string_view value;
};

enum class Flow : std::uint8_t { column, row, wrap, grid, layers };

// How the node sizes itself along one axis.
struct Extent {
    enum class Kind : std::uint8_t { fit, fill, fixed } kind = Kind::fit;
    float value = 0;  // weight of a fill, pixels of a fixed
};
constexpr Extent fit() { return {}; }
constexpr Extent fill(float weight = 1) { return {Extent::Kind::fill, weight}; }
constexpr Extent px(float pixels) { return {Extent::Kind::fixed, pixels}; }

struct Edges {
    float left = 0, top = 0, right = 0, bottom = 0;
};
constexpr Edges all(float v) { return {v, v, v, v}; }
constexpr Edges sides(float x, float y) { return {x, y, x, y}; }

constexpr float across(const Edges& edges) { return edges.left + edges.right; }
constexpr float along(const Edges& edges) { return edges.top + edges.bottom; }

struct Rect {
    float x = 0, y = 0, w = 0, h = 0;
    bool operator==(const Rect&) const = default;
};

enum class Anchor : std::uint8_t { flow, left, right, bottom, center, sheet, toast, bottom_sheet };

struct Layout {
    Flow flow = Flow::column;
    Align align = Align::stretch;
    Justify justify = Justify::start;
    Anchor anchor = Anchor::flow;
    Extent width, height;
    float min_width = 0, max_width = 0, min_height = 0;  // max_width 0 = none
    float gap = 0, line_gap = 0;                         // line_gap: between wrapped lines and grid rows
    Edges padding;
    float margin_right = 0;          // of a placed node
    std::uint16_t columns = 0;       // grid: number of columns
    std::uint32_t first_weight = 0;  // grid: weights of the columns in Page::weights(), equal when none
    std::uint16_t weights = 0;
    std::uint8_t span = 1;       // columns this child takes in its grid
    bool hug = false;            // fits its content even where its siblings are stretched
    bool may_shrink = false;     // a text of one line that may end with an ellipsis
    bool placed = false;         // left, top, and width are shares of the parent, see Place
    NodeIndex opener = no_node;  // a popup stands beside this node; beside its parent when there is none
};

// A block of a week grid: shares of the parent's width, pixels of its height.
struct Place {
    float left = 0, width = 1, top = 0, height = 0;
};

enum class Mark : std::uint8_t {
    none,
    text,
    icon,
    avatar,
    radio,
    checkbox,
    dots,
    progress,
    hatch,
    now_line,
    chevron,
    skeleton,
    spinner,
    dot,
    hour_lines,
    pattern,     // a bar; amount tells its series
    marker,      // of a line; amount tells its series
    line_chart,  // heights in Page::weights(), from the top
    heat_map,    // percent in `value`, row by row; more than 100: closed
};

struct Look {
    Colour fill = Colour::none, border = Colour::none, ink = Colour::none;
    Colour hover_fill = Colour::none;
    Colour edge = Colour::none;  // a coloured left edge
    Mark mark = Mark::none;
    Text text = Text::body;
    std::uint8_t radius = 0, border_width = 1, shadow = 0;
    bool line_above = false, line_below = false, line_left = false, line_right = false;
    std::uint8_t amount = 0;  // dots, progress in percent, icon size
    Icon icon = no_icon;
};

struct Node {
    NodeId id = 0;
    NodeIndex parent = no_node, first_child = no_node, last_child = no_node, next = no_node;
    Role role = Role::none;
    Flag flags = Flag::none;
    std::string_view key, name, value;
    std::uint32_t first_attribute = 0, attributes = 0;
    Layout layout;
    Place place;
    Look look;
    Rect rect;                                // in content coordinates of the scroller or anchor it lies in
    float wanted_width = 0, least_width = 0;  // of its content, found by layout()
    float text_width = 0;                     // on one line, found by layout()
    std::uint32_t first_line = 0, lines = 0;  // of its text, found by layout()
    NodeIndex space = 0;                      // the scroller or anchored node whose coordinates `rect` uses
};

// One line of painted text.
struct TextLine {
    NodeIndex run;
    std::string_view text;
    float x, y, width;
};

}  // namespace loggia::ui
