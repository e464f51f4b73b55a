#include "portal/store/business_store.h"

#include "ui/theme.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace loggia::portal {

namespace {

/// "#2f5bea" as 0x2f5bea.
std::optional<std::uint32_t> rgb_in(std::string_view text) {
    std::uint32_t value = 0;
    if (text.size() != 7 || text.front() != '#') return std::nullopt;
    const auto [end, problem] = std::from_chars(text.data() + 1, text.data() + 7, value, 16);
    return problem == std::errc{} && end == text.data() + 7 ? std::optional(value) : std::nullopt;
}

int distance(std::uint32_t rgb, ui::Rgba other) {
    const auto part = [&](unsigned shift, std::uint8_t value) {
        const int difference = static_cast<int>(rgb >> shift & 255U) - value;
        return difference * difference;
    };
    return part(16, other.r) + part(8, other.g) + part(0, other.b);
}

ui::Hue nearest_hue(std::uint32_t rgb, const ui::Palette& palette) {
    auto nearest = ui::Hue::slate;
    int least = 3 * 256 * 256;
    for (int i = 0; i < ui::hues; ++i) {
        const auto hue = static_cast<ui::Hue>(i);
        const int away = distance(rgb, palette[static_cast<std::size_t>(ui::strong(hue))]);
        if (away >= least) continue;
        least = away;
        nearest = hue;
    }
    return nearest;
}

template <class Value> bool is_wanting(const Remote<Value>& remote) {
    return is_not_asked(remote) || failure(remote);
}

}  // namespace

void BusinessStore::load() {
    if (is_wanting(m_business)) ask_for_business();
    if (is_wanting(m_services)) ask_for_services();
    if (is_wanting(m_staff)) ask_for_staff();
}

void BusinessStore::refresh() {
    if (!is_loading(m_business)) ask_for_business();
    if (!is_loading(m_services)) ask_for_services();
    if (!is_loading(m_staff)) ask_for_staff();
}

void BusinessStore::ask_for_business() {
    if (!portal::here(m_business)) m_business = Loading{};
    m_client.call<"show_business">({}, [this](Result<api::BusinessView> reply) {
        portal::refresh(m_business, std::move(reply));
        if (const auto* business = portal::here(m_business)) accept(*business);
    });
}

void BusinessStore::ask_for_services() {
    if (!portal::here(m_services)) m_services = Loading{};
    m_client.call<"list_services">(
        {}, [this](Result<api::ServiceList> reply) { portal::refresh(m_services, std::move(reply)); });
}

void BusinessStore::ask_for_staff() {
    if (!portal::here(m_staff)) m_staff = Loading{};
    m_client.call<"list_staff">({}, [this](Result<api::StaffList> reply) {
        portal::refresh(m_staff, std::move(reply));
        if (const auto* staff = portal::here(m_staff)) accept(*staff);
    });
}

void BusinessStore::accept(const api::BusinessView& business) {
    if (const auto* zone = scheduling::Zone::find(business.zone)) m_zone = zone;
    m_brand = rgb_in(business.brand_color).value_or(0);
}

void BusinessStore::accept(const api::StaffList& staff) {
    const auto palette = ui::light_palette();
    m_hues.clear();
    for (const auto& person : staff.staff) {
        const auto rgb = rgb_in(person.color);
        m_hues.push_back({person.id, rgb ? nearest_hue(*rgb, palette) : ui::hue_of(person.name)});
    }
}

bool BusinessStore::is_here() const {
    return portal::here(m_business) && portal::here(m_services) && portal::here(m_staff);
}

const Error* BusinessStore::failed() const {
    if (const auto* error = failure(m_business)) return error;
    if (const auto* error = failure(m_services)) return error;
    return failure(m_staff);
}

const api::ServiceView* BusinessStore::service(ServiceId id) const {
    const auto* list = portal::here(m_services);
    if (!list) return nullptr;
    const auto found = std::ranges::find(list->services, id, &api::ServiceView::id);
    return found == list->services.end() ? nullptr : &*found;
}

const api::StaffView* BusinessStore::person(PersonId id) const {
    const auto* list = portal::here(m_staff);
    if (!list) return nullptr;
    const auto found = std::ranges::find(list->staff, id, &api::StaffView::id);
    return found == list->staff.end() ? nullptr : &*found;
}

std::string_view BusinessStore::service_name(ServiceId id) const {
    const auto* found = service(id);
    return found ? std::string_view(found->name) : std::string_view{};
}

std::string_view BusinessStore::person_name(PersonId id) const {
    const auto* found = person(id);
    return found ? std::string_view(found->name) : std::string_view{};
}

ui::Hue BusinessStore::hue(PersonId id) const {
    const auto found = std::ranges::find(m_hues, id, &Coloured::person);
    return found == m_hues.end() ? ui::Hue::slate : found->hue;
}

minutes BusinessStore::free_cancellation() const {
    const auto* business = portal::here(m_business);
    return minutes{business ? business->free_cancellation_minutes : 0};
}

domain::BookingRules BusinessStore::rules() const {
    domain::BookingRules rules;
    const auto* business = portal::here(m_business);
    if (!business) return rules;
    rules.minimum_notice = minutes{business->minimum_notice_minutes};
    rules.horizon = days{static_cast<int>(business->horizon_days)};
    rules.free_cancellation = minutes{business->free_cancellation_minutes};
    rules.free_reschedule = minutes{business->free_reschedule_minutes};
    return rules;
}

}  // namespace loggia::portal
