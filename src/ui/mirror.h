// The page as the browser's own elements: described after layout, compared with what was sent before, sent as
// differences.
//
// A frame that changed nothing appends nothing. Elements come in reading order and keep their place by the sibling
// they follow. A field's value is written only when the program changed it, never back to the field that just
// reported it.
#pragma once

#include "ui/ops.h"
#include "ui/page.h"

#include <string>
#include <vector>

namespace loggia::ui {

// Marks the fields behind the open dialog, so that the mirror hides them and the canvas paints their values. Where
// CSS paints, the browser itself puts the dialog over them.
void veil_fields(Page& page);

class Mirror {
public:
    void describe(Page& page, float document_height, Ops& ops);
    void heard(NodeId field, std::string_view text);  // the browser's field holds this now
    void heard_check();                               // a radio or checkbox changed by itself: state the truth again
    std::size_t size() const { return m_sent.size(); }

private:
    struct Item {
        NodeId id, parent, after;
        NodeIndex node, holder;  // holder: of the element it lies in
        Role role;
        std::uint64_t content;
        Rect rect;
    };
    struct FieldValue {
        NodeId id;
        std::string text;
    };

    void collect(const Page& page);
    void send(const Page& page, Ops& ops);
    bool moves(const Item& before, const Item& now);
    void send_content(const Page& page, const Item& item, Ops& ops) const;
    static void send_paint(const Node& node, Ops& ops);
    void send_values(const Page& page, Ops& ops);
    void send_wishes(Page& page, float document_height, Ops& ops);
    static void index(const std::vector<Item>& items, std::vector<std::uint32_t>& slots);
    static const Item* find(const std::vector<Item>& items, const std::vector<std::uint32_t>& slots, NodeId id);

    std::vector<Item> m_items, m_sent;
    std::vector<std::uint32_t> m_slots, m_sent_slots;  // open addressing: position + 1
    std::vector<NodeId> m_parents, m_last_child;       // per node of the page, while collecting
    std::vector<std::size_t> m_kept;  // by holder, while sending: one past where the child that kept its place was
    std::vector<NodeId> m_remade;     // elements whose role changed: their children have to move in again
    std::vector<FieldValue> m_values;
    std::string m_title;
    float m_height = -1;
    bool m_restate_checks = false;
};

}  // namespace loggia::ui
