#include "ui/widgets/combo_box.h"

#include "ui/fold.h"
#include "ui/widgets/field_parts.h"
#include "ui/widgets/popup.h"

#include "icons.generated.h"

#include <algorithm>

namespace loggia::ui {

namespace {

constexpr std::size_t most_shown = 60;

enum class Leaving : std::uint8_t { keeps_exact_match, forgets };

// A field with its list, which answers with the option chosen in this build.
class Combo {
public:
    Combo(Page& page, std::span<const Option> options, const ComboSpec& spec)
        : m_page(page),
          m_options(options),
          m_spec(spec),
          m_field(page.id_of("field")),
          m_state(page, m_field),
          m_active(page.memory(page.id_of("active"))),
          m_typing(page.memory(page.id_of("typing"))),
          m_text(page.memory_text(m_field)) {}

    // Hears what happened; `label` is what the field shows while nobody types.
    const Option* listen(std::string_view label, Leaving leaving);
    void show(std::string_view key, std::string_view label, std::string_view shown, std::string_view chosen);

    bool typed() const { return m_typed; }
    bool cleared() const { return m_cleared; }
    std::string_view text() const { return m_typing != 0 ? std::string_view{m_text} : std::string_view{}; }
    NodeId field() const { return m_field; }

private:
    NodeId id_of(const Option& option) const { return m_page.id_of("list", option.key); }
    void find_shown();
    void hear_typing();
    const Option* hear_keys();
    const Option* hear_clicks();
    const Option* hear_leaving(std::string_view label, Leaving leaving);
    void walk(int step);
    const Option* choose(const Option& option);
    void forget_typing();
    void open();
    void input(std::string_view key, std::string_view label, std::string_view shown);
    void list(std::string_view label, std::string_view chosen);
    void state_words();
    void option(const Option& option, bool chosen, bool active);
    bool lists() const { return m_state.is_open() && !m_spec.loading && !m_shown.empty(); }

