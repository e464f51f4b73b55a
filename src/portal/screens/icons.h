#pragma once

#include "portal/store/business_store.h"
#include "ui/style.h"

#include <string_view>

namespace loggia::portal {

/// The icon with this Lucide name, if the portal draws it; a plain calendar sheet otherwise. Names come from data.
[[nodiscard]] ui::Icon icon_of(std::string_view name);

/// The mark of the business: the icon of the first thing it offers.
[[nodiscard]] ui::Icon business_emblem(const BusinessStore& business);

}  // namespace loggia::portal
