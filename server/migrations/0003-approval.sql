-- What a second person has to let through, and the changes that wait for one.

ALTER TABLE orgs ADD COLUMN approval text NOT NULL DEFAULT 'none'
  CHECK (approval IN ('none', 'reveals', 'live', 'all'));
ALTER TABLE orgs ADD COLUMN policy_revision bigint NOT NULL DEFAULT 1;

CREATE TABLE proposals (
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  id text PRIMARY KEY,
  org_id text NOT NULL REFERENCES orgs (id) ON DELETE CASCADE,
  key text NOT NULL,
  request_hash text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'merged', 'declined', 'withdrawn')),
  title text NOT NULL,
  description text NOT NULL,
  changes jsonb NOT NULL,
  policy jsonb,
  opened_at timestamptz NOT NULL,
  opened_by text NOT NULL,
  opened_key_id text NOT NULL,
  decided_at timestamptz,
  decided_by text,
  decided_key_id text,
  UNIQUE (org_id, key),
  CHECK ((state = 'open') = (decided_at IS NULL))
);

CREATE INDEX proposals_by_org ON proposals (org_id, state, seq);
