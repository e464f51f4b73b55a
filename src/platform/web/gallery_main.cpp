#include "platform/web/application.h"
#include "ui/gallery/gallery.h"

namespace loggia::platform {

std::unique_ptr<ui::Application> make_application() { return ui::make_gallery(); }

}  // namespace loggia::platform
