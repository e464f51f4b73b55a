#include "portal/words/all_words.h"

#include "embedded/words_ar.h"
#include "embedded/words_de.h"
#include "embedded/words_en.h"
#include "embedded/words_es.h"
#include "embedded/words_fr.h"
#include "embedded/words_ja.h"
#include "embedded/words_sl.h"
#include "languages.generated.h"

namespace loggia::portal {

namespace {

struct LanguageFile {
    std::string_view language, file;
};

constexpr LanguageFile files[]{
    {"en", embedded::words_en},
    {"ar", embedded::words_ar},
    {"de", embedded::words_de},
    {"es", embedded::words_es},
    {"fr", embedded::words_fr},
    {"ja", embedded::words_ja},
    {"sl", embedded::words_sl},
};
static_assert(std::size(files) == languages.size(), "a language of assets/strings is missing here");

}  // namespace

const Words& words_of(std::string_view language) {
    static const std::vector<std::unique_ptr<const Words>> all = [] {
        std::vector<std::unique_ptr<const Words>> made;
        for (const auto& row : files)
            made.push_back(std::make_unique<const Words>(row.language, std::string(row.file)));
        return made;
    }();
    for (const auto& words : all)
        if (words->language() == language) return *words;
    return *all.front();
}

std::string_view words_file_of(std::string_view language) {
    for (const auto& row : files)
        if (row.language == language && language != "en") return row.file;
    return {};
}

}  // namespace loggia::portal
