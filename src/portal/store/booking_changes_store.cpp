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
    const auto send = [&]<api::Name endpoint> { m_client.call<endpoint>(step, answer(booking.id)); };
    using enum booking::Operation;
    switch (operation) {
    case approve: return send.operator()<"approve_booking">();
    case decline: return send.operator()<"decline_booking">();
    case complete: return send.operator()<"complete_booking">();
    case mark_no_show: return send.operator()<"mark_no_show">();
    case reopen: return send.operator()<"reopen_booking">();
    case reactivate: return send.operator()<"reactivate_booking">();
    case cancel: return send.operator()<"cancel_booking">();
    case reschedule:
    case reassign:
    case move_room: return;
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
