-- Who did what, for ever. No foreign key: an org that is deleted keeps its history.
-- `detail` is text and not jsonb, so that its hash can be made again from what is stored.

CREATE TABLE audit_entries (
  org_id text NOT NULL,
  seq bigint NOT NULL,
  at timestamptz NOT NULL,
  key_id text NOT NULL,
  email text NOT NULL,
  action text NOT NULL,
  target text NOT NULL,
  request_id text NOT NULL,
  detail text NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (org_id, seq)
);

CREATE FUNCTION scrim_audit_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Audit entries are never changed or deleted.' USING ERRCODE = 'restrict_violation';
END;
$$;

CREATE TRIGGER audit_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION scrim_audit_is_final();

-- Also for a session that plays back another server's changes.
ALTER TABLE audit_entries ENABLE ALWAYS TRIGGER audit_is_final;
