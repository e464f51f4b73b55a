-- Which role model the business runs by: a name of core/policy/models.
ALTER TABLE business ADD COLUMN role_model TEXT NOT NULL DEFAULT 'studio';
