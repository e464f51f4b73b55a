#include "server/pages/languages.h"

#include "core/base/text.h"

#include <algorithm>

namespace loggia::server {

namespace {

constexpr std::size_t most_languages = 8;

struct Wish {
    std::string language;
    int weight;  ///< in thousandths
};

/// "q=0.8" as 800; 1000 where nothing sound is said.
int weight_in(std::string_view parameters) {
    const std::string text = text::ascii_lower(text::trimmed(parameters));
    if (!text.starts_with("q=0")) return 1000;
    int weight = 0;
    for (std::size_t i = 4; i < 7; ++i) {
        const char digit = i < text.size() ? text[i] : '0';
        weight = 10 * weight + (digit >= '0' && digit <= '9' ? digit - '0' : 0);
    }
    return weight;
}

bool is_language(std::string_view text) {
    return !text.empty() && text.size() <= 35 && std::ranges::all_of(text, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '-';
    });
}

}  // namespace

std::vector<std::string> languages_in(std::string_view accept_language) {
    std::vector<Wish> wishes;
    while (!accept_language.empty() && wishes.size() < 4 * most_languages) {
        const std::string_view item = accept_language.substr(0, accept_language.find(','));
        accept_language.remove_prefix(std::min(accept_language.size(), item.size() + 1));
        const auto semicolon = item.find(';');
        const std::string_view name = text::trimmed(item.substr(0, semicolon));
        const int weight = semicolon == item.npos ? 1000 : weight_in(item.substr(semicolon + 1));
        if (is_language(name) && weight > 0) wishes.push_back({std::string(name), weight});
    }
    std::ranges::stable_sort(wishes, std::ranges::greater{}, &Wish::weight);
    std::vector<std::string> languages;
    for (auto& wish : wishes)
        if (languages.size() < most_languages) languages.push_back(std::move(wish.language));
    return languages;
}

}  // namespace loggia::server
