#pragma once

#include "core/api/role_messages.h"
#include "core/base/result.h"
#include "core/policy/custom_role.h"

#include <string>
#include <string_view>

/// What a change of who may do what has to satisfy. Each answers invalid_input with the field and a sentence about
/// it.
namespace loggia::endpoints {

/// Without blanks around it; nobody changes rights without saying why.
[[nodiscard]] Result<std::string> checked_reason(std::string_view reason);

/// The role of the draft, with neither id nor version: a staff role of the model it was made from, a name of its own,
/// no permission twice, and roles named only where the model's own cells name some.
[[nodiscard]] Result<policy::CustomRole> checked_custom_role(const api::CustomRoleDraft& draft,
                                                             const policy::Model& model);

}  // namespace loggia::endpoints
