#include "ui/mirror.h"

#include "ui/text_measure.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace loggia::ui {

namespace {

class Hash {
public:
    void add(std::uint64_t value) { m_hash = (m_hash ^ value) * 1099511628211u, m_hash ^= m_hash >> 29; }
    void add(std::string_view text) {
        add(text.size());
        for (const char byte : text) m_hash = (m_hash ^ static_cast<std::uint8_t>(byte)) * 1099511628211u;
    }
    std::uint64_t value() const { return m_hash; }

private:
    std::uint64_t m_hash = 14695981039346656037u;
};

bool has_body(const Look& look) {
    return look.fill != Colour::none || look.border != Colour::none || look.edge != Colour::none || look.line_above ||
           look.line_below || look.line_left || look.line_right || look.mark != Mark::none;
}

bool is_field(Role role) {
    return role == Role::field || role == Role::text_area || role == Role::select || role == Role::combo_box ||
           role == Role::spin_button;
}

bool is_checked_by_itself(Role role) {
    return role == Role::radio || role == Role::checkbox || role == Role::switch_box;
}

bool is_mirrored(const Node& node) {
    if (has(node.flags, Flag::absent) || node.role == Role::root) return false;
    return node.role != Role::none || (has(node.flags, Flag::dom_painted) && has_body(node.look));
}

std::uint32_t lines_of(const Look& look) {
    return (look.line_above ? 1u : 0u) | (look.line_below ? 2u : 0u) | (look.line_left ? 4u : 0u) |
           (look.line_right ? 8u : 0u);
}

// A run has no mark of its own: its paragraph draws it.
Colour ink_of(const Node& node) {
    const Look& look = node.look;
    const bool reads = look.mark == Mark::text || node.role == Role::run || node.role == Role::strong_run;
    return reads && look.ink == Colour::none ? shape_of(look.text).colour : look.ink;
}

// What must be known when the element is made: an option's value, its group's words, a heading's level.
std::string_view creation_word(const Page& page, const Node& node) {
    if (is_in_select(node.role)) return node.value;
    if (node.role != Role::heading) return {};
    for (std::uint32_t i = 0; i < node.attributes; ++i) {
        const AttributeValue& attribute = page.attributes()[node.first_attribute + i];
        if (attribute.attribute == Attribute::level) return attribute.value;
    }
    return "2";
}

// 0 at the start, 1 centred, 2 at the end of its line; 3 in the middle of its box.
std::uint32_t alignment_of(const Node& node) {
    if (node.look.mark == Mark::avatar) return 3;
    if (node.look.mark != Mark::text) return 0;
    return node.layout.align == Align::center ? 1 : node.layout.align == Align::end ? 2 : 0;
}

std::uint64_t content_of(const Page& page, const Node& node) {
    Hash hash;
    hash.add(static_cast<std::uint64_t>(node.role) << 40 | static_cast<std::uint64_t>(node.flags));
    hash.add(static_cast<std::uint64_t>(node.look.text));
    hash.add(node.name);
    if (is_in_select(node.role)) hash.add(node.value);
    for (std::uint32_t i = 0; i < node.attributes; ++i) {
        const AttributeValue& attribute = page.attributes()[node.first_attribute + i];
        hash.add(static_cast<std::uint64_t>(attribute.attribute));
        hash.add(attribute.value);
    }
    if (!has(node.flags, Flag::dom_painted)) return hash.value();
    const Look& look = node.look;
    hash.add(static_cast<std::uint64_t>(look.ink) | static_cast<std::uint64_t>(look.fill) << 8 |
             static_cast<std::uint64_t>(look.border) << 16 | static_cast<std::uint64_t>(look.hover_fill) << 24 |
             static_cast<std::uint64_t>(look.radius) << 32 | std::uint64_t{lines_of(look)} << 40 |
             static_cast<std::uint64_t>(look.shadow) << 48 | static_cast<std::uint64_t>(look.border_width) << 56);
    hash.add(static_cast<std::uint64_t>(look.icon) << 16 | std::uint64_t{look.amount} << 8 | alignment_of(node));
    hash.add(static_cast<std::uint64_t>(look.mark) | static_cast<std::uint64_t>(look.edge) << 8 |
             std::uint64_t{std::bit_cast<std::uint32_t>(node.place.height)} << 32);
    hash.add(std::bit_cast<std::uint32_t>(node.place.top));
    return hash.value();
}

}  // namespace

void veil_fields(Page& page) {
    if (!page.has_modal() || page.media().dom_painted) return;
    const NodeIndex modal = page.modal();
    bool inside = false;
    for (NodeIndex i = 0; i < page.nodes().size(); ++i) {
        Node& node = page.node(i);
        if (i == modal) inside = true;
        // A subtree is contiguous: it ends at the first node whose parent lies before it.
        if (i > modal && node.parent < modal) inside = false;
        if (!inside && is_field(node.role)) node.flags |= Flag::veiled;
    }
}

