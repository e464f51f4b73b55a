#pragma once

#include "core/base/id.h"
#include "core/base/time.h"

#include <optional>
#include <string>

namespace loggia::domain {

/// Anyone the business knows. A dependent has an account manager and no e-mail of their own.
struct Person {
    PersonId id;
    std::string name;
    std::string email;  ///< lower case; empty for dependents
    std::string phone;
    std::optional<Date> born;
    std::optional<PersonId> account_manager;
    std::string color;  ///< "#rrggbb", staff only
};

/// People at work claim time under their own number.
[[nodiscard]] constexpr ResourceId resource_of(PersonId person) { return ResourceId{person.value}; }

}  // namespace loggia::domain
