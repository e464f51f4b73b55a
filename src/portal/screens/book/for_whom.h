#pragma once

#include "portal/screens/account/account_fields.h"
#include "portal/screens/screen.h"

#include <optional>
#include <string>

namespace loggia::portal {

/// For whom a booking is: whoever is here, a family member, or one who is being added.
struct ForWhom {
    static constexpr std::string_view me = "me";
    static constexpr std::string_view somebody_new = "new";

    std::string key{me};  ///< or the id of a dependent
    DependentDraft dependent;

    [[nodiscard]] bool is_new() const { return key == somebody_new; }
    /// A dependent of the session who is chosen.
    [[nodiscard]] std::optional<PersonId> known(const Session& session) const;
    /// Chooses the dependent who has meanwhile become known under the name that was typed.
    void find_among_known(const Session& session);
};

/// The question and, for somebody new, their fields. True: the new one is to be added now (whoever is signed in
/// only).
[[nodiscard]] bool draw_for_whom(ui::Page& page, const Context& context, ForWhom& answer, const FormErrors& errors);

}  // namespace loggia::portal
