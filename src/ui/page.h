// The page under construction: what a screen calls to say what is there.
//
//     auto form = page.form("details");
//     page.heading(1, "Your details");
//     page.text_field("email", "Email", m_email, {.type = FieldType::email, .autocomplete = "email"});
//     page.submit("book", "Book lesson");
//     if (form.submitted()) intent = Book{m_email};
//
// A build runs from top to bottom and may run twice in one frame; nothing but the screen's own state may change in
// it. Keys name things within their nearest keyed parent and must be unique there: they carry focus, typing and
// scroll over builds. Texts may be temporaries; the page keeps a copy until its next build.
#pragma once

#include "ui/events.h"
#include "ui/node.h"
#include "ui/specs.h"
#include "ui/string_arena.h"
#include "ui/words.h"

#include <forward_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace loggia::ui {

class Page;

// Closes its box when it goes out of scope.
class [[nodiscard]] Scope {
public:
    Scope(Page* page, NodeIndex node, int depth) : m_page(page), m_node(node), m_depth(depth) {}
    Scope(Scope&& other) noexcept
        : m_page(std::exchange(other.m_page, nullptr)), m_node(other.m_node), m_depth(other.m_depth) {}
    Scope& operator=(Scope&&) = delete;
    ~Scope() { close(); }
    void close();
    void detach() { m_page = nullptr; }  // leaves the box open for an enclosing scope to close
    NodeIndex node() const { return m_node; }
    bool submitted() const;  // of a form
    bool closed() const;     // of a dialog or drawer: the visitor asked to leave it
    bool pressed() const;    // of a button or link box

private:
    Page* m_page;
    NodeIndex m_node;
    int m_depth;
};

struct Announcement {
    std::string text;
    Priority priority;
};

class Page {
public:
    // -- the screen it is shown on
    SizeClass size_class() const;
    bool phone() const { return size_class() == SizeClass::phone; }
    bool desktop() const { return size_class() == SizeClass::desktop; }
    const Viewport& viewport() const { return m_viewport; }
    const Media& media() const { return m_media; }
    const Events& events() const { return m_events; }

    // -- the frame of a screen, direct children of the page, in reading order
    // ---------------------------------------------
    void title(std::string_view title);  // of the document
    // The kit's own words from here on, in the visitor's language; the page is read in its direction.
    void speak(const Words& words, Direction direction = Direction::left_to_right);
    const Words& words() const { return m_words; }
    bool runs_right_to_left() const { return m_direction == Direction::right_to_left; }
    Scope top_bar(const TopBarSpec&);              // what is added inside stands at its end
    Scope bar_nav(std::string_view name = {});     // inside a top bar: nav_items side by side
    Scope side_nav(const SideNavSpec&);            // desktop: a column; smaller screens: nothing is shown
    Scope main(Width width = Width::page);         // scrolls with the document
    Scope full_main();                             // exactly fills the window; put a scroll_area or week grid inside
    Scope bottom_bar(std::string_view name = {});  // stays at the lower edge
    Scope bottom_nav(std::string_view name = {});  // phone: tabs at the lower edge; fill with nav_item
    Scope drawer(std::string_view key, std::string_view title);  // desktop: right column; smaller: covers the page
    Scope dialog(std::string_view key, const DialogSpec&);
    void toast(std::string_view text, Tone tone = Tone::neutral);

    // -- boxes
    Scope stack(const Box& = {});
    Scope row(const Box& = {});
    Scope wrap(const Box& = {});
    Scope columns(const ColumnsSpec&);
    Scope tiles(int columns, Space gap = Space::small);  // equal cells, row after row
    Scope card(const CardSpec& = {});
    Scope region(std::string_view key, std::string_view name);       // a landmark with a name
    Scope scroll_area(std::string_view key, std::string_view name);  // a native scroller that fills what is left
    Scope list(std::string_view name = {});
    Scope list_row(std::string_view key, const RowSpec&);  // what is added inside stands at its end
    Scope keyed(std::string_view key);                     // ids inside are under this key; draws nothing
    Scope form(std::string_view key);
    Scope link_box(std::string_view key, std::string_view href, const CardSpec& = {});  // a card that is one link
    Scope button_box(std::string_view key, const CardSpec& = {});                       // a card that is one button
    void spacer();                      // takes the space that is left
    void space(Space = Space::medium);  // a fixed distance
    void divider();

