#include "portal/words/texts.h"

#include <span>

namespace loggia::portal {

namespace {

constexpr char most_placeholders = 8;

void fill(std::string& text, std::string_view pattern, std::span<const Piece* const> pieces) {
    for (const char character : pattern) {
        if (character < 1 || character > most_placeholders) {
            text += character;
        } else if (static_cast<std::size_t>(character) <= pieces.size()) {
            text += pieces[static_cast<std::size_t>(character) - 1]->text();
        }
    }
}

}  // namespace

Texts::Texts(std::string_view language, std::string file, std::string_view shape, std::size_t count)
    : m_language(language), m_file(std::move(file)), m_plural(plural_rule_of(language)) {
    std::string_view rest = m_file;
    std::vector<std::string_view> lines;
    for (auto end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
        lines.push_back(rest.substr(0, end));
        rest.remove_prefix(end + 1);
    }
    if (lines.size() != count + 1 || lines.front() != shape) return;
    lines.erase(lines.begin());
    m_lines = std::move(lines);
}

std::string Texts::filled(std::size_t slot, std::initializer_list<Piece> pieces) const {
    std::vector<const Piece*> list;
    for (const Piece& piece : pieces) list.push_back(&piece);
    std::string text;
    fill(text, at(slot), list);
    return text;
}

std::string Texts::counted(std::size_t slot, std::int64_t count, std::initializer_list<Piece> pieces) const {
    const Piece number(count);
    std::vector<const Piece*> list{&number};
    for (const Piece& piece : pieces) list.push_back(&piece);
    std::string text;
    fill(text, at(slot + static_cast<std::size_t>(m_plural(count))), list);
    return text;
}

}  // namespace loggia::portal
