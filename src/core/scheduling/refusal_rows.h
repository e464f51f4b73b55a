#pragma once

#include "core/scheduling/rules.h"

#include <string_view>

namespace loggia::scheduling {

struct RefusalRow {
    Refusal refusal;
    std::string_view name;
    bool may_be_waived;
    std::string_view to_visitors;
    /// With {who} (the person, room or equipment, or the closure's name), {since}, {until}, {limit}.
    std::string_view to_staff;
};

[[nodiscard]] const RefusalRow& row_of(Refusal refusal);

}  // namespace loggia::scheduling
