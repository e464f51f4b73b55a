#include "ui/text_lines.h"

#include <algorithm>

namespace loggia::ui {

namespace {

// The pieces of a paragraph: its runs, or the leaf itself.
template <class Visit> void each_piece(const Page& page, NodeIndex index, Visit visit) {
    const Node& node = page.nodes()[index];
    if (node.role != Role::paragraph) return visit(index);
    for (NodeIndex run = node.first_child; run != no_node; run = page.nodes()[run].next) visit(run);
}

float width_of(std::string_view text, const TextShape& shape, const TextMeasure& measure) {
    return measure.width(text, shape.size, shape.semibold);
}

// Of characters that every font has, on one line.
bool is_plain(std::string_view text) {
    return std::ranges::all_of(text,
                               [](char byte) { return static_cast<std::uint8_t>(byte) < 0xc6 && byte != '\n'; });
}

// Everything below is in the font.
bool lacks_glyphs(std::string_view text, const TextMeasure& measure) {
    if (is_plain(text)) return false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = next_code_point(text, at);
        if (code >= 0x180 && !measure.has_glyph(code)) return true;
    }
    return false;
}

// Scripts that are written without spaces may begin a line with almost any of their characters.
bool is_ideographic(char32_t code) {
    return (code >= 0x2e80 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7af) ||
           (code >= 0xf900 && code <= 0xfaff) || (code >= 0xff00 && code <= 0xffef) ||
           (code >= 0x20000 && code <= 0x3ffff);
}

// What a line never begins with: closing marks, small kana, marks of length and repetition.
bool stays_with_what_is_before(char32_t code) {
    constexpr std::u32string_view closing =
        U"、。，．・：；？！）」』】〉》〕］｝”’…‥ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ%,.!?:;)";
    return closing.find(code) != closing.npos;
}

bool stays_with_what_follows(char32_t code) {
    constexpr std::u32string_view opening = U"（「『【〈《〔［｛“‘(";
    return opening.find(code) != opening.npos;
}

// Where the word that begins at `at` ends: before the next space or line break, or between two characters of which
// one is ideographic.
std::size_t end_of_word(std::string_view text, std::size_t at) {
    char32_t before = 0;
    while (at < text.size() && text[at] != ' ' && text[at] != '\n') {
        std::size_t next = at;
        const char32_t code = next_code_point(text, next);
        const bool may_break = before != 0 && (is_ideographic(before) || is_ideographic(code));
        if (may_break && !stays_with_what_is_before(code) && !stays_with_what_follows(before)) return at;
        before = code;
        at = next;
    }
    return at;
}

// Lines grow word by word; a piece of a line is cut where its run ends.
class Breaker {
public:
    Breaker(Page& page, float width, const TextMeasure& measure) : m_page(page), m_measure(measure), m_width(width) {}

    void add(NodeIndex run) {
        const std::string_view text = m_page.nodes()[run].name;
        const TextShape shape = shape_of(m_page.nodes()[run].look.text);
        m_line = std::max(m_line, shape.line);
        std::size_t from = 0;
        float start = m_x, x = m_x;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t word = at;
            const bool newline = text[at] == '\n';
            while (at < text.size() && text[at] == ' ') ++at;
            const float gap = static_cast<float>(at - word) * m_measure.advance(U' ', shape.size, shape.semibold);
            const std::size_t letters = at;
            at = newline ? at + 1 : end_of_word(text, at);
            const float letters_width = newline ? 0 : width_of(text.substr(letters, at - letters), shape, m_measure);
            const bool starts_line = x <= 0;
            if (newline || (m_breaks && !starts_line && x + gap + letters_width > m_width + 0.5f)) {
                piece(run, text.substr(from, word - from), start, x - start);
                next_line();
                from = newline ? at : letters;
                start = 0;
                x = newline ? 0 : letters_width;
            } else {
                x += gap + letters_width;
            }
        }
        piece(run, text.substr(from), start, x - start);
        m_x = x;
    }

    float finish() {
        align_line();
        return m_y + m_line;
    }

