-- When places are open and people work, what there is several times over, and how much anybody is given.
CREATE TABLE opening_hours (
    business_id BIGINT NOT NULL,
    location_id BIGINT NOT NULL,
    weekday BIGINT NOT NULL,     -- 0 is Sunday
    from_minute BIGINT NOT NULL, -- since local midnight
    to_minute BIGINT NOT NULL,   -- beyond 1440: into the next day
    PRIMARY KEY (business_id, location_id, weekday, from_minute)
) /*clustered table*/;

CREATE TABLE closure (
    business_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    location_id BIGINT,          -- nothing: all of them
    name TEXT NOT NULL,
    from_day BIGINT NOT NULL,    -- days since 1970-01-01
    to_day BIGINT NOT NULL,      -- included
    from_minute BIGINT NOT NULL, -- of each of these days
    to_minute BIGINT NOT NULL,
    PRIMARY KEY (business_id, id)
) /*table*/;

-- Nobody begins to work in two places at once, so where it is needs no place in the key.
ALTER TABLE working_hours ADD COLUMN location_id BIGINT NOT NULL DEFAULT 0;

UPDATE working_hours SET location_id = COALESCE(
    (SELECT MIN(l.id) FROM location l WHERE l.business_id = working_hours.business_id), 0);

-- A date on which somebody does not work by the hours of the weekday, and by which instead: none without rows below.
CREATE TABLE working_date (
    business_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    on_day BIGINT NOT NULL,      -- days since 1970-01-01
    PRIMARY KEY (business_id, person_id, on_day)
) /*clustered table*/;

CREATE TABLE working_date_hours (
    business_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    on_day BIGINT NOT NULL,
    from_minute BIGINT NOT NULL,
    to_minute BIGINT NOT NULL,
    location_id BIGINT NOT NULL,
    PRIMARY KEY (business_id, person_id, on_day, from_minute)
) /*clustered table*/;

CREATE TABLE person_leave (
    business_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    from_time BIGINT NOT NULL,
    to_time BIGINT NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (business_id, id)
) /*table*/;

CREATE INDEX person_leave_by_person ON person_leave (business_id, person_id, from_time);

CREATE TABLE work_limits (
    business_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    bookings_a_day BIGINT,
    bookings_a_week BIGINT,
    minutes_a_day BIGINT,
    minutes_a_week BIGINT,
    PRIMARY KEY (business_id, person_id)
) /*clustered table*/;

ALTER TABLE room ADD COLUMN capacity BIGINT NOT NULL DEFAULT 1;

CREATE TABLE room_hours (
    business_id BIGINT NOT NULL,
    room_id BIGINT NOT NULL,
    weekday BIGINT NOT NULL,
    from_minute BIGINT NOT NULL,
    to_minute BIGINT NOT NULL,
    PRIMARY KEY (business_id, room_id, weekday, from_minute)
) /*clustered table*/;

-- Numbered together with people and rooms, as all that has claims.
CREATE TABLE equipment (
    business_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    location_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    units BIGINT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (business_id, id)
) /*table*/;

CREATE TABLE service_equipment (
    business_id BIGINT NOT NULL,
    service_id BIGINT NOT NULL,
    equipment_id BIGINT NOT NULL,
    units BIGINT NOT NULL,
    PRIMARY KEY (business_id, service_id, equipment_id)
) /*clustered table*/;

-- What one performer does otherwise than the service says.
CREATE TABLE service_terms (
    business_id BIGINT NOT NULL,
    service_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    duration_minutes BIGINT,
    buffer_before_minutes BIGINT,
    buffer_after_minutes BIGINT,
    price_minor_units BIGINT,
    PRIMARY KEY (business_id, service_id, person_id)
) /*clustered table*/;

ALTER TABLE service ADD COLUMN minimum_notice_minutes BIGINT;
ALTER TABLE service ADD COLUMN horizon_days BIGINT;
ALTER TABLE service ADD COLUMN cut_off_days BIGINT;
ALTER TABLE service ADD COLUMN cut_off_minute BIGINT;

ALTER TABLE business ADD COLUMN cut_off_days BIGINT;
ALTER TABLE business ADD COLUMN cut_off_minute BIGINT;
ALTER TABLE business ADD COLUMN client_open_bookings BIGINT;
ALTER TABLE business ADD COLUMN client_bookings_a_day BIGINT;
ALTER TABLE business ADD COLUMN client_bookings_a_week BIGINT;

-- What a booking takes besides its person and its room, so that it can be given back.
CREATE TABLE booking_equipment (
    business_id BIGINT NOT NULL,
    booking_id BIGINT NOT NULL,
    equipment_id BIGINT NOT NULL,
    units BIGINT NOT NULL,
    PRIMARY KEY (business_id, booking_id, equipment_id)
) /*clustered table*/;
