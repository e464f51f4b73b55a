// Every widget in every state on made-up pages, for development: tools/gallery serves it. Not part of the portal.
#pragma once

#include "ui/host.h"

#include <memory>

namespace loggia::ui {

std::unique_ptr<Application> make_gallery();

}  // namespace loggia::ui
