#include "portal/store/submission_store.h"

#include "portal/words/own_failures.h"

#include <algorithm>

namespace loggia::portal {

void SubmissionStore::submit(const Submission& submission) {
    if (is_loading(m_state)) return;
    m_state = Loading{};
    if (!submission.registration) return book(submission.for_person);
    m_client.call<"register_client">(*submission.registration,
                                     [this, name = submission.for_new_dependent](Result<api::SessionView> reply) {
                                         if (!reply) {
                                             m_state = std::move(reply).error();
                                             return;
                                         }
                                         m_session.accept_new(std::move(*reply));
                                         book(dependent_named(name));
                                     });
}

void SubmissionStore::put_off(const api::HoldRequest& wish, std::optional<PersonId> for_person) {
    if (is_loading(m_state)) return;
    m_state = Loading{};
    api::OutboxRecord record;
    record.what = "create_booking";
    record.key = m_client.new_key();
    record.service_id = wish.service_id;
    record.performer_id = wish.person_id;
    record.starts_at = wish.starts_at;
    record.for_person_id = for_person;
    if (const auto* hold = here(m_hold.state())) {
        record.booking_id = hold->id;
        record.secret = hold->secret;
        // Whether it was booked before the network went is not known; the same key makes it one booking.
        if (m_unanswered == api::BookingRequest{hold->id, hold->secret, for_person}) record.key = m_key;
    }
    m_outbox.add(std::move(record), [this](OutboxStore::Kept kept) {
        m_is_put_off = kept == OutboxStore::Kept::yes;
        m_state = NotAsked{};
        if (!m_is_put_off) m_state = Client::no_answer();
        if (m_is_put_off) m_hold.forget();
    });
}

std::optional<PersonId> SubmissionStore::dependent_named(std::string_view name) const {
    const auto* person = m_session.current().person();
    if (name.empty() || !person) return std::nullopt;
    const auto found = std::ranges::find(person->dependents, name, &api::DependentView::name);
    return found == person->dependents.end() ? std::nullopt : std::optional(found->id);
}

void SubmissionStore::book(std::optional<PersonId> for_person) {
    const auto* hold = here(m_hold.state());
    if (!hold) {
        m_state = Error{ErrorCode::conflict, std::string(own_failure::hold_is_over), {}, 0};
        return;
    }
    const api::BookingRequest request{hold->id, hold->secret, for_person};
    if (m_unanswered != request) m_key = m_client.new_key();
    m_unanswered = request;
    const auto done = [this](Result<api::BookingView> reply) {
        m_state = remote_of(reply);
        if (reply || reply.error().code != ErrorCode::unavailable) m_unanswered.reset();
        if (reply) {
            m_hold.forget();
            if (m_on_record) m_on_record(*reply);
        } else if (reply.error().code == ErrorCode::conflict || reply.error().code == ErrorCode::not_found) {
            m_hold.lose({ErrorCode::conflict, reply.error().message, {}, 0});
        }
    };
    m_client.call<"create_booking">(request, done, m_key);
}

}  // namespace loggia::portal
