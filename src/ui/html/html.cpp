#include "ui/html/html.h"

#include "ui/html/classes.h"
#include "ui/html/elements.h"

#include <algorithm>
#include <array>

namespace loggia::ui::html {

namespace {

// Where an element is being written: HTML forbids boxes among words, and things to press inside things to press.
struct Place {
    bool among_words = false;
    bool in_control = false;
};

bool is_field(Kind kind) { return kind == Kind::field || kind == Kind::text_area || kind == Kind::select; }

bool is_address(std::string_view href) {
    for (const std::string_view start : {"/", "https://", "http://", "mailto:", "tel:", "#", "?"})
        if (href.starts_with(start)) return true;
    return false;
}

void append_utf8(std::string& out, char32_t code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xc0 | (code >> 6));
        out += static_cast<char>(0x80 | (code & 63));
    } else {
        if (code < 0x10000) {
            out += static_cast<char>(0xe0 | (code >> 12));
        } else {
            out += static_cast<char>(0xf0 | (code >> 18));
            out += static_cast<char>(0x80 | ((code >> 12) & 63));
        }
        out += static_cast<char>(0x80 | ((code >> 6) & 63));
        out += static_cast<char>(0x80 | (code & 63));
    }
}

class Writer {
public:
    explicit Writer(const Page& page) : m_page(page) {}

    std::string write() {
        m_out.reserve(16 * 1024);
        note_references();
        default_button();
        children(0, {});
        return std::move(m_out);
    }

private:
    const Node& at(NodeIndex index) const { return m_page.nodes()[index]; }

    std::string_view attribute(const Node& node, Attribute wanted) const {
        for (std::uint32_t i = 0; i < node.attributes; ++i) {
            const AttributeValue& one = m_page.attributes()[node.first_attribute + i];
            if (one.attribute == wanted) return one.value;
        }
        return {};
    }

    // Only what something points at, and what can have the focus, needs an id.
    void note_references() {
        for (const AttributeValue& one : m_page.attributes()) {
            const bool points = one.attribute == Attribute::described_by || one.attribute == Attribute::label_for ||
                                one.attribute == Attribute::controls || one.attribute == Attribute::labelled_by;
            if (points) m_referenced.push_back(one.value);
        }
    }

    bool is_referenced(NodeId id) const {
        return std::ranges::find(m_referenced, std::to_string(id)) != m_referenced.end();
    }

    bool is_within(NodeIndex index, NodeIndex box) const {
        while (index != 0 && index != box) index = at(index).parent;
        return index == box;
    }

    // Enter in a field presses the first button of the form; that has to be the one the screen means.
    void default_button() {
        const NodeIndex within = m_page.has_modal() ? m_page.modal() : 0;
        for (NodeIndex i = 1; i < m_page.nodes().size(); ++i) {
            if (!has(at(i).flags, Flag::submit) || !is_within(i, within)) continue;
            m_out.append("<button hidden name=\"").append(press_name(at(i).id)).append("\"></button>");
            return;
        }
    }

    void children(NodeIndex index, Place place) {
        for (NodeIndex child = at(index).first_child; child != no_node; child = at(child).next) node(child, place);
    }

    void node(NodeIndex index, Place place) {
        const Node& node = at(index);
        if (has(node.flags, Flag::absent)) return;
        if (node.role == Role::none) return box(index, place);
        const Element element = element_of(node.role);
        switch (element.kind) {
        case Kind::field:
        case Kind::text_area:
        case Kind::select:
            if (!place.in_control) field(index, element);
            return;
        case Kind::checkbox:
            if (!place.in_control) checkbox(index);
            return;
        case Kind::progress: return progress(index);
        case Kind::picture: return picture(index);
        case Kind::option: return;
        case Kind::press:
        case Kind::radio:
            if (place.in_control) return plain(index, "span", place);
            return press(index, element.kind == Kind::radio);
        case Kind::link:
            if (place.in_control) return plain(index, "span", place);
            return link(index, place);
        default: return plain(index, element.tag, place);
        }
    }

    // Boxes of layout, and the pictures that readers pass over.
    void box(NodeIndex index, Place place) {
        const Node& node = at(index);
        if (node.layout.placed) return;
        const Mark mark = node.look.mark;
        if (mark == Mark::checkbox || mark == Mark::now_line || mark == Mark::chevron) return;
        const bool is_picture = node.first_child == no_node;
        open(place.among_words ? "span" : "div", index);
        if (is_picture) m_out += " aria-hidden=true";
        m_out += '>';
        if (mark == Mark::icon && node.look.icon != no_icon) append_utf8(m_out, node.look.icon);
        if (mark == Mark::dots)
            for (int i = 0; i < node.look.amount; ++i) m_out += "•";
        if (mark == Mark::dot) m_out += "•";
        escape(m_out, node.name);
        children(index, place);
        m_out += place.among_words ? "</span>" : "</div>";
    }

