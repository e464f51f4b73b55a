// The binary buffer that tells bridge.js what to change. Little-endian 32-bit words; a text is its length in bytes
// and then its UTF-8, padded to a whole word. The numbers are shared with web/bridge.js.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace loggia::ui {

enum class Op : std::uint32_t {
    create = 1,  // id parent after role flags style; name
    update,      // id flags style; name
    rect,        // id x y w h (float)
    remove,      // id
    attributes,  // id count (attribute; value)*
    focus,       // id
    announce,    // priority; text
    document,    // height (float)
    scroll_to,   // id x y (float)
    navigate,    // step; url
    title,       // text
    value,       // id; text
    move,        // id parent after
    paint,       // id and sixteen words of how it looks: Mirror::send_paint writes them, elements.js reads them
    theme,       // 0 automatic, 1 light, 2 dark, 3 high contrast
    token,       // name; value: a custom property, empty value resets it
    http,        // id; method; path; body; idempotency key
    cancel,      // id
    live,        // url, empty stops
    store,       // by; key; value
    copy,        // text
    language,    // 1 right to left; text
    record,      // store; key; text: empty removes it
    turn,        // 1 wants to be the page that sends what waits, 0 gives that back
    tell,        // text: for the other pages of this browser
    renew,       // opens the page with the version that waits
    words,       // language: whose words to bring
    upload,      // id file; path: a PUT with that chosen file as its body
    release,     // file: no longer needed
};

class Ops {
public:
    Ops& operator()(Op op) { return word(static_cast<std::uint32_t>(op)); }
    Ops& word(std::uint32_t value) {
        m_words.push_back(value);
        return *this;
    }
    Ops& number(float value) { return word(std::bit_cast<std::uint32_t>(value)); }
    Ops& text(std::string_view text) {
        word(static_cast<std::uint32_t>(text.size()));
        const std::size_t first = m_words.size();
        m_words.resize(first + (text.size() + 3) / 4, 0);
        if (!text.empty()) std::memcpy(m_words.data() + first, text.data(), text.size());
        return *this;
    }
    std::span<const std::uint32_t> words() const { return m_words; }
    bool empty() const { return m_words.empty(); }
    void clear() { m_words.clear(); }

private:
    std::vector<std::uint32_t> m_words;
};

}  // namespace loggia::ui
