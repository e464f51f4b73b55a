-- What clients book of some services is a request until somebody approves it.
ALTER TABLE service ADD COLUMN needs_approval BIGINT NOT NULL DEFAULT 0;

-- Visits that were booked as one, every week say.
ALTER TABLE booking ADD COLUMN series_id BIGINT;

-- The secret address at which other calendars read what somebody is booked for.
CREATE TABLE calendar_feed (
    business_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    secret_hash TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (business_id, person_id)
) /*clustered table*/;

CREATE INDEX calendar_feed_by_secret ON calendar_feed (business_id, secret_hash);

CREATE INDEX audit_entry_by_custom_role ON audit_entry (business_id, custom_role_id);
