// What holds for every page, whatever it shows. One sentence for each fault, none for a sound page.
#pragma once

#include "ui/page.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

namespace loggia::ui {

class Lint {
public:
    explicit Lint(const Page& page) : m_page(page), m_nodes(page.nodes()) {}

    std::vector<std::string> faults() {
        std::set<NodeId> ids;
        for (NodeIndex i = 1; i < m_nodes.size(); ++i) {
            const Node& node = m_nodes[i];
            if (is_absent(i)) continue;
            if (node.role != Role::none && !ids.insert(node.id).second) report(i, "shares its id");
            if (node.look.mark == Mark::text && node.role == Role::none) report(i, "is painted and cannot be read");
            if (is_interactive(node.role)) look_at(i);
        }
        for (NodeIndex i = 1; i < m_nodes.size(); ++i) refer(i, ids);
        return std::move(m_faults);
    }

private:
    static bool is_interactive(Role role) {
        using enum Role;
        constexpr std::array all{link,        button,      field, text_area,  select,    radio,
                                 checkbox,    switch_box,  tab,   menu_item,  menu_link, combo_box,
                                 menu_choice, spin_button, file,  list_option};
        return std::ranges::find(all, role) != all.end();
    }

    // A link in running text has the size of its words, a block of a calendar that of its time.
    void look_at(NodeIndex i) {
        const Node& node = m_nodes[i];
        if (name_of(i).empty()) report(i, "has no name");
        if (m_nodes[node.parent].role == Role::paragraph || has(node.flags, Flag::hidden)) return;
        if (node.layout.placed) return;
        if (node.rect.w < least || node.rect.h < least) report(i, "is smaller than 24 pixels");
    }

    void refer(NodeIndex i, const std::set<NodeId>& ids) {
        const Node& node = m_nodes[i];
        if (is_absent(i)) return;
        for (const Attribute one : {Attribute::described_by, Attribute::label_for, Attribute::controls,
                                    Attribute::labelled_by, Attribute::active, Attribute::tip}) {
            const std::string_view value = attribute(node, one);
            if (!value.empty() && !ids.contains(static_cast<NodeId>(std::stoul(std::string{value}))))
                report(i, "refers to what is not there");
        }
    }

    bool is_absent(NodeIndex i) const {
        for (; i != 0; i = m_nodes[i].parent) {
            if (has(m_nodes[i].flags, Flag::absent)) return true;
        }
        return false;
    }

    std::string_view attribute(const Node& node, Attribute wanted) const {
        for (std::uint32_t i = 0; i < node.attributes; ++i) {
            const AttributeValue& value = m_page.attributes()[node.first_attribute + i];
            if (value.attribute == wanted) return value.value;
        }
        return {};
    }

    std::string words_in(NodeIndex i) const {
        std::string words{m_nodes[i].role == Role::none ? std::string_view{} : m_nodes[i].name};
        words += attribute(m_nodes[i], Attribute::label);
        for (NodeIndex child = m_nodes[i].first_child; child != no_node; child = m_nodes[child].next)
            words += words_in(child);
        return words;
    }

    std::string name_of(NodeIndex i) const {
        const Node& node = m_nodes[i];
        std::string name = words_in(i);
        for (const Node& label : m_nodes) {
            if (label.role == Role::label && attribute(label, Attribute::label_for) == std::to_string(node.id))
                name += label.name;
        }
        return name;
    }

    void report(NodeIndex i, std::string_view fault) {
        m_faults.push_back("role " + std::to_string(static_cast<int>(m_nodes[i].role)) + ", key '" +
                           std::string{m_nodes[i].key} + "', name '" + name_of(i) + "': " + std::string{fault});
    }

    static constexpr float least = 24;
    const Page& m_page;
    const std::vector<Node>& m_nodes;
    std::vector<std::string> m_faults;
};

}  // namespace loggia::ui
