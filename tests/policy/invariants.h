#pragma once

#include <string_view>

namespace loggia::policy {

/// A rule that cells.csv states without a cell: proved by a named test, or waiting for a feature that is not built.
struct Invariant {
    std::string_view id;
    std::string_view proof;            ///< name of the test case
    std::string_view awaited_feature;  ///< not empty: pending
};

/// Null if nobody has said what becomes of it.
[[nodiscard]] const Invariant* invariant_of(std::string_view id);

}  // namespace loggia::policy
