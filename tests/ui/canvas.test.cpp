// What the canvas draws, in the device's pixels: as fine at every density, pinched or not.
#include "ui/paint/canvas.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>
#include <fstream>
#include <iterator>
#include <string>

using namespace loggia::ui;
using Catch::Matchers::WithinAbs;

namespace {

std::string file(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

struct Fonts {
    std::string regular = file(LOGGIA_FONTS "/inter-regular.ttf"),
                semibold = file(LOGGIA_FONTS "/inter-semibold.ttf"), icons = file(LOGGIA_FONTS "/icons.ttf");
    FontFiles files() const { return {regular, semibold, icons}; }
};

float from_corner(const ImDrawVert& vertex, float centre) {
    return std::hypot(vertex.pos.x - centre, vertex.pos.y - centre);
}

}  // namespace

TEST_CASE("a round corner fades over one pixel of the device and leaves its circle by less than a sixth of one") {
    const Fonts fonts;
    Canvas canvas{fonts.files()};
    for (const float scale : {1.f, 1.25f, 2.f, 3.f, 5.f, 8.f}) {
        for (const float radius : {4.f, 8.f, 12.f, 22.f}) {
            INFO("scale " << scale << ", radius " << radius);
            canvas.begin({400, 400, scale, 1});
            canvas.box(0, 0, 100, 100, radius, IM_COL32_BLACK);
            const ImDrawList& list = *canvas.end().CmdLists[0];
            ImVec2 before{};
            int corner_points = 0;
            for (const ImDrawVert& vertex : list.VtxBuffer) {
                if (vertex.pos.x > radius || vertex.pos.y > radius) continue;
                const bool clear = (vertex.col & IM_COL32_A_MASK) == 0;
                const float off = (from_corner(vertex, radius) - radius) * scale;
                CHECK_THAT(off, WithinAbs(clear ? 0.5 : -0.5, 0.01));
                if (clear) continue;
                if (corner_points++ > 0) {
                    const float chord = std::hypot(vertex.pos.x - before.x, vertex.pos.y - before.y) * scale;
                    CHECK(chord * chord / (8 * radius * scale) < 1 / 6.f);
                }
                before = vertex.pos;
            }
            CHECK(corner_points >= 3);
        }
    }
}