    // "<tag class=… id=…", without its end.
    void open(std::string_view tag, NodeIndex index, std::string_view more_classes = {}) {
        m_out.append("<").append(tag);
        std::string classes = classes_of(m_page, index);
        if (!more_classes.empty()) classes.append(classes.empty() ? "" : " ").append(more_classes);
        if (!classes.empty()) m_out.append(" class=\"").append(classes).append("\"");
    }

    void id(NodeId id) { m_out.append(" id=h").append(std::to_string(id)); }

    void say(std::string_view name, std::string_view value) {
        m_out.append(" ").append(name).append("=\"");
        escape(m_out, value);
        m_out += '"';
    }

    void attributes(const Node& node) {
        for (std::uint32_t i = 0; i < node.attributes; ++i) {
            const auto& [attribute, value] = m_page.attributes()[node.first_attribute + i];
            const auto number = static_cast<std::size_t>(attribute);
            if (number >= attribute_names.size() || attribute_names[number].empty()) continue;
            switch (attribute) {
            case Attribute::described_by:
            case Attribute::label_for:
            case Attribute::controls:
            case Attribute::labelled_by: say(attribute_names[number], "h" + std::string(value)); break;
            case Attribute::href:
                if (is_address(value)) say("href", value);
                break;
            case Attribute::target:
                say("target", value);
                m_out += " rel=noopener";
                break;
            default: say(attribute_names[number], value);
            }
        }
    }

    void states(const Node& node) {
        if (has(node.flags, Flag::toggle))
            m_out.append(" aria-pressed=").append(has(node.flags, Flag::selected) ? "true" : "false");
        if (has(node.flags, Flag::current))
            m_out.append(" aria-current=").append(node.role == Role::link ? "page" : "date");
        if (has(node.flags, Flag::invalid)) m_out += " aria-invalid=true";
        if (has(node.flags, Flag::busy)) m_out += " aria-busy=true";
    }

    void plain(NodeIndex index, std::string_view tag, Place place) {
        const Node& node = at(index);
        const Element element = element_of(node.role);
        std::string_view role = element.role;
        const bool is_form = node.role == Role::form;
        // Lists may hold boxes and forms may hold forms here; elements that forbid it would be closed by the browser.
        if (is_form || tag == "ul" || tag == "ol" || tag == "li") tag = "div";
        std::string level;
        if (element.kind == Kind::heading) {
            const std::string_view wanted = attribute(node, Attribute::level);
            level = "h" + std::string(wanted.empty() ? "2" : wanted);
            tag = level;
        }
        if (place.among_words) {
            if (element.kind == Kind::paragraph) role = "paragraph";
            if (tag != "strong" && tag != "label") tag = "span";
        }
        open(tag, index);
        if (is_referenced(node.id)) id(node.id);
        if (!role.empty()) m_out.append(" role=").append(role);
        if (element.kind == Kind::dialog) m_out += " open";
        if (node.parent == 0 && m_page.has_modal() && !is_within(m_page.modal(), index)) m_out += " inert";
        attributes(node);
        states(node);
        m_out += '>';
        escape(m_out, node.name);
        const bool holds_words = element.kind == Kind::heading || element.kind == Kind::paragraph || tag == "label";
        children(index, {place.among_words || holds_words, place.in_control});
        m_out.append("</").append(tag).append(">");
    }

    void link(NodeIndex index, Place place) {
        const Node& node = at(index);
        open("a", index);
        id(node.id);
        attributes(node);
        states(node);
        m_out += '>';
        escape(m_out, node.name);
        children(index, {place.among_words, true});
        m_out += "</a>";
    }

    void press(NodeIndex index, bool is_radio) {
        const Node& node = at(index);
        open("button", index);
        id(node.id);
        if (has(node.flags, Flag::disabled)) {
            m_out += " type=button aria-disabled=true";
        } else {
            m_out.append(" name=\"").append(press_name(node.id)).append("\"");
        }
        if (is_radio) {
            m_out.append(" role=radio aria-checked=").append(has(node.flags, Flag::checked) ? "true" : "false");
            for (const Attribute one : {Attribute::described_by, Attribute::label})
                if (const auto value = attribute(node, one); !value.empty())
                    say(attribute_names[static_cast<std::size_t>(one)],
                        one == Attribute::label ? std::string(value) : "h" + std::string(value));
        } else {
            const std::string_view role = element_of(node.role).role;
            if (!role.empty()) m_out.append(" role=").append(role);
            if (role == "tab" || role == "option")
                m_out.append(" aria-selected=").append(has(node.flags, Flag::selected) ? "true" : "false");
            if (role == "menuitemradio")
                m_out.append(" aria-checked=").append(has(node.flags, Flag::checked) ? "true" : "false");
            attributes(node);
        }
        states(node);
        m_out += '>';
        escape(m_out, node.name);
        children(index, {true, true});
        m_out += "</button>";
    }

