// What holds for every page of the gallery: it is sound for those who cannot see it, and it can be painted.
#include "ui/gallery/gallery.h"
#include "ui/gallery/pages.h"
#include "ui/layout.h"
#include "ui/lint.h"
#include "ui/mirror.h"
#include "ui/paint/painter.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

using namespace loggia::ui;

namespace {

constexpr Viewport sizes[]{
    {1440, 900,  1, 1},
    {820,  1180, 1, 1},
    {390,  844,  2, 1}
};

constexpr int most_presses = 60;

std::string file(const std::string& name) {
    std::ifstream stream(std::string{LOGGIA_FONTS} + "/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

struct Window {
    std::string regular = file("inter-regular.ttf"), semibold = file("inter-semibold.ttf"), icons = file("icons.ttf");
    Canvas canvas{
        {regular, semibold, icons}
    };
    Page page;

    void show(Application& application, const Viewport& viewport) {
        canvas.begin(viewport);
        page.begin(viewport, {});
        application.build(page, 1'700'000'000'000);
        page.end();
        layout(page, canvas);
        veil_fields(page);
    }

    int vertices() {
        Motion motion;
        motion.begin(page, 0);
        const Palette palette = light_palette();
        Painter{page, canvas, palette, motion}.paint();
        return canvas.end().TotalVtxCount;
    }

    // Presses what can be pressed, once each, and looks at each page that this leads to.
    template <class Look> void press_everything(Application& application, const Viewport& viewport, Look look) {
        std::set<NodeId> pressed;
        for (int round = 0; round < most_presses; ++round) {
            show(application, viewport);
            look();
            const auto next = std::ranges::find_if(page.nodes(), [&](const Node& node) {
                const bool presses = node.role == Role::button || node.role == Role::tab ||
                                     node.role == Role::combo_box || node.role == Role::menu_item;
                return presses && !has(node.flags, Flag::disabled) && !pressed.contains(node.id);
            });
            if (next == page.nodes().end()) return;
            pressed.insert(next->id);
            page.incoming().click(next->id);
            page.begin(viewport, {});
            application.build(page, 1'700'000'000'000);
            page.end();
            page.incoming().clear();
            page.focus_done();
        }
    }
};

std::unique_ptr<Application> gallery_at(std::string_view path) {
    std::unique_ptr<Application> application = make_gallery();
    application->navigate(path);
    return application;
}

}  // namespace

TEST_CASE("every page of the gallery is sound, and so is all that opens on it") {
    Window window;
    for (const gallery::GalleryPage& one : gallery::pages()) {
        for (const Viewport& viewport : sizes) {
            INFO(one.path << ", " << viewport.width << " wide");
            const auto application = gallery_at(one.path);
            const auto look = [&] { CHECK(Lint{window.page}.faults() == std::vector<std::string>{}); };
            window.show(*application, viewport);
            look();
            // Whole screens are there to be seen; widgets to be used.
            if (one.frame == gallery::Frame::gallery) window.press_everything(*application, viewport, look);
        }
    }
}

// Dear ImGui keeps its items in a context, and there is none: what is drawn are the kit's own nodes, so that no item
// can exist that the mirror does not know of.
TEST_CASE("no ImGui item exists, on no page") {
    Window window;
    for (const gallery::GalleryPage& one : gallery::pages()) {
        for (const Viewport& viewport : sizes) {
            INFO(one.path << ", " << viewport.width << " wide");
            const auto application = gallery_at(one.path);
            window.show(*application, viewport);
            CHECK(window.vertices() > 100);
            CHECK(ImGui::GetCurrentContext() == nullptr);
        }
    }
}

TEST_CASE("the contents lead to every page of the gallery, and every page has its own address") {
    Window window;
    window.show(*gallery_at("/"), sizes[0]);
    std::set<std::string_view> paths;
    for (const gallery::GalleryPage& one : gallery::pages()) {
        CHECK(paths.insert(one.path).second);
        const auto leads = [&](const AttributeValue& value) {
            return value.attribute == Attribute::href && value.value == one.path;
        };
        CHECK(std::ranges::any_of(window.page.attributes(), leads));
    }
}
