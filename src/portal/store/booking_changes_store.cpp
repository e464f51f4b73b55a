#include "portal/store/booking_changes_store.h"

namespace loggia::portal {

auto BookingChangesStore::answer(BookingId id) {
    m_changing = id;
    m_changed = Loading{};
    return [this, id](Result<api::BookingView> reply) {
        if (reply && m_on_record) m_on_record(*reply);
        if (reply) m_times_request.reset();
        if (m_changing == id) m_changed = remote_of(std::move(reply));
    };
}

void BookingChangesStore::step(booking::Operation operation, const api::BookingView& booking,
                               const std::string& reason) {
    if (is_loading(m_changed)) return;
    const api::BookingStep step{booking.id, booking.version, reason.empty() ? std::nullopt : std::optional(reason)};
    switch (operation) {
    case booking::Operation::complete: return m_client.call<"complete_booking">(step, answer(booking.id));
    case booking::Operation::mark_no_show: return m_client.call<"mark_no_show">(step, answer(booking.id));
    case booking::Operation::reopen: return m_client.call<"reopen_booking">(step, answer(booking.id));
    case booking::Operation::reactivate: return m_client.call<"reactivate_booking">(step, answer(booking.id));
    case booking::Operation::cancel: return m_client.call<"cancel_booking">(step, answer(booking.id));
    case booking::Operation::reschedule:
    case booking::Operation::reassign:
    case booking::Operation::move_room: return;
    }
}

void BookingChangesStore::move(const api::BookingMove& move) {
    if (!is_loading(m_changed)) m_client.call<"reschedule_booking">(move, answer(move.booking_id));
}

const Remote<api::FreeTimesView>& BookingChangesStore::want_times(const api::OtherTimesRequest& request) {
    if (m_times_request == request) return m_times;
    m_times_request = request;
    m_times = Loading{};
    m_client.call<"list_other_times">(request, [this, request](Result<api::FreeTimesView> reply) {
        if (m_times_request == request) m_times = remote_of(std::move(reply));
    });
    return m_times;
}

const Remote<api::BookingHistory>& BookingChangesStore::want_history(const api::BookingView& booking) {
    const std::pair wanted(booking.id, booking.version);
    if (m_history_of == wanted) return m_history;
    m_history_of = wanted;
    m_history = Loading{};
    m_client.call<"list_booking_versions">({booking.id}, [this, wanted](Result<api::BookingHistory> reply) {
        if (m_history_of == wanted) m_history = remote_of(std::move(reply));
    });
    return m_history;
}

void BookingChangesStore::forget() {
    m_changing.reset();
    m_changed = NotAsked{};
}

void BookingChangesStore::clear() {
    forget();
    m_times_request.reset();
    m_times = NotAsked{};
    m_history_of.reset();
    m_history = NotAsked{};
}

}  // namespace loggia::portal
