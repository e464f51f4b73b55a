-- What can be booked, who performs it and where.
CREATE TABLE room (
    business_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    location_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (business_id, id)
) /*table*/;

CREATE TABLE service (
    business_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    icon TEXT NOT NULL,
    duration_minutes BIGINT NOT NULL,
    buffer_before_minutes BIGINT NOT NULL,
    buffer_after_minutes BIGINT NOT NULL,
    price_minor_units BIGINT NOT NULL,
    currency TEXT NOT NULL,
    needs_room BIGINT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (business_id, id)
) /*table*/;

CREATE TABLE service_performer (
    business_id BIGINT NOT NULL,
    service_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    PRIMARY KEY (business_id, service_id, position)
) /*clustered table*/;

CREATE TABLE service_room (
    business_id BIGINT NOT NULL,
    service_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    room_id BIGINT NOT NULL,
    PRIMARY KEY (business_id, service_id, position)
) /*clustered table*/;
