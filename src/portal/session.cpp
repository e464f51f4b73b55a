#include "portal/session.h"

#include "core/api/custom_roles.h"

#include <algorithm>
#include <memory>

namespace loggia::portal {

policy::Actor actor_of(const api::SessionView& session) {
    policy::Actor actor;
    if (const auto* model = policy::model_named(session.role_model)) actor.model = model;
    actor.switches = policy::SwitchSet::from_bits(static_cast<std::uint32_t>(session.switches));
    if (!session.person) return actor;
    actor.person = session.person->id;
    actor.roles = policy::set_of(session.person->roles);
    for (const auto& role : session.person->custom_roles)
        actor.custom_roles.push_back(std::make_shared<const policy::CustomRole>(api::role_of(role, *actor.model)));
    actor.acting_as = session.acting_as;
    for (const auto& dependent : session.person->dependents) actor.dependents.push_back(dependent.id);
    return actor;
}

const api::DependentView* Session::dependent(PersonId id) const {
    if (!m_view.person) return nullptr;
    const auto found = std::ranges::find(m_view.person->dependents, id, &api::DependentView::id);
    return found == m_view.person->dependents.end() ? nullptr : &*found;
}

policy::Role Session::leading_role() const {
    return m_actor.acting_as.value_or(m_actor.model->leading(m_actor.roles));
}

policy::Subject Session::subject_of(const api::BookingView& booking) const {
    policy::Subject subject;
    subject.client = booking.client_id;
    subject.assigned_staff = booking.person_id;
    if (booking.client_id && dependent(*booking.client_id)) subject.account_manager = m_actor.person;
    return subject;
}

policy::Subject Session::own_subject_of(const api::BookingView& booking) const {
    policy::Subject subject = subject_of(booking);
    if (!subject.client) subject.client = m_actor.person;
    return subject;
}

}  // namespace loggia::portal
