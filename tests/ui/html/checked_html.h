// Reads HTML as strictly as a browser would forgive it: every element closed where it was opened, nothing to press
// inside something to press, no box among words.
#pragma once

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace loggia::testing {

// What is wrong with it, or nothing.
inline std::string fault_of(std::string_view html) {
    constexpr std::array<std::string_view, 6> voids{"input", "img", "meta", "link", "br", "hr"};
    constexpr std::array<std::string_view, 5> controls{"a", "button", "select", "textarea", "label"};
    constexpr std::array<std::string_view, 11> words{"span",  "strong", "a",      "button",   "input",   "img",
                                                     "label", "select", "option", "textarea", "progress"};
    constexpr std::array<std::string_view, 9> hold_words{"button", "label", "span",   "p",     "h1",
                                                         "h2",     "h3",    "strong", "option"};
    const auto is_one_of = [](const auto& set, std::string_view tag) {
        return std::ranges::find(set, tag) != set.end();
    };
    std::vector<std::string> open;
    while (true) {
        const auto start = html.find('<');
        if (start == html.npos) break;
        html.remove_prefix(start + 1);
        const bool closes = html.starts_with('/');
        if (closes) html.remove_prefix(1);
        const auto name_end = html.find_first_of(" >\n");
        const std::string tag(html.substr(0, name_end));
        bool is_quoted = false;
        std::size_t end = 0;
        for (; end < html.size() && (is_quoted || html[end] != '>'); ++end)
            if (html[end] == '"') is_quoted = !is_quoted;
        if (end == html.size()) return "a tag without an end: " + tag;
        html.remove_prefix(end + 1);
        if (closes) {
            if (open.empty() || open.back() != tag)
                return "</" + tag + "> closes " + (open.empty() ? "nothing" : open.back());
            open.pop_back();
            continue;
        }
        const bool is_control = is_one_of(controls, tag) || tag == "input";
        for (const auto& outer : open) {
            const bool may_hold = outer == "label" && (tag == "input" || tag == "a");
            if (is_control && is_one_of(controls, outer) && !may_hold) return tag + " inside " + outer;
            if (tag == "form" && outer == "form") return "a form inside a form";
        }
        if (!open.empty() && is_one_of(hold_words, open.back()) && !is_one_of(words, tag))
            return tag + " among the words of " + open.back();
        if (!is_one_of(voids, tag)) open.push_back(tag);
    }
    return open.empty() ? std::string{} : open.back() + " is never closed";
}

inline std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
    return count;
}

}  // namespace loggia::testing
