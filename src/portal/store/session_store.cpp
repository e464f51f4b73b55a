#include "portal/store/session_store.h"

#include <utility>

namespace loggia::portal {

namespace {

bool is_same_person(const api::SessionView& one, const api::SessionView& other) {
    return one.person.has_value() == other.person.has_value() && (!one.person || one.person->id == other.person->id);
}

/// Of the same person.
bool has_same_rights(const api::SessionView& one, const api::SessionView& other) {
    return one.acting_as == other.acting_as && one.switches == other.switches &&
           (!one.person ||
            (one.person->roles == other.person->roles && one.person->custom_roles == other.person->custom_roles));
}

}  // namespace

void SessionStore::load() {
    if (is_loading(m_state)) return;
    if (!here(m_state)) m_state = Loading{};
    m_client.call<"show_session">({}, [this](Result<api::SessionView> reply) {
        if (reply) return accept(std::move(*reply));
        if (!here(m_state)) m_state = std::move(reply).error();
    });
}

void SessionStore::accept(api::SessionView view) {
    const bool was_here = here(m_state) != nullptr;
    const auto before = current().view();
    m_client.known().belongs_to(view.person ? std::optional(view.person->id) : std::nullopt);
    m_state = Session(std::move(view));
    if (!was_here) return;
    const auto& after = current().view();
    if (!is_same_person(before, after)) {
        if (m_on_change) m_on_change();
    } else if (m_on_other_rights && !has_same_rights(before, after)) {
        m_on_other_rights();
    }
}

void SessionStore::accept_new(api::SessionView view) {
    const std::string body = api::encode(view);
    accept(std::move(view));
    auto& known = m_client.known();
    known.keep("/api/session", known.owner(), m_client.now(), body);
}

void SessionStore::sign_in(const api::SignIn& credentials) {
    m_signing_in = Loading{};
    m_client.call<"sign_in">(credentials, [this](Result<api::SessionView> reply) {
        m_signing_in = remote_of(reply);
        if (reply) accept_new(std::move(*reply));
    });
}

void SessionStore::register_client(const api::Registration& registration) {
    m_registering = Loading{};
    m_client.call<"register_client">(registration, [this](Result<api::SessionView> reply) {
        m_registering = remote_of(reply);
        if (reply) accept_new(std::move(*reply));
    });
}

void SessionStore::sign_out() {
    if (std::exchange(m_is_signing_out, true)) return;
    m_client.call<"sign_out">({}, [this](Result<api::SessionView> reply) {
        m_is_signing_out = false;
        forget_attempts();
        if (reply) accept_new(std::move(*reply));
    });
}

void SessionStore::act_as(std::optional<policy::Role> role) {
    if (is_loading(m_narrowing)) return;
    m_narrowing = Loading{};
    m_client.call<"act_as">({role}, [this](Result<api::SessionView> reply) {
        m_narrowing = remote_of(reply);
        if (reply) accept_new(std::move(*reply));
    });
}

void SessionStore::add_dependent(const api::NewDependent& dependent) {
    m_adding = Loading{};
    m_client.call<"add_dependent">(dependent, [this](Result<api::DependentView> reply) {
        m_adding = remote_of(reply);
        const auto* session = here(m_state);
        if (!reply || !session || !session->is_signed_in()) return;
        auto view = session->view();
        view.person->dependents.push_back(std::move(*reply));
        accept_new(std::move(view));
    });
}

const Session& SessionStore::current() const {
    const auto* session = here(m_state);
    return session ? *session : m_visitor;
}

void SessionStore::forget_attempts() {
    m_signing_in = NotAsked{};
    m_registering = NotAsked{};
    m_adding = NotAsked{};
    m_narrowing = NotAsked{};
}

}  // namespace loggia::portal