    // -- words and pictures
    void heading(int level, std::string_view text, std::string_view key = {});
    void text(std::string_view text, const TextSpec&);
    void text(std::string_view text, Text style = Text::body) { this->text(text, TextSpec{.style = style}); }
    void paragraph(std::span<const Run> runs, std::string_view key = {});
    void icon(Icon icon, Colour colour = Colour::muted, float size = 20);
    void icon_line(Icon icon, std::string_view text, Text style = Text::small);  // an icon and the words beside it
    void avatar(std::string_view initials, Hue hue, float size = 40);
    void emblem(Icon icon);
    void badge(std::string_view text, const BadgeSpec& = {});
    void progress(std::string_view name, int percent);
    void skeleton(int lines = 3);  // says "Loading" once
    void loading(std::string_view text = {});
    Scope empty(const EmptySpec&);  // actions go inside
    bool banner(std::string_view key, std::string_view text, const BannerSpec& = {});

    // -- to press
    bool button(std::string_view key, std::string_view label, const ButtonSpec& = {});
    bool icon_button(std::string_view key, Icon icon, std::string_view name, const ButtonSpec& = {});
    void submit(std::string_view key, std::string_view label,
                ButtonSpec = {.look = ButtonLook::primary});  // answer: form.submitted()
    void link(std::string_view key, std::string_view label, std::string_view href, const LinkSpec& = {});
    void nav_item(std::string_view key, std::string_view label, std::string_view href, Icon, bool current,
                  std::string_view badge = {});
    bool chip(std::string_view key, std::string_view label, const ChipSpec& = {});
    bool option_tile(std::string_view key, std::string_view label, bool selected, std::string_view spoken = {},
                     bool disabled = false);

    // -- to fill in; each returns true in the build in which the visitor changed it
    // ----------------------------------------------
    bool text_field(std::string_view key, std::string_view label, std::string& value, const FieldSpec& = {});
    bool select(std::string_view key, std::string_view label, std::string& value, std::span<const Option>,
                const SelectSpec& = {});
    bool checkbox(std::string_view key, std::string_view label, bool& value, const CheckSpec& = {});
    bool checkbox(std::string_view key, std::span<const Run> label, bool& value, const CheckSpec& = {});
    Scope radio_group(std::string_view key, std::string_view legend, const RadioSpec& = {});
    bool choice(std::string_view key, const Choice&, bool selected);  // inside a radio_group
    bool choice_action(std::string_view key) const;                   // the small button of that choice was pressed
    bool radio_group(std::string_view key, std::string_view legend, std::string& value, std::span<const Choice>,
                     std::span<const std::string_view> keys, const RadioSpec& = {});

    // -- tables
    Scope table(std::string_view key, std::string_view name, std::span<const TableColumn>);
    Scope table_row(std::string_view key, bool highlighted = false);
    void table_section(std::string_view title);  // a heading across the table
    Scope cell();

    // -- said once, acted on after the build
    void announce(std::string_view text, Priority priority = Priority::polite);
    void focus(std::string_view key);  // moves the focus to the node with this key
    void focus_id(NodeId id);
    void scroll_to_top();
    void wake_at(std::int64_t milliseconds);  // build again at this time even if nothing happens
    void brand(std::uint32_t rgb);            // the business's colour, 0xRRGGBB; 0 keeps the default

