#pragma once

#include <cstddef>
#include <span>

namespace loggia::auth {

/// Fills the span with bytes nobody can predict. Any thread.
void fill_with_random(std::span<std::byte> bytes);

}  // namespace loggia::auth
