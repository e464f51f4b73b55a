-- What readers follow, who is signed in, and what was answered.
CREATE TABLE change (
    business_id BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    booking_id BIGINT NOT NULL,
    on_day BIGINT NOT NULL,      -- days since 1970-01-01, in the location's zone
    PRIMARY KEY (business_id, seq)
) /*clustered table*/;

CREATE TABLE session (
    business_id BIGINT NOT NULL,
    token_hash TEXT NOT NULL,
    person_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (business_id, token_hash)
) /*clustered table*/;

CREATE INDEX session_by_person ON session (business_id, person_id);
CREATE INDEX session_by_end ON session (business_id, expires_at);

CREATE TABLE answer (
    business_id BIGINT NOT NULL,
    actor_id BIGINT NOT NULL,    -- 0 for a visitor
    key_hash TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    status BIGINT NOT NULL,
    sealed_json TEXT NOT NULL,
    answered_at BIGINT NOT NULL,
    PRIMARY KEY (business_id, actor_id, key_hash)
) /*table*/;

CREATE INDEX answer_by_age ON answer (business_id, answered_at);
