#pragma once

#include "core/api/endpoints.h"
#include "core/api/json.h"
#include "core/base/result.h"
#include "portal/net/key_source.h"
#include "portal/net/known.h"
#include "ui/host.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace loggia::portal {

using CallId = std::uint32_t;

/// The portal's only way to the server. Every call names a row of the endpoint table; types follow from the name.
/// A call whose answer was lost on the way is sent again with the same key, so that it happens once. A question whose
/// answer is worth keeping is answered from what was last known instead.
class Client {
public:
    explicit Client(std::span<const std::uint8_t, 32> seed) : m_keys(seed) {}

    template <class Reply> using Done = std::function<void(Result<Reply>)>;

    /// With `key` the caller has made one before and sends the same request again.
    template <api::Name name>
    CallId call(const api::RequestOf<name>& request, Done<api::ResponseOf<name>> done, std::string key = {}) {
        using Reply = api::ResponseOf<name>;
        constexpr auto credentials = name.view() == "sign_in" ? Credentials::offered : Credentials::presumed;
        auto read = [done = std::move(done)](Result<std::string> body, Source source) {
            if (!body) return done(std::unexpected(std::move(body).error())), true;
            auto reply = api::decode<Reply>(*body);
            const bool is_readable = reply.has_value();
            if (is_readable || source == Source::server)
                done(is_readable ? std::move(reply) : Result<Reply>(std::unexpected(unreadable_reply())));
            return is_readable;
        };
        return send(api::wire_request<name>(request), credentials, std::move(key), std::move(read));
    }

    /// What a call fails with that nothing answered, and whether a failure is that.
    [[nodiscard]] static Error no_answer();
    [[nodiscard]] static bool is_lost(const Error& error) { return error == no_answer(); }

    [[nodiscard]] std::string new_key() { return m_keys.next(); }

    /// Nobody waits for the answer any more; `done` is not called.
    void cancel(CallId call);

    /// Called when a call is refused because the session has ended.
    void on_signed_out(std::function<void()> listener) { m_on_signed_out = std::move(listener); }

    void receive(const ui::HttpReply& reply);
    void set_online(bool is_online);

    /// Sends again what is due; returns when to look again.
    std::optional<ui::Milliseconds> tick(ui::Milliseconds now);

    /// Hands over what has gathered since the last time.
    void take_into(ui::Host& host);

    [[nodiscard]] bool is_online() const { return m_is_online; }
    [[nodiscard]] Known& known() { return m_known; }
    [[nodiscard]] const Known& known() const { return m_known; }
    /// Whether the answer that is being handed over is what was last known.
    [[nodiscard]] bool is_remembering() const { return m_is_remembering; }
    /// When the build began that is under way, or was last.
    [[nodiscard]] ui::Milliseconds now() const { return m_now; }

private:
    enum class Credentials { offered, presumed };  ///< of a sign-in, whose refusal says nothing about the session

    enum class Source { server, memory };

    /// False if the body could not be read; nobody was told if it came from memory.
    using Read = std::function<bool(Result<std::string>, Source)>;

    struct Call {
        ui::HttpRequest request;
        Credentials credentials;
        Read read;
        PersonId asked_by{};
        int attempts = 1;
        bool waits = false;                     ///< to be sent again
        std::optional<ui::Milliseconds> due{};  ///< when; nothing: decided by the next tick
        ui::Milliseconds delay = 0;
    };

    static Error unreadable_reply();
    CallId send(api::WireRequest wire, Credentials credentials, std::string key, Read read);
    [[nodiscard]] bool answer_from_memory(const Call& call, const ui::HttpReply& reply);
    [[nodiscard]] bool wait_for_another_try(Call& call, const ui::HttpReply& reply) const;

    KeySource m_keys;
    Known m_known;
    std::vector<Call> m_calls;
    std::vector<ui::HttpRequest> m_to_send;
    std::vector<std::uint32_t> m_to_cancel;
    std::function<void()> m_on_signed_out;
    CallId m_last = 0;
    ui::Milliseconds m_now = 0;
    bool m_is_online = true;
    bool m_is_remembering = false;
};

}  // namespace loggia::portal
