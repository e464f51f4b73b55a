#pragma once

#include "portal/screens/frame.h"
#include "portal/screens/roles/role_matrix.h"
#include "portal/screens/screen.h"

#include <optional>
#include <string>

namespace loggia::portal {

/// Roles and access: what each role of the business's model may do, roles side by side, and who may do one thing. The
/// opened permission is in the address.
class RolesScreen final : public Screen {
public:
    void build(ui::Page& page, Context& context) override;

private:
    struct Intent {
        FrameIntent frame;
        std::optional<policy::Role> toggled;
        bool toggles_rows = false, closes = false;
    };
    [[nodiscard]] MatrixView view_of(const Context& context) const;
    [[nodiscard]] bool is_hidden(policy::Role role) const { return m_hidden.has(role); }
    void draw_tools(ui::Page& page, const Context& context, const policy::Model& model, Intent& intent);
    void act_on(const Intent& intent, ui::Page& page, Context& context);

    std::string m_looked_for;
    policy::RoleSet m_hidden;
    Rows m_rows = Rows::all;
};

}  // namespace loggia::portal