    void checkbox(NodeIndex index) {
        const Node& node = at(index);
        const std::string name = form_name(m_page, node);
        // What is not ticked is not posted, so the first of the two says no.
        m_out.append("<input type=hidden value=0 name=\"").append(name).append("\">");
        open("label", index, "choice");
        m_out += "><input type=checkbox value=1";
        id(node.id);
        say("name", name);
        if (node.role == Role::switch_box) m_out += " role=switch";
        if (has(node.flags, Flag::checked)) m_out += " checked";
        if (has(node.flags, Flag::disabled)) m_out += " disabled";
        for (std::uint32_t i = 0; i < node.attributes; ++i) {
            const auto& [attribute, value] = m_page.attributes()[node.first_attribute + i];
            if (attribute == Attribute::described_by) say("aria-describedby", "h" + std::string(value));
            if (attribute == Attribute::label) say("aria-label", value);
        }
        states(node);
        m_out += '>';
        // Words that lead somewhere may be followed; nothing else in a label may be pressed.
        children(index, {true, false});
        m_out += "</label>";
    }

    void field(NodeIndex index, const Element& element) {
        const Node& node = at(index);
        m_out.append("<").append(element.tag).append(" class=edit");
        id(node.id);
        attributes(node);
        if (has(node.flags, Flag::required)) m_out += " required";
        if (has(node.flags, Flag::disabled)) m_out += " disabled";
        states(node);
        if (!m_page.focus_wanted().empty() && node.key == m_page.focus_wanted()) m_out += " autofocus";
        // What was typed into a password field is never sent back.
        if (element.kind == Kind::field && attribute(node, Attribute::type) != "password") say("value", node.value);
        m_out += '>';
        if (element.kind == Kind::text_area) {
            m_out += '\n';
            escape(m_out, node.value);
        }
        if (element.kind == Kind::select) options(index, node.value);
        if (element.kind != Kind::field) m_out.append("</").append(element.tag).append(">");
    }

    void options(NodeIndex index, std::string_view chosen) {
        for (NodeIndex child = at(index).first_child; child != no_node; child = at(child).next) {
            const Node& option = at(child);
            if (option.role == Role::option_group) {
                m_out += "<optgroup";
                say("label", option.value);
                m_out += '>';
                options(child, chosen);
                m_out += "</optgroup>";
            }
            if (option.role != Role::option) continue;
            m_out += "<option";
            say("value", option.value);
            if (option.value == chosen) m_out += " selected";
            m_out += '>';
            escape(m_out, option.name);
            m_out += "</option>";
        }
    }

    void picture(NodeIndex index) {
        const std::string source(attribute(at(index), Attribute::source));
        if (!is_address(source)) return;
        open("img", index);
        say("src", source);
        say("alt", attribute(at(index), Attribute::alternative));
        m_out += '>';
    }

    void progress(NodeIndex index) {
        const Node& node = at(index);
        m_out += "<progress class=bar max=100";
        say("value", attribute(node, Attribute::value_now));
        say("aria-label", attribute(node, Attribute::label));
        m_out += "></progress>";
    }

    const Page& m_page;
    std::string m_out;
    std::vector<std::string_view> m_referenced;
};

}  // namespace

void escape(std::string& out, std::string_view text) {
    for (const char letter : text) {
        switch (letter) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default: out += letter;
        }
    }
}

std::string form_name(const Page& page, const Node& node) {
    const Kind kind = element_of(node.role).kind;
    if (kind == Kind::checkbox) return "+" + std::to_string(node.id);
    if (!is_field(kind)) return {};
    for (std::uint32_t i = 0; i < node.attributes; ++i) {
        const AttributeValue& one = page.attributes()[node.first_attribute + i];
        if (one.attribute == Attribute::name) return std::string(one.value);
    }
    return {};
}

std::string press_name(NodeId id) { return ":" + std::to_string(id); }

std::string body_of(const Page& page) { return Writer(page).write(); }

}  // namespace loggia::ui::html
