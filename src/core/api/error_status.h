#pragma once

#include "core/base/result.h"

#include <array>
#include <string_view>

namespace loggia::api {

struct ErrorStatus {
    ErrorCode code;
    int status;
    std::string_view name;
};

/// How a failure travels, used in both directions.
inline constexpr std::array error_statuses{
    ErrorStatus{ErrorCode::invalid_input,   400, "invalid_input"  },
    ErrorStatus{ErrorCode::unauthenticated, 401, "unauthenticated"},
    ErrorStatus{ErrorCode::forbidden,       403, "forbidden"      },
    ErrorStatus{ErrorCode::not_found,       404, "not_found"      },
    ErrorStatus{ErrorCode::conflict,        409, "conflict"       },
    ErrorStatus{ErrorCode::rate_limited,    429, "rate_limited"   },
    ErrorStatus{ErrorCode::unavailable,     503, "unavailable"    },
    ErrorStatus{ErrorCode::internal,        500, "internal"       },
};

[[nodiscard]] constexpr ErrorStatus status_of(ErrorCode code) {
    for (const auto& row : error_statuses)
        if (row.code == code) return row;
    return error_statuses.back();
}

}  // namespace loggia::api
