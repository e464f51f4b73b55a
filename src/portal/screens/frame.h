#pragma once

#include "portal/screens/screen.h"

#include <optional>
#include <string>

namespace loggia::portal {

/// The parts of the portal that the navigation names.
enum class Section : std::uint8_t { none, book, home, calendar, roles };

/// What the frame around a screen was asked for.
struct FrameIntent {
    bool sign_out = false;
    bool switch_theme = false;
    std::string language;                  ///< chosen in the menu
    std::optional<std::string> acting_as;  ///< the name of a role, or empty for all of them

    FrameIntent& operator|=(const FrameIntent& other) {
        sign_out |= other.sign_out;
        switch_theme |= other.switch_theme;
        if (!other.language.empty()) language = other.language;
        if (other.acting_as) acting_as = other.acting_as;
        return *this;
    }
};

/// The bar of the business: its name, the sections open to whoever is here, the way in or out.
[[nodiscard]] FrameIntent draw_top_bar(ui::Page& page, const Context& context, Section current);

/// The languages to choose from; stands at the end of a screen that visitors see.
[[nodiscard]] FrameIntent draw_language_menu(ui::Page& page, const Context& context);

/// Those who work for the business may narrow to one of their roles, and stand in front of the portal as it is to
/// that role. Nothing is drawn for others.
[[nodiscard]] FrameIntent draw_acting_as(ui::Page& page, const Context& context);

/// On a phone the sections stand at the lower edge; elsewhere nothing is drawn.
void draw_tabs(ui::Page& page, const Context& context, Section current);

/// The column of those who work for the business.
[[nodiscard]] FrameIntent draw_side_nav(ui::Page& page, const Context& context, Section current);

/// The bar of a step of booking on a phone: where it leads back to and how far it is.
void draw_step_bar(ui::Page& page, const Context& context, std::string_view title, std::string_view back_href,
                   int step);

void act(const FrameIntent& intent, const ui::Page& page, Context& context);

/// "/sign-in" with the way back here.
[[nodiscard]] std::string sign_in_url(const Context& context);

}  // namespace loggia::portal
