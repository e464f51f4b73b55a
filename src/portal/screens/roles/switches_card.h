#pragma once

#include "portal/screens/form_errors.h"
#include "portal/screens/screen.h"

namespace loggia::portal {

/// What the business itself turns on and off: the switches that cells of its model wait for. The plan is bought.
[[nodiscard]] std::vector<policy::Switch> switches_of(const policy::Model& model);

/// How they stand, with a way to change them, or who could.
void draw_switches(ui::Page& page, const Context& context);

/// Turning one of them, with its reason. Which one is in the address.
class SwitchForm {
public:
    struct Intent {
        bool closes = false, turns = false;
    };
    /// Whether the address names one that the reader may turn; else nothing is drawn.
    [[nodiscard]] static bool is_opened(const Context& context);
    [[nodiscard]] Intent draw(ui::Page& page, const Context& context);
    void send(ui::Page& page, Context& context);
    /// Whether it was turned since the last time.
    [[nodiscard]] bool take_success(Context& context);

private:
    std::string m_reason;
    FormErrors m_errors;
};

}  // namespace loggia::portal
