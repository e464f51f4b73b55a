-- 1 for a business that is only there to be looked at: everybody may come in as anybody of it.
ALTER TABLE business ADD COLUMN is_demo BIGINT NOT NULL DEFAULT 0;
