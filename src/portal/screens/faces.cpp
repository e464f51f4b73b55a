#include "portal/screens/faces.h"

namespace loggia::portal {

bool draw_failure(ui::Page& page, const Context& context, std::string_view key, const Error& error) {
    return page.banner(key, context.words.refusal(error),
                       {.tone = ui::Tone::red, .action = context.words.try_again()});
}

}  // namespace loggia::portal
