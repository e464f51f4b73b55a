#pragma once

#include "portal/words/words.h"

namespace loggia::portal {

/// The words of one of `languages` (languages.generated.h); English for any other tag. For those who render pages in
/// several languages: made at the first call, never changed, safe to read from any thread.
[[nodiscard]] const Words& words_of(std::string_view language);

/// The same as the file that a portal is started with; empty for English, which is part of the portal.
[[nodiscard]] std::string_view words_file_of(std::string_view language);

}  // namespace loggia::portal
