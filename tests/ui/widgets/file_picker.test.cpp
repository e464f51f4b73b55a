#include "ui/widgets/file_picker.h"

#include "ui/page_on_screen.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using namespace loggia::ui;

namespace {

struct Picker {
    Screen screen;
    std::vector<PickedFile> files;
    std::vector<std::uint32_t> released;
    FileSpec spec{.accept = "image/*,.pdf", .largest = 1'000'000};

    void show() {
        screen.show([this](Page& page) {
            const FileAnswer answer = file_picker(page, "logo", "Logo", files, spec);
            released.insert(released.end(), answer.released.begin(), answer.released.end());
        });
    }
    void choose(ChosenFile file) {
        screen.page.incoming().choose(screen.find(Role::file)->id, std::move(file));
        show();
    }
};

}  // namespace

TEST_CASE("a file is taken when its kind is named and it is not too large") {
    struct Case {
        ChosenFile file;
        std::string trouble;
    };
    for (const Case& one : {
             Case{{1, "logo.png", "image/png", 400'000},            ""                              },
             Case{{1, "Terms.PDF", "application/pdf", 1000},        ""                              },
             Case{{1, "virus.exe", "application/octet-stream", 10}, "virus.exe cannot be used here."},
             Case{{1, "photo.jpg", "image/jpeg", 2'000'000},        "photo.jpg is larger than 1 MB."}
    }) {
        Picker picker;
        picker.show();
        picker.choose(one.file);
        INFO(one.file.name);
        CHECK(picker.files.empty() == !one.trouble.empty());
        CHECK(picker.released.size() == (one.trouble.empty() ? 0 : 1));
        if (!one.trouble.empty()) CHECK(picker.screen.find(Role::text, one.trouble) != nullptr);
    }
}

TEST_CASE("one file takes the place of the other, several stand together") {
    Picker one;
    one.show();
    one.choose({1, "a.png", "image/png", 10});
    one.choose({2, "b.png", "image/png", 10});
    CHECK(one.files.size() == 1);
    CHECK(one.released == std::vector<std::uint32_t>{1});
    Picker several;
    several.spec.several = true;
    several.show();
    several.choose({1, "a.png", "image/png", 10});
    several.choose({2, "b.png", "image/png", 10});
    CHECK(several.files.size() == 2);
    CHECK(several.released.empty());
}

TEST_CASE("a file is taken off the list by its button and given back to the browser") {
    Picker picker;
    picker.show();
    picker.choose({7, "a.png", "image/png", 10});
    picker.screen.page.incoming().click(picker.screen.find(Role::button)->id);
    picker.show();
    CHECK(picker.files.empty());
    CHECK(picker.released == std::vector<std::uint32_t>{7});
}

TEST_CASE("a disabled picker takes nothing") {
    Picker picker;
    picker.spec.disabled_reason = "Only owners can.";
    picker.show();
    picker.choose({7, "a.png", "image/png", 10});
    CHECK(picker.files.empty());
}

TEST_CASE("sizes are written as people say them") {
    CHECK(size_text(999, ".") == "999 B");
    CHECK(size_text(1400, ".") == "1.4 KB");
    CHECK(size_text(482'000, ".") == "482 KB");
    CHECK(size_text(2'000'000, ".") == "2 MB");
    CHECK(size_text(1'450'000, ",") == "1,4 MB");
    CHECK(size_text(25'000'000'000, ".") == "25 GB");
}
