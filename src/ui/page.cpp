#include "ui/page.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace loggia::ui {

namespace {

// FNV-1a with a final mix. Ours, so that ids outlive a change of library.
NodeId hash_of(NodeId parent, std::uint32_t salt, std::string_view key) {
    std::uint32_t hash = 2166136261u ^ (parent * 2654435761u) ^ (salt * 40503u);
    for (const char byte : key) hash = (hash ^ static_cast<std::uint8_t>(byte)) * 16777619u;
    hash ^= hash >> 15;
    hash *= 2246822519u;
    hash ^= hash >> 13;
    return hash;
}

constexpr NodeId root_id = 1;
constexpr std::uint32_t author_key = 0;  // salt; roles salt what has no key

}  // namespace

void Scope::close() {
    if (m_page != nullptr) std::exchange(m_page, nullptr)->close(m_node, m_depth);
}

bool Scope::submitted() const { return m_page->events().submitted(m_page->nodes()[m_node].id); }
bool Scope::closed() const { return m_page->events().closed(m_page->nodes()[m_node].id); }
bool Scope::pressed() const { return m_page->events().clicked(m_page->nodes()[m_node].id); }

SizeClass Page::size_class() const {
    const float width = m_viewport.width / m_viewport.text;
    return width < 700 ? SizeClass::phone : width < 1100 ? SizeClass::tablet : SizeClass::desktop;
}

void Page::begin(const Viewport& viewport, const Media& media) {
    m_viewport = viewport;
    m_media = media;
    m_strings.empty();
    m_nodes.clear();
    m_attributes.clear();
    m_weights.clear();
    m_lines.clear();
    m_open.clear();
    m_ids.assign(1, root_id);
    std::ranges::fill(m_seen, NodeId{0});
    m_modal = no_node;
    m_wake_at = 0;
    m_brand = 0;
    m_title.clear();
    m_table_head = false;
    Node& root = m_nodes.emplace_back();
    root.id = root_id;
    root.role = Role::root;
    root.flags = when(media.dom_painted, Flag::dom_painted);
    m_open.push_back(0);
}

void Page::end() {
    m_open.resize(1);
    m_ids.resize(1);
}

void Page::close(NodeIndex node, int depth) {
    const NodeIndex parent = m_nodes[node].parent;
    while (m_open.size() > 1 && m_open.back() != parent) m_open.pop_back();
    m_ids.resize(static_cast<std::size_t>(depth));
}

NodeId Page::id_of(std::string_view key) const { return hash_of(m_ids.back(), author_key, key); }

NodeId Page::id_of(std::string_view box, std::string_view key) const { return hash_of(id_of(box), author_key, key); }

NodeId Page::unique(NodeId id) {
    if (m_seen.size() < 4 * (m_nodes.size() + 1)) {
        std::vector<NodeId> larger(std::max<std::size_t>(256, m_seen.size() * 4), 0);
        for (const NodeId seen : m_seen) {
            if (seen == 0) continue;
            std::size_t slot = seen & (larger.size() - 1);
            while (larger[slot] != 0) slot = (slot + 1) & (larger.size() - 1);
            larger[slot] = seen;
        }
        m_seen = std::move(larger);
    }
    const std::size_t mask = m_seen.size() - 1;
    for (;; id = id * 2654435761u + 97u) {
        if (id <= root_id) continue;
        std::size_t slot = id & mask;
        while (m_seen[slot] != 0 && m_seen[slot] != id) slot = (slot + 1) & mask;
        if (m_seen[slot] == id) continue;
        m_seen[slot] = id;
        return id;
    }
}

Node& Page::add(Role role, std::string_view key, std::string_view words) {
    const auto index = static_cast<NodeIndex>(m_nodes.size());
    const NodeIndex parent = m_open.back();
    const NodeIndex before = m_nodes[parent].last_child;
    if (before == no_node) {
        m_nodes[parent].first_child = index;
    } else {
        m_nodes[before].next = index;
    }
    m_nodes[parent].last_child = index;

    Node& node = m_nodes.emplace_back();
    node.parent = parent;
    node.role = role;
    node.flags |= when(has(m_nodes[parent].flags, Flag::dom_painted), Flag::dom_painted);
    node.first_attribute = static_cast<std::uint32_t>(m_attributes.size());
    const bool mirrored = role != Role::none || has(node.flags, Flag::dom_painted);
    if (!key.empty()) {
        node.key = keep(key);
        node.id = unique(hash_of(m_ids.back(), author_key, key));
    } else if (mirrored) {
        node.id = unique(hash_of(m_ids.back(), static_cast<std::uint32_t>(role) + 1, words));
    }
    return node;
}

Scope Page::open(Role role, std::string_view key) {
    const int depth = static_cast<int>(m_ids.size());
    const NodeId id = add(role, key).id;
    const auto index = static_cast<NodeIndex>(m_nodes.size() - 1);
    m_open.push_back(index);
    if (!key.empty()) m_ids.push_back(id);
    return {this, index, depth};
}

void Page::attribute(Attribute attribute, std::string_view value) {
    m_attributes.push_back({attribute, keep(value)});
    ++m_nodes.back().attributes;
}

std::string_view Page::keep_number(long long number) {
    std::array<char, 24> digits{};
    return keep({digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr});
}

std::uint32_t Page::add_weights(std::span<const float> weights) {
    const auto first = static_cast<std::uint32_t>(m_weights.size());
    m_weights.insert(m_weights.end(), weights.begin(), weights.end());
    return first;
}

std::int32_t& Page::memory(NodeId id) {
    for (Remembered& remembered : m_memory) {
        if (remembered.id == id) return remembered.value;
    }
    return m_memory.emplace_front(Remembered{id, 0}).value;
}

std::string& Page::memory_text(NodeId id) {
    for (auto& [known, text] : m_memory_texts) {
        if (known == id) return text;
    }
    return m_memory_texts.emplace_front(id, std::string{}).second;
}

void Page::title(std::string_view title) { m_title = title; }
void Page::speak(const Words& words, Direction direction) {
    m_words = words;
    m_direction = direction;
}
void Page::focus(std::string_view key) { m_focus_key = key; }
void Page::focus_id(NodeId id) { m_focus_id = id; }
void Page::scroll_to_top() { m_scroll_to_top = true; }
void Page::brand(std::uint32_t rgb) { m_brand = rgb; }

void Page::wake_at(std::int64_t milliseconds) {
    if (m_wake_at == 0 || milliseconds < m_wake_at) m_wake_at = milliseconds;
}

void Page::announce(std::string_view text, Priority priority) {
    m_announcements.push_back({std::string{text}, priority});
}

}  // namespace loggia::ui
