-- Everyone the business knows: clients, dependents, staff.
CREATE TABLE person (
    business_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    email TEXT,              -- lower case; nothing for dependents
    phone TEXT NOT NULL,
    born BIGINT,             -- days since 1970-01-01
    account_manager BIGINT,
    color TEXT NOT NULL,
    password_hash TEXT,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (business_id, id),
    UNIQUE (business_id, email)
) /*table*/;

CREATE INDEX person_by_account_manager ON person (business_id, account_manager);

CREATE TABLE person_role (
    business_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (business_id, person_id, role)
) /*clustered table*/;

CREATE TABLE working_hours (
    business_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    weekday BIGINT NOT NULL,     -- 0 is Sunday
    from_minute BIGINT NOT NULL, -- since local midnight
    to_minute BIGINT NOT NULL,
    PRIMARY KEY (business_id, person_id, weekday, from_minute)
) /*clustered table*/;
