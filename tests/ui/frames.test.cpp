// A frame in which nothing changed asks the heap for nothing: neither the kit that builds, places and describes it,
// nor the painter.
#include "ui/gallery/gallery.h"
#include "ui/layout.h"
#include "ui/mirror.h"
#include "ui/paint/painter.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <new>
#include <string>

namespace {

bool counting = false;
std::size_t allocations = 0;

void* allocate(std::size_t size) {
    if (counting) ++allocations;
    if (void* memory = std::malloc(size)) return memory;
    throw std::bad_alloc{};
}

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

using namespace loggia::ui;

namespace {

std::string file(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

struct Window {
    std::string regular = file(LOGGIA_FONTS "/inter-regular.ttf"),
                semibold = file(LOGGIA_FONTS "/inter-semibold.ttf"), icons = file(LOGGIA_FONTS "/icons.ttf");
    Canvas canvas{
        FontFiles{regular, semibold, icons}
    };
    Palette palette = light_palette();
    Motion motion;
    Page page;
    Mirror mirror;
    Ops ops;
    Viewport viewport{1440, 900, 1, 1};

    // What the platform does in a frame; returns how often its kit asked the heap, the application aside.
    std::size_t frame(Application& application) {
        ops.clear();
        canvas.begin(viewport);
        const auto counted = [](auto part) {
            counting = true;
            part();
            counting = false;
        };
        allocations = 0;
        counted([&] { page.begin(viewport, {}); });
        application.build(page, 0);
        float height = 0;
        counted([&] {
            page.end();
            height = layout(page, canvas);
            veil_fields(page);
            mirror.describe(page, height, ops);
        });
        return allocations;
    }
    std::size_t paint() {
        allocations = 0;
        counting = true;
        motion.begin(page, 0);
        Painter{page, canvas, palette, motion}.paint();
        canvas.end();
        counting = false;
        return allocations;
    }
};

constexpr std::array<std::string_view, 13> addresses{
    "/book",  "/details", "/home",       "/week",   "/week-500",      "/kit",        "/calendar",
    "/month", "/table",   "/table-long", "/charts", "/table-loading", "/table-empty"};

}  // namespace

TEST_CASE("a frame that changed nothing sends nothing and allocates nothing, on every page of the gallery") {
    for (const float width : {1440.f, 390.f}) {
        for (const std::string_view address : addresses) {
            Window window;
            window.viewport.width = width;
            const auto application = make_gallery();
            application->start({.url = std::string{address}});
            for (int warm = 0; warm < 3; ++warm) {
                window.frame(*application);
                window.paint();
            }
            INFO(address << " at " << width);
            CHECK(window.frame(*application) == 0);
            CHECK(window.ops.empty());
            CHECK(window.paint() == 0);
        }
    }
}

TEST_CASE("building a week of 500 bookings allocates nothing") {
    Window window;
    const auto application = make_gallery();
    application->start({.url = "/week-500"});
    for (int warm = 0; warm < 3; ++warm) window.frame(*application);
    allocations = 0;
    counting = true;
    window.page.begin(window.viewport, {});
    application->build(window.page, 0);
    window.page.end();
    counting = false;
    CHECK(allocations == 0);
}
