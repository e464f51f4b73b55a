#include "ui/fold.h"

#include "ui/text_lines.h"

#include <algorithm>

namespace loggia::ui {

namespace {

// U+00C0 to U+017F without their marks; a dot where there is no plain letter.
constexpr std::string_view plain = "aaaaaaaceeeeiiiidnooooo.ouuuuy.saaaaaaaceeeeiiiidnooooo.ouuuuy.y"
                                   "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll"
                                   "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(plain.size() == 0x180 - 0xc0);

void append(std::string& text, char32_t code_point) {
    if (code_point >= 0xc0 && code_point < 0x180 && plain[code_point - 0xc0] != '.') {
        text += plain[code_point - 0xc0];
    } else if (code_point < 0x80) {
        const char letter = static_cast<char>(code_point);
        text += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
    } else {
        // Others keep their case; the bytes only have to be the same for the same character.
        for (int shift = 0; shift < 24; shift += 8) text += static_cast<char>(code_point >> shift & 0xff);
    }
}

}  // namespace

std::string folded(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) append(result, next_code_point(text, at));
    return result;
}

bool matches(std::string_view text, std::string_view wanted) {
    const std::string where = folded(text), words = folded(wanted);
    for (std::size_t from = 0; from < words.size();) {
        const std::size_t to = std::min(words.find(' ', from), words.size());
        if (where.find(words.substr(from, to - from)) == where.npos) return false;
        from = to + 1;
    }
    return true;
}

bool begins_with(std::string_view text, char32_t letter) {
    std::string first;
    append(first, letter);
    return folded(text).starts_with(first);
}

}  // namespace loggia::ui
