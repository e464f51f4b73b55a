#include "ui/widgets/picture.h"

#include "icons.generated.h"

namespace loggia::ui {

void picture(Page& page, std::string_view key, std::string_view address, std::string_view alternative,
             const PictureSpec& spec) {
    const Scope layers = page.stack();
    page.here().layout.flow = Flow::layers;
    const auto size = [&](Node& node) {
        node.layout.width = spec.width > 0 ? px(spec.width) : fill();
        node.layout.height = px(spec.height);
        node.look.radius = spec.radius;
    };
    if (spec.width > 0) page.here().layout.hug = true;
    Node& tile = page.add(Role::none);
    size(tile);
    tile.look.fill = Colour::sunken;
    tile.look.mark = Mark::icon;
    tile.look.icon = icon::image;
    tile.look.ink = Colour::faint;
    tile.look.amount = 24;
    if (address.empty()) return;
    Node& image = page.add(Role::picture, key);
    size(image);
    image.flags |= Flag::dom_painted;
    page.attribute(Attribute::alternative, alternative);
    page.attribute(Attribute::source, address);
}

}  // namespace loggia::ui
