#include "portal/store/hold_store.h"

#include "core/base/text.h"
#include "portal/words/own_failures.h"

#include <utility>

namespace loggia::portal {

namespace {
constexpr std::string_view hold_key = "hold";
}

/// "<person asked for, or nothing> <the hold as JSON>". Each tab is an attempt of its own, with a time of its own.
void HoldStore::keep() {
    const auto* hold = here(m_state);
    if (!hold || !m_wish) return m_kept.remove(hold_key, ui::KeptBy::tab);
    const std::string person = m_wish->person_id ? std::to_string(m_wish->person_id->value) : std::string{};
    m_kept.put(hold_key, person + " " + api::encode(*hold), ui::KeptBy::tab);
}

void HoldStore::restore() {
    const std::string_view kept = m_kept.get(hold_key);
    const auto space = kept.find(' ');
    if (space == std::string_view::npos) return;
    auto hold = api::decode<api::HoldView>(kept.substr(space + 1));
    if (!hold) return m_kept.remove(hold_key, ui::KeptBy::tab);
    std::optional<PersonId> person;
    if (const auto value = text::to_integer(kept.substr(0, space))) person = PersonId{*value};
    m_wish = api::HoldRequest{hold->service_id, person, hold->starts_at};
    m_state = std::move(*hold);
}

const Remote<api::HoldView>& HoldStore::want(const api::HoldRequest& wish, Instant now) {
    if (m_wish != wish) {
        release();
        ask(wish);
    } else if (const auto* hold = here(m_state); hold && hold->expires_at <= now) {
        lose({ErrorCode::conflict, std::string(own_failure::hold_is_over), {}, 0});
    }
    return m_state;
}

void HoldStore::ask(const api::HoldRequest& wish) {
    m_wish = wish;
    m_state = Loading{};
    m_client.call<"create_hold">(wish, [this, wish](Result<api::HoldView> reply) {
        if (m_wish != wish || !is_loading(m_state)) {
            if (reply) give_back(*reply);
            return;
        }
        m_state = remote_of(std::move(reply));
        if (failure(m_state)) m_free_times.mark_all_stale();
        keep();
    });
}

void HoldStore::give_back(const api::HoldView& hold) {
    ++m_releases;
    m_client.call<"release_hold">({hold.id, hold.secret}, [this](Result<api::Nothing>) {
        --m_releases;
        m_free_times.mark_all_stale();
    });
}

void HoldStore::release() {
    if (const auto* hold = here(m_state)) give_back(*hold);
    forget();
}

void HoldStore::lose(Error reason) {
    m_state = std::move(reason);
    m_free_times.mark_all_stale();
    keep();
}

void HoldStore::forget() {
    m_wish.reset();
    m_state = NotAsked{};
    keep();
}

void HoldStore::try_again() {
    if (!m_wish || !failure(m_state)) return;
    ask(*m_wish);
}

}  // namespace loggia::portal