    // -- for widgets and back ends; screens leave these alone
    void begin(const Viewport&, const Media&);
    void end();
    Events& incoming() { return m_events; }
    Node& add(Role role, std::string_view key = {},
              std::string_view words = {});            // appends a leaf; words stand in for a key
    Scope open(Role role, std::string_view key = {});  // appends a box and makes it the parent
    Node& node(NodeIndex index) { return m_nodes[index]; }
    Node& here() { return m_nodes[m_open.back()]; }
    Node& last() { return m_nodes.back(); }
    NodeId id_of(std::string_view key) const;                        // the id a child with this key has here
    NodeId id_of(std::string_view box, std::string_view key) const;  // … and one in the keyed box
    void attribute(Attribute, std::string_view value);  // of the node added last: right after add() or open()
    void fold(Layout& layout, const Box& box, Flow flow) const;
    std::string_view keep(std::string_view text) { return m_strings.keep(text); }
    std::string_view keep_number(long long number);
    template <class T> std::span<T> room(std::size_t count) {
        return m_strings.room<T>(count);
    }  // until the next build
    void close(NodeIndex node, int depth);
    void field_label(std::string_view label, NodeId field);
    void field_words(std::string_view hint, std::string_view error);  // described_by id_of("error")
    std::int32_t& memory(NodeId id);      // a number a widget keeps between builds; begins as 0
    std::string& memory_text(NodeId id);  // a text a widget keeps between builds; begins empty
    std::vector<Node>& nodes() { return m_nodes; }
    const std::vector<Node>& nodes() const { return m_nodes; }
    const std::vector<AttributeValue>& attributes() const { return m_attributes; }
    std::uint32_t add_weights(std::span<const float> weights);
    const std::vector<float>& weights() const { return m_weights; }
    std::vector<TextLine>& lines() { return m_lines; }
    const std::vector<TextLine>& lines() const { return m_lines; }
    std::vector<Announcement> take_announcements() { return std::exchange(m_announcements, {}); }
    const std::string& focus_wanted() const { return m_focus_key; }
    NodeId focus_id_wanted() const { return m_focus_id; }
    void focus_done() {
        m_focus_key.clear();
        m_focus_id = 0;
    }
    bool take_scroll_to_top() { return std::exchange(m_scroll_to_top, false); }
    std::string_view document_title() const { return m_title; }
    std::uint32_t brand_colour() const { return m_brand; }
    std::int64_t wake_time() const { return m_wake_at; }
    bool has_modal() const { return m_modal != no_node; }
    NodeIndex modal() const { return m_modal; }

private:
    friend class Scope;
    struct Remembered {
        NodeId id;
        std::int32_t value;
    };
    NodeId unique(NodeId id);
    void row_lead(const RowSpec& spec);
    void button_content(std::string_view label, const ButtonSpec& spec, Colour ink);
    void input_node(std::string_view key, std::string_view label, std::string_view value, const FieldSpec& spec,
                    bool revealed);
    void options_of(std::span<const Option>, std::string_view value);
    void choice_content(const Choice& choice, bool selected);
    void check_mark(bool checked, Mark mark, bool invalid = false);

    Viewport m_viewport;
    Media m_media;
    Words m_words;
    Direction m_direction = Direction::left_to_right;
    Events m_events;
    StringArena m_strings;
    std::vector<Node> m_nodes;
    std::vector<AttributeValue> m_attributes;
    std::vector<float> m_weights;
    std::vector<TextLine> m_lines;
    std::vector<NodeIndex> m_open;
    std::vector<NodeId> m_ids;               // of the keyed parents
    std::vector<NodeId> m_seen;              // open addressing set of the ids in this build
    std::forward_list<Remembered> m_memory;  // widgets hold references
    std::forward_list<std::pair<NodeId, std::string>> m_memory_texts;
    std::vector<Announcement> m_announcements;
    std::string m_title, m_focus_key;
    NodeId m_focus_id = 0;
    NodeIndex m_modal = no_node;
    std::uint32_t m_brand = 0;
    std::int64_t m_wake_at = 0;
    bool m_scroll_to_top = false;
    ChoiceLook m_choice_look = ChoiceLook::rows;
    NodeId m_choice_group = 0;
    int m_choices = 0;
    std::uint32_t m_table_weights = 0;
    std::uint16_t m_table_columns = 0;
    bool m_table_head = false, m_nav_tabs = false, m_nav_bar = false;
};

}  // namespace loggia::ui
