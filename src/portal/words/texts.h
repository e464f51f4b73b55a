#pragma once

#include "portal/words/plural.h"

#include <array>
#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace loggia::portal {

/// What stands for a placeholder: a text or a whole number. Lives as long as the call it is passed to.
class Piece {
public:
    Piece(std::string_view text) : m_text(text) {}
    Piece(const std::string& text) : m_text(text) {}
    Piece(const char* text) : m_text(text) {}
    Piece(std::integral auto number) : m_text(std::to_string(number)) {}

    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    std::string m_text;
};

/// The texts of one language by number, as tools/make_words.py wrote them: a line each, the placeholders as the
/// bytes 1 to 8. Immutable: may be read by several threads at once. A file that does not belong to this build has no
/// texts at all, see `is_whole`.
class Texts {
public:
    Texts(const Texts&) = delete;
    Texts& operator=(const Texts&) = delete;

    [[nodiscard]] std::string_view language() const { return m_language; }

protected:
    Texts(std::string_view language, std::string file, std::string_view shape, std::size_t count);
    ~Texts() = default;

    [[nodiscard]] bool has_lines() const { return !m_lines.empty(); }
    [[nodiscard]] std::string_view at(std::size_t slot) const {
        return slot < m_lines.size() ? m_lines[slot] : std::string_view{};
    }
    [[nodiscard]] std::string_view one_of(std::size_t slot, std::size_t count, std::size_t index) const {
        return index < count ? at(slot + index) : std::string_view{};
    }
    [[nodiscard]] std::string filled(std::size_t slot, std::initializer_list<Piece> pieces) const;
    /// The form for `count`; its first placeholder is the number itself.
    [[nodiscard]] std::string counted(std::size_t slot, std::int64_t count,
                                      std::initializer_list<Piece> pieces) const;

private:
    std::string m_language;
    std::string m_file;
    PluralRule m_plural;
    std::vector<std::string_view> m_lines;
};

}  // namespace loggia::portal
