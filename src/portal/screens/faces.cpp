#include "portal/screens/faces.h"

#include "portal/texts.h"

namespace loggia::portal {

bool draw_failure(ui::Page& page, std::string_view key, const Error& error) {
    return page.banner(key, error.message, {.tone = ui::Tone::red, .action = texts::try_again});
}

}  // namespace loggia::portal
