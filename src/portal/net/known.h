#pragma once

#include "core/base/id.h"
#include "ui/host.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loggia::portal {

/// What the server said last, for when it cannot be asked: who is here, the business, one's own bookings, the weeks
/// of the calendar looked at lately. What is personal belongs to one person and is forgotten when somebody else is
/// here.
class Known {
public:
    struct Answer {
        std::string path;
        ui::Milliseconds at = 0;
        PersonId person;  ///< not set: what everybody may know
        std::string body;
        bool is_recalled = false;  ///< shown now instead of what the server would say
    };

    /// What the browser kept. Anything that is not in order, or is not of the person it kept the session of, is
    /// removed.
    void restore(const std::vector<ui::Stored>& records, ui::Milliseconds now);

    /// Who is here now; nothing for a visitor.
    void belongs_to(std::optional<PersonId> person);
    [[nodiscard]] PersonId owner() const { return m_owner; }

    /// The answer to a question that `asked_by` asked. Kept only where the table in known.cpp says so.
    void keep(std::string_view path, PersonId asked_by, ui::Milliseconds now, std::string_view body);

    [[nodiscard]] static bool is_worth_keeping(std::string_view path);
    /// The last answer, from now on shown instead of what the server would say.
    [[nodiscard]] const Answer* recall(std::string_view path);
    void forget(std::string_view path);

    [[nodiscard]] bool is_recalled(std::string_view path) const;
    /// Since when the oldest of what is shown in the server's place may be out of date.
    [[nodiscard]] std::optional<ui::Milliseconds> recalled_as_of() const;

    [[nodiscard]] std::vector<ui::RecordChange> take_changes() { return std::exchange(m_changes, {}); }

private:
    [[nodiscard]] std::vector<Answer>::iterator find(std::string_view path);
    void remove(std::vector<Answer>::iterator answer);
    void limit_weeks();

    std::vector<Answer> m_answers;
    std::vector<ui::RecordChange> m_changes;
    PersonId m_owner;
};

}  // namespace loggia::portal
