-- Keys that say who made them, when they were used and when they end.

ALTER TABLE api_keys ADD COLUMN created_by text NOT NULL DEFAULT '';

ALTER TABLE api_keys ADD COLUMN last_used_at timestamptz;

ALTER TABLE api_keys ADD COLUMN expires_at timestamptz;

ALTER TABLE api_keys ADD COLUMN revoked_by text;

-- The key that took its place when it was regenerated.
ALTER TABLE api_keys ADD COLUMN replaced_by text;

-- Order of the list, and what a page token points to.
ALTER TABLE api_keys ADD COLUMN seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE;

CREATE INDEX api_keys_by_org ON api_keys (org_id, seq);
