#pragma once

#include "core/api/messages.h"
#include "core/policy/decide.h"
#include "server/storage/bookings.h"
#include "server/storage/catalog.h"

#include <map>
#include <memory>

namespace loggia::endpoints {

/// Shows stored bookings to one caller. Every booking that leaves the server is made here, and here it passes
/// the field mask.
class BookingViews {
public:
    [[nodiscard]] static Result<BookingViews> for_caller(const storage::BusinessReader& business,
                                                         const policy::Actor& actor, Instant now);

    [[nodiscard]] const storage::Catalog& catalog() const { return *m_catalog; }
    [[nodiscard]] Date today() const { return m_today; }

    /// What the policy is to know of the booking.
    [[nodiscard]] policy::Subject subject(const storage::StoredBooking& booking) const;

    /// Whether the caller may know that the booking exists. Never of a hold: it is nobody's yet.
    [[nodiscard]] bool may_see(const storage::StoredBooking& booking) const;

    /// The booking without the fields that the caller may not see.
    [[nodiscard]] api::BookingView view(const storage::StoredBooking& booking) const;
    /// The same of those among them that the caller may see.
    [[nodiscard]] std::vector<api::BookingView> views(const std::vector<storage::StoredBooking>& bookings) const;

private:
    policy::Actor m_actor;
    std::shared_ptr<const storage::Catalog> m_catalog;
    Date m_today;
    std::map<PersonId, int> m_nearest_service_days;  ///< by client whom the caller serves
};

/// The booking, if the caller may see it; not_found otherwise, whether it exists or not.
[[nodiscard]] Result<storage::StoredBooking> find_visible_booking(const storage::BusinessReader& business,
                                                                  const BookingViews& views, BookingId id);

}  // namespace loggia::endpoints
