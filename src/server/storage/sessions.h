#pragma once

#include "core/policy/decide.h"
#include "server/storage/store.h"

#include <optional>
#include <string>

namespace loggia::storage {

/// What is stored of a session token: `hash_of_secret` of it (digest.h). The token itself is never stored.
struct TokenHash {
    std::string text;
};

/// How long a session lives: idle, and at all.
struct SessionLife {
    seconds idle{};
    seconds absolute{};
};
inline constexpr SessionLife staff_session_life{minutes{30}, hours{12}};
inline constexpr SessionLife client_session_life{days{14}, days{30}};
inline constexpr seconds session_touch_interval{60};

/// What the rights of a session hang on: as long as it is the same, and so is the catalog, they are.
struct SessionRights {
    std::int64_t roles_version = 0;
    std::optional<policy::Role> acting_as;
    bool operator==(const SessionRights&) const = default;
};

struct Session {
    PersonId person;
    Instant created_at;
    Instant last_seen_at;
    Instant expires_at;  ///< at the latest
    SessionRights rights;
    policy::Actor actor;

    /// Whether it is time to store that it was seen: at most once a minute.
    [[nodiscard]] bool wants_touch(Instant now) const { return now >= last_seen_at + session_touch_interval; }
};

/// The session of a token, and who asks. Nothing if there is none, it was idle for too long or it has ended.
[[nodiscard]] Outcome<std::optional<Session>> find_session(const BusinessReader& business, const TokenHash& token,
                                                           Instant now);

/// Nothing if there is no such session any more.
[[nodiscard]] Outcome<std::optional<SessionRights>> rights_of(const BusinessReader& business, const TokenHash& token);

/// A new session; always with a fresh token. The life follows the person's roles.
Outcome<Session> open_session(BusinessWriter& business, PersonId person, const TokenHash& token, Instant now);

/// Lets it act as one of the person's roles from now on, or as all of them again.
Outcome<void> narrow_session(BusinessWriter& business, const TokenHash& token, std::optional<policy::Role> role);

/// Seen just now. Nothing happens if the session has gone.
Outcome<void> touch_session(BusinessWriter& business, const TokenHash& token, Instant now);

/// Nothing happens if there is none.
Outcome<void> end_session(BusinessWriter& business, const TokenHash& token);
Outcome<void> end_all_sessions(BusinessWriter& business, PersonId person);

}  // namespace loggia::storage
