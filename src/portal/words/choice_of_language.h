#pragma once

#include <span>
#include <string>
#include <string_view>

namespace loggia::portal {

/// The language of ours that `tag` asks for: "de" for "de-AT" or "DE", empty if we do not speak it.
[[nodiscard]] std::string_view spoken_language(std::string_view tag);

/// Which language somebody reads: what the address says (`?lang=`), else what they chose before, else the first of
/// their own that we speak, else English. web/words.js chooses in the same way before the portal runs.
[[nodiscard]] std::string_view choice_of_language(std::string_view address, std::string_view chosen_before,
                                                  std::span<const std::string> own_languages);

}  // namespace loggia::portal
