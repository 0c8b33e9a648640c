-- Statements end with a semicolon at the end of a line; runMigrations splits there.

CREATE TABLE orgs (
  id text PRIMARY KEY,
  name text NOT NULL,
  default_privacy_mode text NOT NULL,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  last_updated timestamptz NOT NULL,
  last_updated_by text NOT NULL
);

CREATE TABLE api_keys (
  id text PRIMARY KEY,
  org_id text NOT NULL REFERENCES orgs (id) ON DELETE CASCADE,
  email text NOT NULL,
  role text NOT NULL CHECK (role IN ('USER', 'ARCHITECT', 'ADMIN')),
  key_hash text NOT NULL,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz
);

CREATE TABLE rule_groups (
  org_id text NOT NULL REFERENCES orgs (id) ON DELETE CASCADE,
  id text NOT NULL,
  template_id text NOT NULL,
  note text NOT NULL,
  scope_override text,
  PRIMARY KEY (org_id, id)
);

CREATE TABLE element_rules (
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  id text PRIMARY KEY,
  org_id text NOT NULL REFERENCES orgs (id) ON DELETE CASCADE,
  name text NOT NULL,
  description text NOT NULL,
  selector text NOT NULL,
  exception_selectors jsonb NOT NULL,
  action text NOT NULL,
  consent boolean NOT NULL,
  scope text NOT NULL,
  platforms jsonb NOT NULL,
  editable text NOT NULL,
  group_id text NOT NULL,
  target_domains jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  last_updated timestamptz NOT NULL,
  last_updated_by text NOT NULL
);

CREATE INDEX element_rules_by_org ON element_rules (org_id, seq);

CREATE TABLE idempotent_answers (
  org_id text NOT NULL REFERENCES orgs (id) ON DELETE CASCADE,
  key text NOT NULL,
  request_hash text NOT NULL,
  status integer,
  body text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, key)
);
