#include "ui/words.h"

namespace loggia::ui {

std::string said(std::string_view words, std::string_view first, std::string_view second) {
    std::string result;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string_view rest = words.substr(at);
        if (rest.starts_with("{1}") || rest.starts_with("{2}")) {
            result += rest[1] == '1' ? first : second;
            at += 2;
        } else {
            result += rest[0];
        }
    }
    return result;
}

}  // namespace loggia::ui
