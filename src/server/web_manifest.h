#pragma once

#include "core/domain/business.h"

#include <string>
#include <string_view>

namespace loggia::server {

/// The portal's manifest with the name and colour of the business in place of our own: what a phone writes under the
/// icon on its home screen.
[[nodiscard]] std::string web_manifest(std::string_view built, const domain::Business& business);

}  // namespace loggia::server
