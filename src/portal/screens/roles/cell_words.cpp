#include "portal/screens/roles/cell_words.h"

#include "core/base/text.h"

namespace loggia::portal {

std::string_view phrase_of(const Words& words, policy::Permission permission) {
    return words.permission_names(static_cast<std::size_t>(permission));
}

std::string title_of(const Words& words, policy::Permission permission) {
    return text::with_capital(phrase_of(words, permission));
}

std::string_view title_of(const Words& words, policy::Role role) {
    return words.roles(static_cast<std::size_t>(role));
}

std::string words_of(const Words& words, const policy::Model& model, const policy::Cell& cell) {
    if (cell.reach == policy::Reach::none) return {};
    const bool touches_some = !cell.may_touch.empty() && cell.may_touch != model.staff_roles();
    const std::string reach = touches_some ? words.listed(cell.may_touch, model)
                                           : std::string(words.reaches(static_cast<std::size_t>(cell.reach)));
    if (cell.condition == policy::Switch::none) return reach;
    return words.reach_if(reach, words.switches(static_cast<std::size_t>(cell.condition)));
}

ui::Tone tone_of(const policy::Cell& cell) {
    if (cell.condition != policy::Switch::none || !cell.may_touch.empty()) return ui::Tone::amber;
    if (cell.reach == policy::Reach::all) return ui::Tone::brand;
    return cell.reach == policy::Reach::own ? ui::Tone::green : ui::Tone::amber;
}

}  // namespace loggia::portal
