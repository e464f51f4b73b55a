#pragma once

#include "portal/screens/frame.h"
#include "portal/screens/roles/role_matrix.h"
#include "portal/screens/roles/switches_card.h"
#include "portal/screens/screen.h"

#include <string>
#include <vector>

namespace loggia::portal {

/// Roles and access: what each role of the business's model may do, roles side by side, and who may do one thing;
/// and what the business itself turns on and off. What is opened is in the address.
class RolesScreen final : public Screen {
public:
    void build(ui::Page& page, Context& context) override;

private:
    struct Intent {
        FrameIntent frame;
        std::string toggled;
        SwitchForm::Intent turned;
        bool toggles_rows = false, closes = false;
    };
    [[nodiscard]] MatrixView view_of(const Context& context) const;
    [[nodiscard]] bool is_hidden(std::string_view key) const;
    void draw_tools(ui::Page& page, const Context& context, Intent& intent);
    void act_on(const Intent& intent, ui::Page& page, Context& context);

    std::string m_looked_for;
    std::vector<std::string> m_hidden;  ///< keys of columns
    Rows m_rows = Rows::all;
    SwitchForm m_switch;
};

}  // namespace loggia::portal
