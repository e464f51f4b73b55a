#include "portal/store/session_store.h"

#include <utility>

namespace loggia::portal {

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
    const auto before = current().actor().person;
    m_client.known().belongs_to(view.person ? std::optional(view.person->id) : std::nullopt);
    m_state = Session(std::move(view));
    if (m_on_change && was_here && before != current().actor().person) m_on_change();
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
}

}  // namespace loggia::portal
