-- The roles that a business made, in all their versions; who holds them; and who changed what, by which right.
ALTER TABLE person ADD COLUMN roles_version BIGINT NOT NULL DEFAULT 0;

ALTER TABLE session ADD COLUMN acting_as TEXT;

CREATE TABLE custom_role (
    business_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    made_from TEXT NOT NULL,
    is_removed BIGINT NOT NULL,
    PRIMARY KEY (business_id, id, version)
) /*table*/;

CREATE TABLE custom_role_grant (
    business_id BIGINT NOT NULL,
    role_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    permission TEXT NOT NULL,
    reach TEXT NOT NULL,
    condition TEXT NOT NULL,
    may_touch TEXT NOT NULL,     -- names of roles, a blank between them
    PRIMARY KEY (business_id, role_id, version, permission)
) /*clustered table*/;

CREATE TABLE person_custom_role (
    business_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    role_id BIGINT NOT NULL,
    PRIMARY KEY (business_id, person_id, role_id)
) /*clustered table*/;

-- Only ever added to.
CREATE TABLE audit_entry (
    business_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    author_id BIGINT NOT NULL,
    permission TEXT NOT NULL,    -- that was used
    granted_by TEXT NOT NULL,    -- the author's role whose grant allowed it
    granted_by_custom_role BIGINT,
    acting_as TEXT,
    person_id BIGINT,            -- whose roles
    booking_id BIGINT,
    custom_role_id BIGINT,
    custom_role_version BIGINT,
    switch TEXT,
    before_change TEXT NOT NULL, -- a name on each line
    after_change TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (business_id, id)
) /*table*/;

CREATE INDEX audit_entry_by_person ON audit_entry (business_id, person_id);

-- The last day on which somebody at work used a permission.
CREATE TABLE permission_use (
    business_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    permission TEXT NOT NULL,
    used_on BIGINT NOT NULL,     -- days since 1970-01-01
    PRIMARY KEY (business_id, person_id, permission)
) /*clustered table*/;