    void never_break() { m_breaks = false; }

    Align align = Align::start;

private:
    void piece(NodeIndex run, std::string_view text, float x, float width) {
        if (!text.empty()) m_page.lines().push_back({run, text, x, m_y, width});
    }

    void next_line() {
        align_line();
        m_y += m_line;
        m_x = 0;
    }

    void align_line() {
        std::vector<TextLine>& lines = m_page.lines();
        float width = 0;
        for (std::size_t i = m_aligned; i < lines.size(); ++i) width = std::max(width, lines[i].x + lines[i].width);
        const float shift = align == Align::center ? (m_width - width) / 2
                            : align == Align::end  ? m_width - width
                                                   : 0;
        for (; m_aligned < lines.size(); ++m_aligned) lines[m_aligned].x += shift;
    }

    Page& m_page;
    const TextMeasure& m_measure;
    float m_width, m_x = 0, m_y = 0, m_line = 0;
    std::size_t m_aligned = m_page.lines().size();
    bool m_breaks = true;
};

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<std::uint8_t>(text[at++]);
    if (lead < 0x80) return lead;
    const int more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    char32_t code = lead & (0x3f >> more);
    for (int i = 0; i < more; ++i) {
        if (at == text.size() || (static_cast<std::uint8_t>(text[at]) & 0xc0) != 0x80) return 0xfffd;
        code = (code << 6) | (static_cast<std::uint8_t>(text[at++]) & 0x3f);
    }
    return code;
}

TextWidth width_of_text(const Page& page, NodeIndex index, const TextMeasure& measure) {
    TextWidth result;
    const Node& leaf = page.nodes()[index];
    if (has(leaf.flags, Flag::one_line) && leaf.role != Role::paragraph && is_plain(leaf.name)) {
        const TextShape& shape = shape_of(leaf.look.text);
        result.whole = result.longest_word = measure.width(leaf.name, shape.size, shape.semibold);
        return result;
    }
    float line = 0;
    each_piece(page, index, [&](NodeIndex run) {
        const Node& node = page.nodes()[run];
        const TextShape& shape = shape_of(node.look.text);
        const std::string_view text = node.name;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t from = at;
            if (text[at] == '\n' || text[at] == ' ') {
                line = text[at++] == '\n' ? 0 : line + measure.advance(U' ', shape.size, shape.semibold);
            } else {
                at = end_of_word(text, at);
                const float word = width_of(text.substr(from, at - from), shape, measure);
                result.foreign = result.foreign || lacks_glyphs(text.substr(from, at - from), measure);
                result.longest_word = std::max(result.longest_word, word);
                line += word;
            }
            result.whole = std::max(result.whole, line);
        }
    });
    if (has(page.nodes()[index].flags, Flag::one_line)) result.longest_word = result.whole;
    return result;
}

float break_lines(Page& page, NodeIndex index, float width, const TextMeasure& measure) {
    Node& node = page.node(index);
    node.first_line = static_cast<std::uint32_t>(page.lines().size());
    const bool one_line = has(node.flags, Flag::one_line);
    if (node.role != Role::paragraph && (one_line || node.text_width <= width + 0.5f) &&
        node.name.find('\n') == node.name.npos) {
        const float x = node.layout.align == Align::center ? (width - node.text_width) / 2
                        : node.layout.align == Align::end  ? width - node.text_width
                                                           : 0;
        if (!node.name.empty()) page.lines().push_back({index, node.name, x, 0, node.text_width});
        node.lines = node.name.empty() ? 0 : 1;
        return shape_of(node.look.text).line;
    }
    Breaker breaker(page, width, measure);
    if (one_line) breaker.never_break();
    breaker.align = node.layout.align;
    each_piece(page, index, [&](NodeIndex run) { breaker.add(run); });
    const float height = breaker.finish();
    node.lines = static_cast<std::uint32_t>(page.lines().size()) - node.first_line;
    return std::max(height, shape_of(node.look.text).line);
}

}  // namespace loggia::ui