void Mirror::heard(NodeId field, std::string_view text) {
    for (FieldValue& value : m_values) {
        if (value.id == field) value.text = text;
    }
}

void Mirror::heard_check() { m_restate_checks = true; }

void Mirror::index(const std::vector<Item>& items, std::vector<std::uint32_t>& slots) {
    std::size_t size = 64;
    while (size < items.size() * 2) size *= 2;
    slots.assign(size, 0);
    for (std::size_t i = 0; i < items.size(); ++i) {
        std::size_t slot = items[i].id & (size - 1);
        while (slots[slot] != 0) slot = (slot + 1) & (size - 1);
        slots[slot] = static_cast<std::uint32_t>(i + 1);
    }
}

const Mirror::Item* Mirror::find(const std::vector<Item>& items, const std::vector<std::uint32_t>& slots, NodeId id) {
    if (slots.empty()) return nullptr;
    for (std::size_t slot = id & (slots.size() - 1); slots[slot] != 0; slot = (slot + 1) & (slots.size() - 1)) {
        if (items[slots[slot] - 1].id == id) return &items[slots[slot] - 1];
    }
    return nullptr;
}

void Mirror::collect(const Page& page) {
    const std::vector<Node>& nodes = page.nodes();
    m_items.clear();
    m_parents.assign(nodes.size(), 0);     // position of the element that holds the node's children
    m_last_child.assign(nodes.size(), 0);  // by position of the element: the child sent last
    for (NodeIndex i = 1; i < nodes.size(); ++i) {
        const Node& node = nodes[i];
        const NodeIndex holder = m_parents[node.parent];
        if (has(node.flags, Flag::absent) || (node.parent != 0 && m_parents[node.parent] == no_node)) {
            m_parents[i] = no_node;
            continue;
        }
        if (!is_mirrored(node)) {
            m_parents[i] = holder;
            continue;
        }
        // A mere picture holds nothing, so that elements keep their parents, and fields the focus, when it comes or
        // goes.
        m_parents[i] = node.role == Role::none ? holder : i;
        const Node& parent = nodes[holder];
        Rect rect = node.rect;
        const bool own_origin = has(node.flags, Flag::anchored | Flag::floating) ||
                                (parent.role == Role::scroll && node.space == holder) || holder == 0;
        if (!own_origin) rect.x -= parent.rect.x, rect.y -= parent.rect.y;
        if (node.look.mark == Mark::text) {
            // The browser's own rounding must not wrap a line; the room for it is at the line's end.
            const float width = std::ceil(rect.w) + 1;
            if (page.runs_right_to_left()) rect.x -= width - rect.w;
            rect.w = width;
        }
        if (is_in_select(node.role) || parent.role == Role::paragraph) rect = {};
        m_items.push_back({node.id, holder == 0 ? 1 : parent.id, m_last_child[holder], i, holder, node.role,
                           content_of(page, node), rect});
        m_last_child[holder] = node.id;
    }
}

void Mirror::send_content(const Page& page, const Item& item, Ops& ops) const {
    const Node& node = page.nodes()[item.node];
    ops(Op::attributes).word(item.id).word(node.attributes);
    for (std::uint32_t i = 0; i < node.attributes; ++i) {
        const AttributeValue& attribute = page.attributes()[node.first_attribute + i];
        ops.word(static_cast<std::uint32_t>(attribute.attribute)).text(attribute.value);
    }
    if (has(node.flags, Flag::dom_painted)) send_paint(node, ops);
}

void Mirror::send_paint(const Node& node, Ops& ops) {
    const Look& look = node.look;
    ops(Op::paint)
        .word(node.id)
        .word(static_cast<std::uint32_t>(ink_of(node)))
        .word(static_cast<std::uint32_t>(look.fill));
    ops.word(static_cast<std::uint32_t>(look.border))
        .word(look.border_width)
        .word(look.radius)
        .word(lines_of(look))
        .word(look.shadow);
    ops.word(static_cast<std::uint32_t>(look.hover_fill))
        .word(static_cast<std::uint32_t>(look.icon))
        .word(look.amount)
        .word(alignment_of(node));
    ops.word(static_cast<std::uint32_t>(look.mark))
        .word(static_cast<std::uint32_t>(look.edge))
        .number(node.place.top)
        .number(node.place.height);
}

