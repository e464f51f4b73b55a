#include "portal/screens/roles/access_change_words.h"

#include "core/policy/custom_role.h"
#include "portal/screens/roles/cell_words.h"
#include "portal/screens/roles/role_words.h"

#include <algorithm>

namespace loggia::portal {

namespace {

/// A line of the log: a role of the model, "on" or "off", a grant, or the name that a role was given.
std::string in_words(const Words& words, const policy::Model& model, const api::AccessChangeView& change,
                     const std::string& line) {
    if (change.which) return std::string(line == "on" ? words.is_on() : words.is_off());
    if (const auto adjustment = policy::adjustment_in(line); adjustment && change.custom_role_name) {
        const auto& [permission, cell] = *adjustment;
        const bool may = cell.reach != policy::Reach::none;
        return words.role_may(title_of(words, permission), may ? words_of(words, model, cell) : words.reaches(0));
    }
    if (const auto role = policy::role_named(line)) return std::string(title_of(words, *role));
    return line;
}

std::string in_words(const Words& words, const policy::Model& model, const api::AccessChangeView& change,
                     const std::vector<std::string>& lines) {
    std::vector<std::string> texts;
    for (const auto& line : lines) texts.push_back(in_words(words, model, change, line));
    return texts.empty() ? std::string(words.nothing_at_all()) : with_commas(words, texts);
}

/// The lines that are not among the others.
std::vector<std::string> without(const std::vector<std::string>& lines, const std::vector<std::string>& others) {
    std::vector<std::string> left;
    for (const auto& line : lines)
        if (std::ranges::find(others, line) == others.end()) left.push_back(line);
    return left;
}

}  // namespace

std::string subject_in_words(const Words& words, const api::AccessChangeView& change) {
    if (change.which) return words.switch_named(words.switches(static_cast<std::size_t>(*change.which)));
    if (change.custom_role_name) return words.custom_role_named(*change.custom_role_name);
    return change.person_name.value_or(std::string{});
}

std::string change_in_words(const Words& words, const policy::Model& model, const api::AccessChangeView& change) {
    const bool is_of_role = change.custom_role_name.has_value();
    const auto before = is_of_role ? without(change.before, change.after) : change.before;
    const auto after = is_of_role ? without(change.after, change.before) : change.after;
    return words.from_to(in_words(words, model, change, before), in_words(words, model, change, after));
}

}  // namespace loggia::portal
