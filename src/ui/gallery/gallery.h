// Every widget on made-up pages, for development: /book /details /home /week /kit. Not part of the portal.
#pragma once

#include "ui/host.h"

#include <memory>

namespace loggia::ui {

std::unique_ptr<Application> make_gallery();

}  // namespace loggia::ui
