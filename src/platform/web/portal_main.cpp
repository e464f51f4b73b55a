#include "platform/web/application.h"
#include "portal/portal.h"

namespace loggia::platform {

std::unique_ptr<ui::Application> make_application() { return std::make_unique<portal::Portal>(); }

}  // namespace loggia::platform
