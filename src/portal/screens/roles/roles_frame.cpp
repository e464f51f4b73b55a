#include "portal/screens/roles/roles_frame.h"

#include "icons.generated.h"

#include <array>

namespace loggia::portal {

namespace {

struct View {
    Place place;
    Sentence label;
};
constexpr std::array views{
    View{Place::roles,          &Phrases::role_matrix_tab},
    View{Place::people,         &Phrases::people         },
    View{Place::who_can,        &Phrases::who_can        },
    View{Place::access_history, &Phrases::access_history },
};

void draw_new_role(ui::Page& page, const Context& context) {
    const auto decision = context.session.may_any(policy::Permission::customise_roles);
    if (!decision) return;
    page.link("new-role", context.words.new_custom_role(), url_of(Place::custom_role),
              {.look = ui::LinkLook::button, .icon = ui::icon::copy});
}

}  // namespace

FrameIntent draw_roles_frame(ui::Page& page, const Context& context) {
    return page.desktop() ? draw_side_nav(page, context, Section::roles)
                          : draw_top_bar(page, context, Section::roles);
}

void draw_roles_head(ui::Page& page, const Context& context) {
    {
        const auto line = page.wrap({.gap = ui::Space::regular, .justify = ui::Justify::between});
        page.heading(1, context.words.roles_and_access(), "title");
        if (context.address.place() == Place::roles) draw_new_role(page, context);
    }
    const auto chips = page.wrap({.gap = ui::Space::small});
    for (const View& view : views)
        page.chip(route_to(view.place).pattern, (context.words.*view.label)(),
                  {.selected = view.place == context.address.place(), .href = url_of(view.place)});
}

void draw_reason(ui::Page& page, const Context& context, std::string& reason, std::string_view error) {
    page.text_field("reason", context.words.reason(), reason,
                    {.autocomplete = "off",
                     .hint = context.words.reason_hint(),
                     .error = error,
                     .enter_key = "done",
                     .required = true,
                     .max_length = 300});
}

std::string person_url(PersonId person) {
    return url_of(Place::people, {
                                     {"person", url_text(person)}
    });
}

}  // namespace loggia::portal
