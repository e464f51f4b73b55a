// The application this executable shows; each executable brings its own.
#pragma once

#include "ui/host.h"

#include <memory>

namespace loggia::platform {

std::unique_ptr<ui::Application> make_application();

}  // namespace loggia::platform
