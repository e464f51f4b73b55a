#pragma once

#include "core/api/messages.h"
#include "core/policy/decide.h"

#include <optional>
#include <string_view>

namespace loggia::portal {

/// The facts of a session as the policy wants them.
[[nodiscard]] policy::Actor actor_of(const api::SessionView& session);

/// Who the portal is shown to. Until the server has said otherwise: a visitor.
class Session {
public:
    Session() = default;
    explicit Session(api::SessionView view) : m_view(std::move(view)), m_actor(actor_of(m_view)) {}

    [[nodiscard]] const api::SessionView& view() const { return m_view; }
    [[nodiscard]] const policy::Actor& actor() const { return m_actor; }
    [[nodiscard]] bool is_signed_in() const { return m_view.person.has_value(); }
    [[nodiscard]] bool is_staff() const { return policy::acts_as_staff(m_actor); }
    [[nodiscard]] const api::PersonView* person() const { return m_view.person ? &*m_view.person : nullptr; }
    [[nodiscard]] const api::DependentView* dependent(PersonId id) const;

    [[nodiscard]] policy::Decision may(policy::Permission permission, const policy::Subject& subject) const {
        return policy::decide(m_actor, permission, subject);
    }
    [[nodiscard]] policy::Decision may_any(policy::Permission permission) const {
        return policy::decide_any(m_actor, permission);
    }

    /// The greatest role, for "Acting as …".
    [[nodiscard]] policy::Role leading_role() const;

    /// What the policy is to be asked about a booking that was found in the calendar.
    [[nodiscard]] policy::Subject subject_of(const api::BookingView& booking) const;
    /// The same for one from the list of my own, which says of every booking that it is mine or a dependent's.
    [[nodiscard]] policy::Subject own_subject_of(const api::BookingView& booking) const;

private:
    api::SessionView m_view;
    policy::Actor m_actor;
};

}  // namespace loggia::portal
