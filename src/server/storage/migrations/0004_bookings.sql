-- Bookings, and the five-minute cells (floor(utc seconds / 300)) they take of people and rooms.
CREATE TABLE booking (
    business_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    status TEXT NOT NULL,
    service_id BIGINT NOT NULL,
    staff_id BIGINT NOT NULL,
    room_id BIGINT,
    client_id BIGINT,            -- nothing while held
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    from_cell BIGINT NOT NULL,
    to_cell BIGINT NOT NULL,
    price_minor_units BIGINT NOT NULL,
    currency TEXT NOT NULL,
    secret_hash TEXT NOT NULL,
    expires_at BIGINT,           -- of a hold
    created_at BIGINT NOT NULL,
    PRIMARY KEY (business_id, id),
    CHECK (starts_at < ends_at),
    CHECK (from_cell < to_cell)
) /*clustered table*/;

CREATE INDEX booking_by_start ON booking (business_id, starts_at);
CREATE INDEX booking_by_staff ON booking (business_id, staff_id, starts_at);
CREATE INDEX booking_by_client ON booking (business_id, client_id, starts_at) WHERE client_id IS NOT NULL;
CREATE INDEX booking_held ON booking (business_id, expires_at) WHERE status = 'held';
CREATE INDEX booking_abandoned ON booking (business_id, created_at)
    WHERE client_id IS NULL AND status = 'cancelled';

-- A second booking of the same time cannot be written: that is all this table is for.
CREATE TABLE claim (
    business_id BIGINT NOT NULL,
    resource_id BIGINT NOT NULL,
    unit BIGINT NOT NULL,        -- the seat, where a resource has several
    cell BIGINT NOT NULL,
    booking_id BIGINT NOT NULL,
    PRIMARY KEY (business_id, resource_id, unit, cell)
) /*clustered table*/;
