#include "server/credentials.h"

#include "core/base/text.h"
#include "server/auth/session_cookie.h"
#include "server/endpoints/answer_once.h"
#include "server/endpoints/handlers.h"
#include "server/storage/digest.h"
#include "server/storage/people.h"

namespace loggia::server {

namespace {

using auth::HashingWorker;
using storage::BusinessReader;
using storage::BusinessWriter;

constexpr int retry_after_hashing_seconds = 2;

auth::Transport transport_of(const Incoming& incoming) {
    return incoming.request.is_local() ? auth::Transport::local : auth::Transport::tls;
}

Error too_busy() {
    return {ErrorCode::unavailable,
            "Many people are signing in right now; try again in a moment.",
            {},
            retry_after_hashing_seconds};
}

seconds session_life(const api::SessionView& session) {
    const auto& person = session.person;
    const bool works_here =
        person && (policy::is_staff(policy::set_of(person->roles)) || !person->custom_roles.empty());
    return (works_here ? storage::staff_session_life : storage::client_session_life).absolute;
}

/// The token goes to the browser, and nowhere else.
struct FreshToken {
    std::string token = auth::new_session_token();
    [[nodiscard]] storage::TokenHash hash() const { return {storage::hash_of_secret(token)}; }
};

void answer_with_session(Incoming& incoming, const Result<api::SessionView>& session, const FreshToken& fresh) {
    if (!session) return incoming.fail(session.error());
    http::Response response = http::Response::json(200, api::encode(*session));
    response.add_header("Set-Cookie",
                        auth::session_cookie(fresh.token, transport_of(incoming), session_life(*session)));
    incoming.answer(std::move(response));
}

void open_session(Conversation<api::SignIn> conversation, PersonId person) {
    const FreshToken fresh;
    const SharedServices& shared = conversation.services.shared;
    auto call = conversation.call_with(api::Nothing{});
    shared.writer.submit(
        shared.business,
        [call = std::move(call), person, token = fresh.hash(),
         previous = conversation.caller.token](BusinessWriter& business) -> Result<api::SessionView> {
            if (previous) TRY(storage::end_session(business, *previous));
            return endpoints::sign_in(call, person, token, business);
        },
        [incoming = std::move(conversation.incoming), fresh](const Result<api::SessionView>& session) mutable {
            answer_with_session(incoming, session, fresh);
        });
}

/// Registers once for a key; a session is opened for each repetition that proves it knows key and password.
Result<api::SessionView> register_and_open(const endpoints::Call<api::Registration>& call,
                                           const storage::IdempotencyKey& key, const storage::PasswordHash& password,
                                           const storage::TokenHash& token, BusinessWriter& business) {
    const auto answer = TRY(endpoints::answer_once(business, key, call.now, [&](BusinessWriter& same_business) {
        return endpoints::register_client(call, password, same_business);
    }));
    auto session = TRY(api::decode<api::SessionView>(answer.json));
    if (session.person) TRY(storage::open_session(business, session.person->id, token, call.now));
    return session;
}

}  // namespace

void sign_in(Conversation<api::SignIn> conversation) {
    Services& services = conversation.services;
    const std::string account = text::ascii_lower(text::trimmed(conversation.request.email));
    if (const int wait = services.shared.limits.failures.wait(account, auth::LimitClock::now()); wait > 0)
        return conversation.incoming.fail(
            {ErrorCode::rate_limited, "Too many failed attempts for this e-mail; wait, then try again.", {}, wait});
    auto credentials = services.reader.read(
        services.shared.business, [&](const BusinessReader& business) -> Result<std::optional<storage::Credentials>> {
            return storage::find_credentials(business, account);
        });
    if (!credentials) return conversation.incoming.fail(credentials.error());

    services.shared.hashing.submit([conversation = std::move(conversation), credentials = *std::move(credentials),
                                    account](HashingWorker::Turn turn) mutable {
        if (turn == HashingWorker::Turn::refused) return conversation.incoming.fail(too_busy());
        const SharedServices& shared = conversation.services.shared;
        const std::string& password = conversation.request.password;
        const bool is_right = credentials ? shared.passwords.verify(credentials->password.text, password)
                                          : shared.passwords.verify_nobody(password);
        if (!is_right) {
            shared.limits.failures.failed(account, auth::LimitClock::now());
            return conversation.incoming.fail(
                {ErrorCode::unauthenticated, "The e-mail or the password is wrong.", "password", 0});
        }
        shared.limits.failures.succeeded(account);
        open_session(std::move(conversation), credentials->person);
    });
}

void register_client(Conversation<api::Registration> conversation) {
    Services& services = conversation.services;
    auto key = idempotency_key_of(conversation.incoming, conversation.caller.actor);
    if (!key) return conversation.incoming.fail(key.error());
    auto call = conversation.call_with(conversation.request);
    // A repetition would fail the check, because its first run took the e-mail: its answer is already there.
    const auto check =
        services.reader.read(services.shared.business, [&](const BusinessReader& business) -> Result<api::Nothing> {
            if (TRY(storage::find_answer(business, *key))) return api::Nothing{};
            return endpoints::check_registration(call, business);
        });
    if (!check) return conversation.incoming.fail(check.error());

    services.shared.hashing.submit([conversation = std::move(conversation), call = std::move(call),
                                    key = *std::move(key)](HashingWorker::Turn turn) mutable {
        if (turn == HashingWorker::Turn::refused) return conversation.incoming.fail(too_busy());
        const SharedServices& shared = conversation.services.shared;
        storage::PasswordHash password{shared.passwords.hash(conversation.request.password)};
        if (password.text.empty()) return conversation.incoming.fail(too_busy());
        const FreshToken fresh;
        shared.writer.submit(
            shared.business,
            [call = std::move(call), key = std::move(key), password = std::move(password), token = fresh.hash()](
                BusinessWriter& business) { return register_and_open(call, key, password, token, business); },
            [incoming = std::move(conversation.incoming), fresh](const Result<api::SessionView>& session) mutable {
                answer_with_session(incoming, session, fresh);
            });
    });
}

void sign_out(Conversation<api::Nothing> conversation) {
    const SharedServices& shared = conversation.services.shared;
    auto call = conversation.call_with(api::Nothing{});
    shared.writer.submit(
        shared.business,
        [call = std::move(call), token = conversation.caller.token.value_or(storage::TokenHash{})](
            BusinessWriter& business) { return endpoints::sign_out(call, token, business); },
        [incoming = std::move(conversation.incoming)](const Result<api::SessionView>& session) mutable {
            if (!session) return incoming.fail(session.error());
            http::Response response = http::Response::json(200, api::encode(*session));
            response.add_header("Set-Cookie", auth::ended_session_cookie(transport_of(incoming)));
            response.add_header("Clear-Site-Data", "\"cookies\"");
            incoming.answer(std::move(response));
        });
}

void act_as(Conversation<api::ActingAs> conversation) {
    const SharedServices& shared = conversation.services.shared;
    auto call = conversation.call_with(conversation.request);
    shared.writer.submit(
        shared.business,
        [call = std::move(call), token = conversation.caller.token.value_or(storage::TokenHash{})](
            BusinessWriter& business) { return endpoints::act_as(call, token, business); },
        [incoming = std::move(conversation.incoming)](const Result<api::SessionView>& session) mutable {
            if (!session) return incoming.fail(session.error());
            incoming.answer(http::Response::json(200, api::encode(*session)));
        });
}

}  // namespace loggia::server
