#pragma once

#include "core/api/role_messages.h"
#include "core/policy/model.h"
#include "portal/words/words.h"

#include <string>

namespace loggia::portal {

/// What a change was about: somebody's name, "Custom role “Front desk”", the switch.
[[nodiscard]] std::string subject_in_words(const Words& words, const api::AccessChangeView& change);

/// "Limited staff → Staff", "off → on"; of a custom role its name, if it changed, and
/// each permission that was touched.
[[nodiscard]] std::string change_in_words(const Words& words, const policy::Model& model,
                                          const api::AccessChangeView& change);

}  // namespace loggia::portal
