import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

// The tables of migrations/, as Drizzle reads them. Enum words are stored as the API spells them.

const time = (name: string) => timestamp(name, { withTimezone: true, precision: 6, mode: 'date' }).notNull();

export const orgs = pgTable('orgs', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  defaultPrivacyMode: text('default_privacy_mode').notNull(),
  createdAt: time('created_at'),
  createdBy: text('created_by').notNull(),
  lastUpdated: time('last_updated'),
  lastUpdatedBy: text('last_updated_by').notNull(),
});

export const apiKeys = pgTable('api_keys', {
  id: text('id').primaryKey(),
  orgId: text('org_id').notNull(),
  email: text('email').notNull(),
  role: text('role', { enum: ['USER', 'ARCHITECT', 'ADMIN'] }).notNull(),
  /** SHA-256 of the whole key, in hex. The key itself is never stored. */
  keyHash: text('key_hash').notNull(),
  createdAt: time('created_at'),
  revokedAt: timestamp('revoked_at', { withTimezone: true, mode: 'date' }),
  createdBy: text('created_by').notNull().default(''),
  /** To the minute. */
  lastUsedAt: timestamp('last_used_at', { withTimezone: true, mode: 'date' }),
  /** Null: never. */
  expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }),
  revokedBy: text('revoked_by'),
  /** Id of the key that took its place. */
  replacedBy: text('replaced_by'),
});

export const ruleGroups = pgTable(
  'rule_groups',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    templateId: text('template_id').notNull(),
    note: text('note').notNull(),
    scopeOverride: text('scope_override'),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);

export const elementRules = pgTable('element_rules', {
  /** Order of the list, and what a page token points to: rules added meanwhile come after it. */
  seq: bigint('seq', { mode: 'number' }).generatedAlwaysAsIdentity(),
  id: text('id').primaryKey(),
  orgId: text('org_id').notNull(),
  name: text('name').notNull(),
  description: text('description').notNull(),
  selector: text('selector').notNull(),
  exceptionSelectors: jsonb('exception_selectors').$type<readonly string[]>().notNull(),
  action: text('action').notNull(),
  consent: boolean('consent').notNull(),
  scope: text('scope').notNull(),
  platforms: jsonb('platforms').$type<readonly string[]>().notNull(),
  editable: text('editable').notNull(),
  groupId: text('group_id').notNull(),
  /** Shown by the v1 read only, as targeting conditions; v2beta has no place for them. */
  targetDomains: jsonb('target_domains').$type<readonly string[]>().notNull(),
  createdAt: time('created_at'),
  lastUpdated: time('last_updated'),
  lastUpdatedBy: text('last_updated_by').notNull(),
});

export const idempotentAnswers = pgTable(
  'idempotent_answers',
  {
    orgId: text('org_id').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    /** Null only inside the transaction that makes the answer. */
    status: integer('status'),
    body: text('body'),
    createdAt: time('created_at'),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.key] })],
);

export const schemaMigrations = pgTable('scrim_migrations', {
  name: text('name').primaryKey(),
  appliedAt: time('applied_at'),
});

export type ElementRuleRow = typeof elementRules.$inferSelect;
export type RuleGroupRow = typeof ruleGroups.$inferSelect;

/** Written by recordAudit only. The database refuses to change or delete an entry. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    orgId: text('org_id').notNull(),
    /** 1, 2, 3, ... in each org, without a gap. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    at: time('at'),
    keyId: text('key_id').notNull(),
    email: text('email').notNull(),
    action: text('action').notNull(),
    target: text('target').notNull(),
    requestId: text('request_id').notNull(),
    /** JSON, as it was hashed. */
    detail: text('detail').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.seq] })],
);

export type AuditRow = typeof auditEntries.$inferSelect;
export type KeyRow = typeof apiKeys.$inferSelect;
