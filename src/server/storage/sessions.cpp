#include "server/storage/sessions.h"

#include "server/storage/people.h"

namespace loggia::storage {

namespace {

SessionLife life_for(const policy::Actor& actor) {
    return policy::works_here(actor) ? staff_session_life : client_session_life;
}

}  // namespace

Outcome<std::optional<Session>> find_session(const BusinessReader& business, const TokenHash& token, Instant now) {
    Session session;
    {
        auto query = TRY(business.query(
            "SELECT s.person_id, s.created_at, s.last_seen_at, s.expires_at, p.roles_version, s.acting_as "
            "FROM session s JOIN person p ON p.business_id = s.business_id AND p.id = s.person_id "
            "WHERE s.business_id = ?1 AND s.token_hash = ?2",
            token.text));
        if (!TRY(query.next())) return std::nullopt;
        session.person = query.get<PersonId>(0);
        session.created_at = query.get<Instant>(1);
        session.last_seen_at = query.get<Instant>(2);
        session.expires_at = query.get<Instant>(3);
        session.rights = {query.integer(4), policy::role_named(query.text(5))};
    }
    session.actor = TRY(actor_of(business, session.person));
    session.actor.acting_as = session.rights.acting_as;
    // A role given since counts at once: the stricter life holds from then on.
    const SessionLife life = life_for(session.actor);
    if (now >= session.expires_at || now >= session.created_at + life.absolute ||
        now >= session.last_seen_at + life.idle)
        return std::nullopt;
    return session;
}

Outcome<std::optional<SessionRights>> rights_of(const BusinessReader& business, const TokenHash& token) {
    auto query = TRY(business.query("SELECT p.roles_version, s.acting_as FROM session s "
                                    "JOIN person p ON p.business_id = s.business_id AND p.id = s.person_id "
                                    "WHERE s.business_id = ?1 AND s.token_hash = ?2",
                                    token.text));
    if (!TRY(query.next())) return std::nullopt;
    return SessionRights{query.integer(0), policy::role_named(query.text(1))};
}

Outcome<Session> open_session(BusinessWriter& business, PersonId person, const TokenHash& token, Instant now) {
    Session session{person, now, now, now, {}, TRY(actor_of(business, person))};
    session.expires_at = now + life_for(session.actor).absolute;
    TRY(business.run("INSERT INTO session (business_id, token_hash, person_id, created_at, last_seen_at, expires_at) "
                     "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                     token.text, person, session.created_at, session.last_seen_at, session.expires_at));
    return session;
}

Outcome<void> narrow_session(BusinessWriter& business, const TokenHash& token, std::optional<policy::Role> role) {
    const auto name = role ? std::optional(policy::name_of(*role)) : std::nullopt;
    TRY(business.run("UPDATE session SET acting_as = ?3 WHERE business_id = ?1 AND token_hash = ?2", token.text,
                     name));
    return {};
}

Outcome<void> touch_session(BusinessWriter& business, const TokenHash& token, Instant now) {
    TRY(business.run("UPDATE session SET last_seen_at = ?3 WHERE business_id = ?1 AND token_hash = ?2 "
                     "AND last_seen_at < ?3",
                     token.text, now));
    return {};
}

Outcome<void> end_session(BusinessWriter& business, const TokenHash& token) {
    TRY(business.run("DELETE FROM session WHERE business_id = ?1 AND token_hash = ?2", token.text));
    return {};
}

Outcome<void> end_all_sessions(BusinessWriter& business, PersonId person) {
    TRY(business.run("DELETE FROM session WHERE business_id = ?1 AND person_id = ?2", person));
    return {};
}

}  // namespace loggia::storage
