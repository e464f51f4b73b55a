#pragma once

#include "server/http/served_demo.h"
#include "server/storage/bookings.h"
#include "server/storage/catalog.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A demo business that is served, with more records put in past the server, and with what the policy says of them
/// without asking the server.
namespace loggia::testing {

/// Whose a record is, for the account that asks.
enum class Whose {
    own,
    dependents,      ///< of somebody whose account the asker manages
    assigned,        ///< the asker is to serve it
    recent_clients,  ///< a colleague serves it, to a client whom the asker serves these days
    anothers,        ///< nothing connects the asker with it
    other_business,  ///< it exists, in another business of the same database
    missing,
};
inline constexpr std::array all_whose{Whose::own,      Whose::dependents,     Whose::assigned, Whose::recent_clients,
                                      Whose::anothers, Whose::other_business, Whose::missing};
[[nodiscard]] std::string_view name_of(Whose whose);

/// Ids that nothing has.
inline constexpr BookingId missing_booking{4'000'000'000};
inline constexpr ServiceId missing_service{4'000'000'001};
inline constexpr PersonId missing_person{4'000'000'002};

/// Ids that only the other business has.
inline constexpr BusinessId other_business{2};
inline constexpr BookingId other_booking{3'000'000'001};
inline constexpr BookingId other_hold{3'000'000'002};
inline const std::string other_hold_secret(32, 'a');
inline constexpr ServiceId other_service{3'000'000'003};
inline constexpr PersonId other_person{3'000'000'004};  ///< performs `other_service`

/// Somebody of each role, signed in past the server.
struct Account {
    std::string name;  ///< "petcare, all switches: admin"
    policy::Role role;
    policy::Actor actor;
    std::string cookie;  ///< a Cookie line; empty for a visitor
    PersonId dependent;  ///< whose account it manages; not set for a visitor
};

class RecordedDemo {
public:
    RecordedDemo(const storage::DemoBusiness& demo, policy::SwitchSet switches,
                 server::PortalServerOptions options = options_without_brakes());

    [[nodiscard]] const ServedDemo& served() const { return m_served; }
    [[nodiscard]] const std::vector<Account>& accounts() const { return m_accounts; }
    [[nodiscard]] storage::Store& store() { return m_store; }
    [[nodiscard]] BusinessId business() const { return m_business; }
    [[nodiscard]] Instant now() const { return m_now; }
    [[nodiscard]] const storage::Catalog& catalog() const { return *m_catalog; }

    /// A Cookie line of a new session.
    [[nodiscard]] std::string sign_in(PersonId person, BusinessId business);
    [[nodiscard]] std::string sign_in(const Account& account) {
        return account.actor.person ? sign_in(*account.actor.person, m_business) : std::string{};
    }

    /// A new confirmed booking weeks ahead. Nothing where the account has none of the kind.
    [[nodiscard]] std::optional<BookingId> booking(Whose whose, const Account& account);
    /// Somebody new.
    [[nodiscard]] PersonId client(std::optional<PersonId> account_manager = {});
    /// A performer of the first service.
    [[nodiscard]] PersonId performer() const;
    /// A free time of the first service that overlaps with no other it gave.
    [[nodiscard]] api::HoldRequest free_time();
    [[nodiscard]] api::HoldView hold(const std::string& cookie);

    /// Everything that is stored, as one text.
    [[nodiscard]] std::string contents();
    [[nodiscard]] std::vector<storage::StoredBooking> bookings();
    [[nodiscard]] std::optional<storage::StoredBooking> find(BookingId id);
    [[nodiscard]] policy::Subject subject_of(const storage::StoredBooking& booking, const policy::Actor& asker);
    /// Everything that is known of a booking.
    [[nodiscard]] api::BookingView whole(const storage::StoredBooking& booking) const;
    /// What of it the account may see, by the table of fields and the policy.
    [[nodiscard]] api::BookingView expected(const storage::StoredBooking& booking, const policy::Actor& asker);

private:
    using ServiceDays = std::map<PersonId, std::vector<Date>>;  ///< by client
    [[nodiscard]] const ServiceDays& services_of(PersonId staff);
    [[nodiscard]] std::vector<api::FreeTimeView> free_times_of(PersonId performer);
    void add_other_business();
    void open_accounts(const storage::DemoBusiness& demo, std::string_view variant);
    enum class When { these_days, weeks_ahead };
    BookingId book(PersonId client, PersonId staff, When when);
    [[nodiscard]] PersonId colleague_of(const Account& account) const;

    Instant m_now;
    ServedDemo m_served;
    storage::Store m_store;
    BusinessId m_business{1};
    std::shared_ptr<const storage::Catalog> m_catalog;
    std::vector<Account> m_accounts;
    std::vector<api::FreeTimeView> m_free_times;
    std::size_t m_next_free_time = 0;
    std::size_t m_next_performer = 0;  ///< of the first service, whose free times come next
    std::map<std::pair<PersonId, When>, int> m_next_slot;
    std::map<PersonId, std::pair<std::int64_t, ServiceDays>> m_services;  ///< as of a number of the business
    std::int64_t m_next_id = 2'000'000'000;
};

/// Each model with its switches off and on, each role of it. The demos live for as long as the call.
template <class Check>
void each_recorded_demo(Check&& check, const server::PortalServerOptions& options = options_without_brakes()) {
    policy::SwitchSet all;
    for (std::size_t which = 0; which < policy::switch_count; ++which)
        all.turn_on(static_cast<policy::Switch>(which));
    for (const storage::DemoBusiness& demo : storage::demo_businesses())
        for (const policy::SwitchSet switches : {policy::SwitchSet{}, all}) {
            RecordedDemo recorded(demo, switches, options);
            check(recorded);
        }
}

}  // namespace loggia::testing
