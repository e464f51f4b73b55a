// One frame of the week with 500 bookings, by its parts.
#include "ui/gallery/gallery.h"
#include "ui/layout.h"
#include "ui/mirror.h"
#include "ui/paint/painter.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using namespace loggia;

namespace {

constexpr int frames = 2000;

std::string file(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

struct Times {
    std::vector<double> microseconds;

    double at(double share) {
        std::ranges::sort(microseconds);
        return microseconds[static_cast<std::size_t>(share * static_cast<double>(microseconds.size() - 1))];
    }
};

struct Frame {
    ui::Page page;
    ui::Mirror mirror;
    ui::Ops ops;
    ui::Motion motion;
    ui::Viewport viewport{.width = 1440, .height = 900};
    std::unique_ptr<ui::Application> application = ui::make_gallery();
    Times build, layout, describe, paint, whole;

    void draw(ui::Canvas& canvas, const ui::Palette& palette) {
        using Clock = std::chrono::steady_clock;
        const auto began = Clock::now();
        const auto microseconds = [](Clock::duration time) {
            return std::chrono::duration<double, std::micro>(time).count();
        };
        const auto once = [&] {
            page.begin(viewport, {});
            application->build(page, 0);
            page.end();
        };
        ops.clear();
        canvas.begin(viewport);
        once();
        if (!page.events().empty()) page.incoming().clear(), once();
        const auto built = Clock::now();
        const float height = ui::layout(page, canvas);
        const auto placed = Clock::now();
        mirror.describe(page, height, ops);
        const auto described = Clock::now();
        ui::Painter{page, canvas, palette, motion}.paint();
        canvas.end();
        const auto painted = Clock::now();
        build.microseconds.push_back(microseconds(built - began));
        layout.microseconds.push_back(microseconds(placed - built));
        describe.microseconds.push_back(microseconds(described - placed));
        paint.microseconds.push_back(microseconds(painted - described));
        whole.microseconds.push_back(microseconds(painted - began));
    }
};

ui::NodeId id_of(const ui::Page& page, std::string_view key) {
    for (const ui::Node& node : page.nodes()) {
        if (node.key == key) return node.id;
    }
    return 0;
}

}  // namespace

int main() {
    const std::string fonts = LOGGIA_FONTS;
    const std::string regular = file(fonts + "/inter-regular.ttf"), semibold = file(fonts + "/inter-semibold.ttf"),
                      icons = file(fonts + "/icons.ttf");
    ui::Canvas canvas({regular, semibold, icons});
    const ui::Palette palette = ui::light_palette();
    for (const std::string_view update : {"", "one", "all"}) {
        Frame frame;
        frame.application->start({.url = "/week-500"});
        for (int i = 0; i < frames; ++i) {
            if (!update.empty() && i > 0) frame.page.incoming().click(id_of(frame.page, update));
            frame.draw(canvas, palette);
        }
        std::printf("\nWeek of 500 bookings, %s, microseconds\n",
                    update.empty() ? "nothing changed" : std::string{"move "}.append(update).c_str());
        const auto row = [](const char* name, Times& times) {
            std::printf("  %-10s p50 %8.0f   p99 %8.0f\n", name, times.at(0.5), times.at(0.99));
        };
        row("build", frame.build);
        row("layout", frame.layout);
        row("describe", frame.describe);
        row("paint", frame.paint);
        row("whole", frame.whole);
        std::printf("  %zu nodes of %zu bytes, %zu elements\n", frame.page.nodes().size(), sizeof(ui::Node),
                    frame.mirror.size());
    }
}
