#include "portal/words/choice_of_language.h"

#include "core/base/text.h"
#include "languages.generated.h"
#include "portal/url.h"

namespace loggia::portal {

std::string_view spoken_language(std::string_view tag) {
    const std::string wanted = text::ascii_lower(tag.substr(0, tag.find('-')));
    for (const auto& language : languages)
        if (language.tag == wanted) return language.tag;
    return {};
}

std::string_view choice_of_language(std::string_view address, std::string_view chosen_before,
                                    std::span<const std::string> own_languages) {
    const auto question = address.find('?');
    if (question != std::string_view::npos)
        for (const auto& parameter : query_of(address.substr(question + 1)))
            if (parameter.name == "lang")
                if (const auto language = spoken_language(parameter.value); !language.empty()) return language;
    if (const auto language = spoken_language(chosen_before); !language.empty()) return language;
    for (const auto& own : own_languages)
        if (const auto language = spoken_language(own); !language.empty()) return language;
    return "en";
}

}  // namespace loggia::portal
