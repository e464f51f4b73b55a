// The pages of the gallery. A new page is a class in a file of its own, a function that makes it, and a row in
// pages.cpp.
#pragma once

#include "ui/host.h"

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace loggia::ui::gallery {

// A page with what its visitor is doing on it.
class Exhibit {
public:
    virtual ~Exhibit() = default;
    virtual void build(Page& page, Milliseconds now) = 0;
    virtual std::vector<std::uint32_t> take_released() { return {}; }  // files
};

enum class Frame : std::uint8_t { gallery /* the gallery's navigation and a heading */, none /* brings its own */ };

struct GalleryPage {
    std::string_view path;  // "/menus"
    std::string_view title;
    std::string_view family;
    std::unique_ptr<Exhibit> (*make)();
    Frame frame = Frame::gallery;
};

std::span<const GalleryPage> pages();

// One thing shown: its name, and what is added inside.
Scope sample(Page& page, std::string_view name);

std::unique_ptr<Exhibit> make_buttons();
std::unique_ptr<Exhibit> make_fields();
std::unique_ptr<Exhibit> make_choices();
std::unique_ptr<Exhibit> make_disclosure();
std::unique_ptr<Exhibit> make_feedback();
std::unique_ptr<Exhibit> make_files();
std::unique_ptr<Exhibit> make_kit();
std::unique_ptr<Exhibit> make_book();
std::unique_ptr<Exhibit> make_details();
std::unique_ptr<Exhibit> make_home();
std::unique_ptr<Exhibit> make_week();
std::unique_ptr<Exhibit> make_week_500();
std::unique_ptr<Exhibit> make_collection_week();
std::unique_ptr<Exhibit> make_scripts();
std::unique_ptr<Exhibit> make_calendar();
std::unique_ptr<Exhibit> make_people_calendar();
std::unique_ptr<Exhibit> make_month();
std::unique_ptr<Exhibit> make_table();
std::unique_ptr<Exhibit> make_long_table();
std::unique_ptr<Exhibit> make_empty_table();
std::unique_ptr<Exhibit> make_loading_table();
std::unique_ptr<Exhibit> make_failed_table();
std::unique_ptr<Exhibit> make_charts();

}  // namespace loggia::ui::gallery
