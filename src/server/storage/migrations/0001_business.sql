-- A business, its rules, and how far its changes have been counted.
CREATE TABLE business (
    business_id BIGINT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    zone TEXT NOT NULL,
    locale TEXT NOT NULL,
    currency TEXT NOT NULL,
    brand_color TEXT NOT NULL,
    minimum_notice_minutes BIGINT NOT NULL,
    horizon_days BIGINT NOT NULL,
    free_cancellation_minutes BIGINT NOT NULL,
    hold_minutes BIGINT NOT NULL,
    start_grid_minutes BIGINT NOT NULL,
    switches BIGINT NOT NULL
) /*table*/;

CREATE TABLE business_head (
    business_id BIGINT NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL,
    catalog_version BIGINT NOT NULL
) /*table*/;

CREATE TABLE location (
    business_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    zone TEXT NOT NULL,
    PRIMARY KEY (business_id, id)
) /*table*/;
