#pragma once

#include "core/domain/business.h"
#include "core/scheduling/zone.h"
#include "portal/net/client.h"
#include "portal/store/remote.h"
#include "ui/style.h"

#include <cstdint>
#include <vector>

namespace loggia::portal {

/// What the business says of itself to everybody: who it is, what it offers, who works there.
class BusinessStore {
public:
    explicit BusinessStore(Client& client) : m_client(client) {}

    /// Asks for what has not been asked or has failed.
    void load();
    /// Asks for all of it again; what is here stays until the answers are.
    void refresh();

    [[nodiscard]] const Remote<api::BusinessView>& business() const { return m_business; }
    [[nodiscard]] const Remote<api::ServiceList>& services() const { return m_services; }
    [[nodiscard]] const Remote<api::StaffList>& staff() const { return m_staff; }

    [[nodiscard]] bool is_here() const;
    [[nodiscard]] const Error* failed() const;  ///< the first failure among the three

    /// Null or empty while it is not here or if there is none.
    [[nodiscard]] const api::ServiceView* service(ServiceId id) const;
    [[nodiscard]] const api::StaffView* person(PersonId id) const;
    [[nodiscard]] std::string_view service_name(ServiceId id) const;
    [[nodiscard]] std::string_view person_name(PersonId id) const;
    [[nodiscard]] ui::Hue hue(PersonId id) const;  ///< the person's own colour, as near as the kit has it

    [[nodiscard]] const scheduling::Zone& zone() const { return *m_zone; }
    [[nodiscard]] std::uint32_t brand() const { return m_brand; }  ///< 0xRRGGBB, 0 if none
    [[nodiscard]] minutes free_cancellation() const;
    /// As far as the portal is told of them.
    [[nodiscard]] domain::BookingRules rules() const;

private:
    struct Coloured {
        PersonId person;
        ui::Hue hue;
    };

    void ask_for_business();
    void ask_for_services();
    void ask_for_staff();
    void accept(const api::BusinessView& business);
    void accept(const api::StaffList& staff);

    Client& m_client;
    Remote<api::BusinessView> m_business;
    Remote<api::ServiceList> m_services;
    Remote<api::StaffList> m_staff;
    std::vector<Coloured> m_hues;
    const scheduling::Zone* m_zone = &scheduling::Zone::utc();
    std::uint32_t m_brand = 0;
};

}  // namespace loggia::portal
