-- What became of each booking: a row for each change, with what it was from then on.
CREATE TABLE booking_version (
    business_id BIGINT NOT NULL,
    booking_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    operation TEXT NOT NULL,
    status TEXT NOT NULL,
    staff_id BIGINT NOT NULL,
    room_id BIGINT,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    author_id BIGINT,            -- nothing: nobody did it, a time ran out
    made_at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (business_id, booking_id, version)
) /*clustered table*/;

ALTER TABLE booking ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE business ADD COLUMN free_reschedule_minutes BIGINT NOT NULL DEFAULT 1440;
