#pragma once

#include "core/api/endpoints.h"
#include "core/api/json.h"
#include "core/base/result.h"
#include "portal/net/key_source.h"
#include "ui/host.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace loggia::portal {

using CallId = std::uint32_t;

/// The portal's only way to the server. Every call names a row of the endpoint table; types follow from the name.
/// A call whose answer was lost on the way is sent again with the same key, so that it happens once.
class Client {
public:
    explicit Client(std::span<const std::uint8_t, 32> seed) : m_keys(seed) {}

    template <class Reply> using Done = std::function<void(Result<Reply>)>;

    /// With `key` the caller has made one before and sends the same request again.
    template <api::Name name>
    CallId call(const api::RequestOf<name>& request, Done<api::ResponseOf<name>> done, std::string key = {}) {
        using Reply = api::ResponseOf<name>;
        constexpr auto credentials = name.view() == "sign_in" ? Credentials::offered : Credentials::presumed;
        auto read = [done = std::move(done)](Result<std::string> body) {
            if (!body) return done(std::unexpected(std::move(body).error()));
            auto reply = api::decode<Reply>(*body);
            done(reply ? std::move(reply) : Result<Reply>(std::unexpected(unreadable_reply())));
        };
        return send(api::wire_request<name>(request), credentials, std::move(key), std::move(read));
    }

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

private:
    enum class Credentials { offered, presumed };  ///< of a sign-in, whose refusal says nothing about the session

    struct Call {
        ui::HttpRequest request;
        Credentials credentials;
        std::function<void(Result<std::string>)> done;
        int attempts = 1;
        bool waits = false;                     ///< to be sent again
        std::optional<ui::Milliseconds> due{};  ///< when; nothing: decided by the next tick
        ui::Milliseconds delay = 0;
    };

    static Error unreadable_reply();
    CallId send(api::WireRequest wire, Credentials credentials, std::string key,
                std::function<void(Result<std::string>)> done);
    [[nodiscard]] bool wait_for_another_try(Call& call, const ui::HttpReply& reply) const;

    KeySource m_keys;
    std::vector<Call> m_calls;
    std::vector<ui::HttpRequest> m_to_send;
    std::vector<std::uint32_t> m_to_cancel;
    std::function<void()> m_on_signed_out;
    CallId m_last = 0;
    bool m_is_online = true;
};

}  // namespace loggia::portal