// An element keeps its place while its siblings that keep theirs come in the order they came in before. One whose
// neighbour is the same may have to move all the same: with that neighbour, past the others.
bool Mirror::moves(const Item& before, const Item& now) {
    if (before.parent != now.parent || std::ranges::find(m_remade, now.parent) != m_remade.end()) return true;
    const auto place = static_cast<std::size_t>(&before - m_sent.data()) + 1;
    if (place < m_kept[now.holder]) return true;
    m_kept[now.holder] = place;
    return before.after != now.after;
}

void Mirror::send(const Page& page, Ops& ops) {
    for (const Item& item : m_sent) {
        const Item* now = find(m_items, m_slots, item.id);
        if (now == nullptr || now->role != item.role) ops(Op::remove).word(item.id);
    }
    m_kept.assign(page.nodes().size(), 0);
    for (const Item& item : m_items) {
        const Node& node = page.nodes()[item.node];
        const Item* before = find(m_sent, m_sent_slots, item.id);
        if (before != nullptr && before->role != item.role) {
            before = nullptr;
            m_remade.push_back(item.id);
        }
        const bool is_new = before == nullptr;
        const bool restate = m_restate_checks && is_checked_by_itself(node.role);
        const auto style = static_cast<std::uint32_t>(node.look.text);
        const std::string_view name = node.role == Role::option ? node.name
                                      : is_field(node.role)     ? std::string_view{}
                                                                : node.name;
        if (is_new) {
            ops(Op::create)
                .word(item.id)
                .word(item.parent)
                .word(item.after)
                .word(static_cast<std::uint32_t>(item.role));
            ops.word(static_cast<std::uint32_t>(node.flags)).word(style).text(name).text(creation_word(page, node));
        } else if (moves(*before, item)) {
            ops(Op::move).word(item.id).word(item.parent).word(item.after);
        }
        if (!is_new && (before->content != item.content || restate)) {
            ops(Op::update).word(item.id).word(static_cast<std::uint32_t>(node.flags)).word(style).text(name);
        }
        if (is_new || before->content != item.content) send_content(page, item, ops);
        if (is_new || before->rect != item.rect) {
            if (is_new && item.rect == Rect{}) continue;
            ops(Op::rect)
                .word(item.id)
                .number(item.rect.x)
                .number(item.rect.y)
                .number(item.rect.w)
                .number(item.rect.h);
        }
    }
}

void Mirror::send_values(const Page& page, Ops& ops) {
    // A new element holds nothing, whatever one of the same name held before it.
    std::erase_if(m_values, [&](const FieldValue& value) {
        return find(m_items, m_slots, value.id) == nullptr || std::ranges::find(m_remade, value.id) != m_remade.end();
    });
    for (const Item& item : m_items) {
        if (!is_field(item.role)) continue;
        auto known = std::ranges::find(m_values, item.id, &FieldValue::id);
        const std::string_view wanted = page.nodes()[item.node].value;
        const bool is_new = known == m_values.end();
        if (is_new) known = m_values.insert(known, {item.id, {}});
        if (known->text == wanted && !(is_new && item.role == Role::select)) continue;
        known->text = wanted;
        ops(Op::value).word(item.id).text(wanted);
    }
}

void Mirror::send_wishes(Page& page, float document_height, Ops& ops) {
    if (document_height != m_height) {
        m_height = document_height;
        ops(Op::document).number(document_height);
    }
    if (page.document_title() != m_title) {
        m_title = page.document_title();
        ops(Op::title).text(m_title);
    }
    for (const Announcement& announcement : page.take_announcements()) {
        ops(Op::announce).word(static_cast<std::uint32_t>(announcement.priority)).text(announcement.text);
    }
    if (page.take_scroll_to_top()) ops(Op::scroll_to).word(0).number(0).number(0);
    NodeId focus = page.focus_id_wanted();
    for (const Node& node : page.nodes()) {
        if (!page.focus_wanted().empty() && node.role != Role::none && node.key == page.focus_wanted())
            focus = node.id;
    }
    if (focus != 0 && find(m_items, m_slots, focus) != nullptr) ops(Op::focus).word(focus);
    page.focus_done();  // a wish that cannot be met now must not steal the focus later
}

void Mirror::describe(Page& page, float document_height, Ops& ops) {
    collect(page);
    index(m_items, m_slots);
    m_remade.clear();
    const auto same = [](const Item& a, const Item& b) {
        return a.id == b.id && a.parent == b.parent && a.role == b.role && a.content == b.content && a.rect == b.rect;
    };
    const bool unchanged =
        m_items.size() == m_sent.size() && std::equal(m_items.begin(), m_items.end(), m_sent.begin(), same);
    if (!unchanged || m_restate_checks) send(page, ops);
    m_restate_checks = false;
    send_values(page, ops);
    send_wishes(page, document_height, ops);
    m_sent.swap(m_items);
    m_sent_slots.swap(m_slots);
}

}  // namespace loggia::ui
