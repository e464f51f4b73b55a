#include "portal/screens/roles/permission_select.h"

#include "core/policy/topic.h"
#include "portal/screens/roles/cell_words.h"

namespace loggia::portal {

bool draw_permission_select(ui::Page& page, const Context& context, std::string_view label, std::string& name) {
    std::vector<std::string> titles;
    std::vector<ui::Option> options;
    titles.reserve(policy::permission_count);
    options.push_back({"", context.words.choose_permission()});
    for (std::size_t i = 0; i < policy::permission_count; ++i) {
        const auto permission = static_cast<policy::Permission>(i);
        options.push_back({policy::name_of(permission), titles.emplace_back(title_of(context.words, permission)),
                           context.words.permission_topics(policy::topic_of(permission))});
    }
    return page.select("asked", label, name, options, {.autocomplete = "off"});
}

}  // namespace loggia::portal