    Page& m_page;
    std::span<const Option> m_options;
    const ComboSpec& m_spec;
    NodeId m_field;
    PopupState m_state;
    std::int32_t& m_active;  // counts from 1; 0 is none
    std::int32_t& m_typing;  // the text is typed and not an option's label
    std::string& m_text;
    std::vector<const Option*> m_shown;
    bool m_typed = false, m_cleared = false;
};

void Combo::find_shown() {
    m_shown.clear();
    for (const Option& option : m_options) {
        if (m_shown.size() == most_shown) break;
        const bool fits = m_typing == 0 || m_spec.filter == ComboFilter::none || matches(option.label, m_text);
        if (fits) m_shown.push_back(&option);
    }
    m_active = std::min(m_active, static_cast<std::int32_t>(m_shown.size()));
}

void Combo::open() {
    if (!m_state.is_open()) m_state.open();
}

void Combo::hear_typing() {
    const std::string* text = m_page.events().text(m_field);
    if (text == nullptr) return;
    m_text = *text;
    m_typing = 1, m_typed = true;
    m_active = m_text.empty() ? 0 : 1;
    open();
    find_shown();
    m_page.announce(m_shown.empty() ? std::string{m_page.words().nothing_found}
                                    : said(m_page.words().found, std::to_string(m_shown.size())));
}

void Combo::walk(int step) {
    const auto count = static_cast<std::int32_t>(m_shown.size());
    if (count == 0) return;
    if (!m_state.is_open()) {
        open();
        if (m_active == 0) m_active = step > 0 ? 1 : count;
        return;
    }
    m_active = (std::max(m_active, step > 0 ? 0 : 1) - 1 + step + count) % count + 1;
}

const Option* Combo::choose(const Option& option) {
    forget_typing();
    m_state.close();
    return &option;
}

void Combo::forget_typing() {
    m_typing = 0;
    m_text.clear();
    m_active = 0;
}

const Option* Combo::hear_keys() {
    for (const KeyPress& press : m_page.events().keys()) {
        if (press.id != m_field) continue;
        switch (press.key) {
        case Key::down: walk(1); break;
        case Key::up: walk(-1); break;
        case Key::escape:
            forget_typing();
            m_state.close();
            break;
        case Key::enter:
            if (lists() && m_active > 0) return choose(*m_shown[static_cast<std::size_t>(m_active - 1)]);
            m_state.close();
            break;
        default: break;
        }
    }
    return nullptr;
}

const Option* Combo::hear_clicks() {
    if (m_page.events().clicked(m_field) && !m_spec.disabled) {
        m_page.focus_id(m_field);
        open();
    }
    for (const Option& option : m_options) {
        if (m_page.events().clicked(id_of(option))) return choose(option);
    }
    return nullptr;
}

const Option* Combo::hear_leaving(std::string_view label, Leaving leaving) {
    const bool was_open = m_state.is_open(), inside = m_page.events().focused == m_field;
    m_state.follow_focus(inside);
    if (m_typing == 0 || inside || (was_open && m_state.is_open())) return nullptr;
    const std::string text = folded(m_text);
    forget_typing();
    if (leaving == Leaving::forgets || text == folded(label)) return nullptr;
    m_cleared = text.empty();
    const auto same = [&](const Option& option) { return folded(option.label) == text; };
    const auto match = std::ranges::find_if(m_options, same);
    return text.empty() || match == m_options.end() ? nullptr : &*match;
}

const Option* Combo::listen(std::string_view label, Leaving leaving) {
    find_shown();
    hear_typing();
    const Option* chosen = hear_keys();
    if (chosen == nullptr) chosen = hear_clicks();
    if (chosen == nullptr) chosen = hear_leaving(label, leaving);
    find_shown();
    return chosen;
}

void Combo::show(std::string_view key, std::string_view label, std::string_view shown, std::string_view chosen) {
    {
        const Scope box = m_page.stack();
        input(key, label, m_typing != 0 ? std::string_view{m_text} : shown);
        if (m_state.is_open()) list(label, chosen);
    }
    m_page.field_words(m_spec.hint, m_spec.error);
}

void Combo::input(std::string_view key, std::string_view label, std::string_view shown) {
    Node& node = m_page.add(Role::combo_box, "field");
    dress_field(node, !m_spec.error.empty());
    node.key = m_page.keep(key);
    node.value = m_page.keep(shown);
    node.flags |= when(m_spec.required, Flag::required) | when(m_spec.disabled, Flag::disabled);
    m_page.attribute(Attribute::type, "text");
    m_page.attribute(Attribute::name, m_spec.name.empty() ? key : m_spec.name);
    m_page.attribute(Attribute::autocomplete, "off");
    m_page.attribute(Attribute::completes, "list");
    m_page.attribute(Attribute::has_popup, "listbox");
    m_page.attribute(Attribute::expanded, lists() ? "true" : "false");
    m_page.attribute(Attribute::keys, m_state.is_open() ? "vneb" : "vb");
    if (lists()) m_page.attribute(Attribute::controls, m_page.keep_number(m_page.id_of("list")));
    if (lists() && m_active > 0) {
        const Option& active = *m_shown[static_cast<std::size_t>(m_active - 1)];
        m_page.attribute(Attribute::active, m_page.keep_number(id_of(active)));
    }
    if (!m_spec.placeholder.empty()) m_page.attribute(Attribute::placeholder, m_spec.placeholder);
    if (m_spec.hide_label) m_page.attribute(Attribute::label, label);
    if (!m_spec.error.empty() || !m_spec.hint.empty())
        m_page.attribute(Attribute::described_by, m_page.keep_number(m_page.id_of("error")));
}

void Combo::list(std::string_view label, std::string_view chosen) {
    const Scope box =
        popup(m_page, lists() ? Role::list_box : Role::status, lists() ? "list" : "words", {.as_wide = true});
    if (!lists()) return state_words();
    m_page.attribute(Attribute::label, label);
    for (std::size_t i = 0; i < m_shown.size(); ++i)
        option(*m_shown[i], m_shown[i]->key == chosen, static_cast<std::int32_t>(i) + 1 == m_active);
}

// A list without options is none.
void Combo::state_words() {
    m_page.here().layout.padding = sides(16, 12);
    const Words& words = m_page.words();
    m_page.text(m_spec.loading ? words.loading : words.nothing_found, Text::muted);
}

void Combo::option(const Option& option, bool chosen, bool active) {
    const Scope scope = m_page.open(Role::list_option, option.key);
    Node& node = m_page.here();
    node.flags |= when(chosen, Flag::selected);
    node.layout.flow = Flow::row;
    node.layout.align = Align::center;
    node.layout.gap = 12;
    node.layout.padding = sides(12, 10);
    node.layout.min_height = 44;
    node.look.radius = 8;
    node.look.fill = active ? Colour::brand_soft : Colour::none;
    node.look.hover_fill = active ? Colour::brand_soft : Colour::hover;
    m_page.text(option.label, Text::body);
    m_page.last().layout.width = fill();
    m_page.last().look.ink = active ? Colour::brand_ink : Colour::ink;
    if (chosen) m_page.icon(icon::check, Colour::brand, 18);
}

std::string_view label_of(std::span<const Option> options, std::string_view key) {
    const auto found = std::ranges::find(options, key, &Option::key);
    return found == options.end() ? std::string_view{} : found->label;
}

// The chips of what is chosen; returns the key of the one taken back.
std::string_view chips(Page& page, std::string_view label, std::span<const std::string> values,
                       std::span<const Option> options) {
    std::string_view removed;
    const Scope list = page.open(Role::list, "chosen");
    page.attribute(Attribute::label, label);
    page.here().layout.flow = Flow::wrap;
    page.here().layout.gap = page.here().layout.line_gap = 8;
    for (const std::string& value : values) {
        const std::string_view words = label_of(options, value);
        const Scope item = page.open(Role::list_item, value);
        Node& node = page.here();
        node.layout.flow = Flow::row;
        node.layout.align = Align::center;
        node.layout.padding = {12, 0, 0, 0};
        node.look.fill = Colour::brand_soft;
        node.look.radius = 18;
        page.text(words, {.style = Text::small, .one_line = true});
        page.last().look.ink = Colour::brand_ink;
        const std::string name = said(page.words().remove, words);
        if (page.icon_button("remove", icon::x, name, {.look = ButtonLook::ghost, .small = true})) removed = value;
    }
    return removed;
}

bool took_back(const Page& page, NodeId field) {
    return std::ranges::any_of(page.events().keys(), [&](const KeyPress& press) {
        return press.id == field && press.key == Key::backspace;
    });
}

}  // namespace

ComboAnswer combo_box(Page& page, std::string_view key, std::string_view label, std::string& value,
                      std::span<const Option> options, const ComboSpec& spec) {
    const Scope box = page.keyed(key);
    page.here().layout.width = fill();
    page.here().layout.gap = 6;
    Combo combo{page, options, spec};
    if (!spec.hide_label) page.field_label(label, combo.field());
    const std::string before = value;
    const Option* chosen = combo.listen(label_of(options, value), Leaving::keeps_exact_match);
    if (chosen != nullptr) value = chosen->key;
    if (combo.cleared() && !spec.required) value.clear();
    combo.show(key, label, label_of(options, value), value);
    return {value != before, combo.typed(), combo.text()};
}

ComboAnswer multi_select(Page& page, std::string_view key, std::string_view label, std::vector<std::string>& values,
                         std::span<const Option> options, const ComboSpec& spec) {
    const Scope box = page.keyed(key);
    page.here().layout.width = fill();
    page.here().layout.gap = 6;
    std::vector<Option> left;
    for (const Option& option : options) {
        if (std::ranges::find(values, option.key) == values.end()) left.push_back(option);
    }
    Combo combo{page, left, spec};
    if (!spec.hide_label) page.field_label(label, combo.field());
    std::string removed;
    if (!values.empty()) removed = chips(page, label, values, options);
    if (removed.empty() && !values.empty() && took_back(page, combo.field())) removed = values.back();
    if (!removed.empty()) {
        page.announce(said(page.words().removed, label_of(options, removed)));
        page.focus_id(combo.field());
        std::erase(values, removed);
    }
    const Option* chosen = combo.listen({}, Leaving::forgets);
    if (chosen != nullptr) {
        page.announce(said(page.words().added, chosen->label));
        values.emplace_back(chosen->key);
    }
    combo.show(key, label, {}, {});
    return {chosen != nullptr || !removed.empty(), combo.typed(), combo.text()};
}

}  // namespace loggia::ui
