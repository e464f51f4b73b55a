#pragma once

#include "portal/screens/screen.h"
#include "portal/team.h"

#include <string>

/// How the screens of roles and access speak of people and of what roles allow.
namespace loggia::portal {

/// "Limited staff · also a client"
[[nodiscard]] std::string roles_in_words(const Words& words, const policy::Model& model,
                                         const api::TeamMemberView& member);

/// "Adds 31 permissions, among them see contact details and take attendance." Empty if there is none.
[[nodiscard]] std::string additions_in_words(const Words& words, const std::vector<policy::Permission>& added);

/// Why the reader may not make this change. The error is that of policy::check_role_change.
[[nodiscard]] std::string refusal_of_change(const Context& context, const policy::RoleChange& change,
                                            const Error& error);

/// Their colour in the calendar, or one of their own.
[[nodiscard]] ui::Hue hue_of(const Context& context, const api::TeamMemberView& member);

/// A list of texts with commas.
[[nodiscard]] std::string with_commas(const Words& words, const std::vector<std::string>& texts);

}  // namespace loggia::portal
