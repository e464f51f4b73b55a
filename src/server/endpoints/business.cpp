#include "server/endpoints/handlers.h"
#include "server/storage/catalog.h"
#include "server/storage/demo.h"

namespace loggia::endpoints {

namespace {

Result<std::optional<api::DemoView>> view_demo(const BusinessReader& business) {
    const auto accounts = TRY(storage::demo_accounts(business));
    if (accounts.empty()) return std::nullopt;
    api::DemoView view{std::string{storage::demo_password}, {}};
    for (const auto& account : accounts)
        view.accounts.push_back({account.person.email, account.person.name, account.role});
    return view;
}

}  // namespace

Result<api::BusinessView> show_business(const Call<api::Nothing>&, const BusinessReader& business) {
    const auto catalog = TRY(business.catalog());
    const auto& row = catalog->business;
    const auto& location = catalog->locations.front();
    return api::BusinessView{row.slug,
                             row.name,
                             row.short_name,
                             location.zone,
                             row.locale,
                             row.brand_color,
                             location.name,
                             location.address,
                             row.rules.minimum_notice.count(),
                             row.rules.horizon.count(),
                             row.rules.free_cancellation.count(),
                             row.rules.free_reschedule.count(),
                             row.rules.hold_lasts.count(),
                             TRY(view_demo(business))};
}

Result<api::ServiceList> list_services(const Call<api::Nothing>&, const BusinessReader& business) {
    const auto catalog = TRY(business.catalog());
    api::ServiceList list;
    for (const auto& service : catalog->services)
        list.services.push_back({service.id, service.name, service.description, service.icon,
                                 service.duration.count(), service.price, service.performers,
                                 service.needs_approval});
    return list;
}

Result<api::StaffList> list_staff(const Call<api::Nothing>&, const BusinessReader& business) {
    const auto catalog = TRY(business.catalog());
    api::StaffList list;
    for (const auto& member : catalog->staff)
        list.staff.push_back({member.person.id, member.person.name, member.person.color});
    return list;
}

}  // namespace loggia::endpoints
