-- Every state that a rule was ever in. Rows are added and never changed; they go with their org only.

ALTER TABLE orgs ADD COLUMN rules_revision bigint NOT NULL DEFAULT 1;

-- Orgs that are there already have clients that send no If-Match; those made from now on ask for it.
ALTER TABLE orgs ADD COLUMN requires_revision boolean NOT NULL DEFAULT false;
ALTER TABLE orgs ALTER COLUMN requires_revision SET DEFAULT true;

ALTER TABLE element_rules ADD COLUMN revision bigint NOT NULL DEFAULT 1;
ALTER TABLE element_rules ALTER COLUMN revision DROP DEFAULT;

CREATE TABLE rule_versions (
  org_id text NOT NULL REFERENCES orgs (id) ON DELETE CASCADE,
  rule_id text NOT NULL,
  revision bigint NOT NULL,
  org_revision bigint NOT NULL,
  cause text NOT NULL CHECK (cause IN ('seed', 'create', 'update', 'delete', 'restore', 'proposal')),
  at timestamptz NOT NULL,
  by_email text NOT NULL,
  by_key_id text,
  request_id text,
  proposal_id text,
  created_at timestamptz NOT NULL,
  content jsonb,
  PRIMARY KEY (org_id, rule_id, revision),
  UNIQUE (org_id, org_revision, rule_id)
);

INSERT INTO rule_versions (org_id, rule_id, revision, org_revision, cause, at, by_email, created_at, content)
SELECT org_id, id, 1, 1, 'seed', last_updated, last_updated_by, created_at, jsonb_build_object(
  'name', name, 'description', description, 'selector', selector, 'exceptionSelectors', exception_selectors,
  'action', action, 'consent', consent, 'scope', scope, 'platforms', platforms, 'editable', editable,
  'groupId', group_id, 'targetDomains', target_domains)
FROM element_rules;

-- On one line: a statement ends with a semicolon at the end of a line.
CREATE FUNCTION scrim_keep_version() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN IF TG_OP = ''DELETE'' AND NOT EXISTS (SELECT 1 FROM orgs WHERE id = OLD.org_id) THEN RETURN OLD; END IF; RAISE EXCEPTION ''rule_versions is append-only''; END';

CREATE TRIGGER rule_versions_append_only BEFORE UPDATE OR DELETE ON rule_versions
  FOR EACH ROW EXECUTE FUNCTION scrim_keep_version();
