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
  /** Counts the changes of the org's rules; those of one transaction share a number. */
  rulesRevision: bigint('rules_revision', { mode: 'number' }).notNull().default(1),
  /** Update and delete must say which revision they are based on. */
  requiresRevision: boolean('requires_revision').notNull().default(true),
  /** What a second person has to let through. */
  approval: text('approval', { enum: ['none', 'reveals', 'live', 'all'] })
    .notNull()
    .default('none'),
  policyRevision: bigint('policy_revision', { mode: 'number' }).notNull().default(1),
  /** What sites read the export with; null: nothing is exported. */
  siteKey: text('site_key'),
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
  /** Order of the list, and what a page token points to. */
  seq: bigint('seq', { mode: 'number' }).generatedAlwaysAsIdentity(),
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
  /** Counts the versions of this rule, its deletions too; never used twice. */
  revision: bigint('revision', { mode: 'number' }).notNull(),
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

/** The part of a rule's row that a caller writes. */
export interface RuleFields {
  readonly name: string;
  readonly description: string;
  readonly selector: string;
  readonly exceptionSelectors: readonly string[];
  readonly action: string;
  readonly consent: boolean;
  readonly scope: string;
  readonly platforms: readonly string[];
}

/** What a rule is, without when and by whom: what a version keeps of it. */
export interface RuleState extends RuleFields {
  readonly editable: string;
  readonly groupId: string;
  readonly targetDomains: readonly string[];
}

/** Append-only: a trigger refuses everything else. */
export const ruleVersions = pgTable(
  'rule_versions',
  {
    orgId: text('org_id').notNull(),
    ruleId: text('rule_id').notNull(),
    revision: bigint('revision', { mode: 'number' }).notNull(),
    orgRevision: bigint('org_revision', { mode: 'number' }).notNull(),
    cause: text('cause', {
      enum: ['seed', 'create', 'update', 'delete', 'restore', 'proposal'],
    }).notNull(),
    at: time('at'),
    byEmail: text('by_email').notNull(),
    byKeyId: text('by_key_id'),
    requestId: text('request_id'),
    proposalId: text('proposal_id'),
    /** When the rule itself was made: a rule that comes back keeps it. */
    createdAt: time('created_at'),
    /** Null: from here on there is no such rule. */
    content: jsonb('content').$type<RuleState>(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.ruleId, table.revision] })],
);

/** One rule of a proposal, as it was checked when it came in. */
export interface StoredChange {
  readonly changeId: string;
  /** Of a rule that is to be created: the id it will get. */
  readonly ruleId: string;
  /** The state it is based on, by tag and number; null: the rule is to be created. */
  readonly base: { readonly tag: string; readonly revision: number } | null;
  /** Null: the rule is to be deleted. */
  readonly after: RuleFields | null;
  /** In which ways more is recorded by it (`Weakening`), as of when it was proposed. */
  readonly reveals: readonly string[];
}

export interface StoredPolicyChange {
  readonly baseRevision: number;
  readonly approval?: 'none' | 'reveals' | 'live' | 'all';
  readonly requiresRevision?: boolean;
}

export const proposals = pgTable('proposals', {
  seq: bigint('seq', { mode: 'number' }).generatedAlwaysAsIdentity(),
  id: text('id').primaryKey(),
  orgId: text('org_id').notNull(),
  /** The Idempotency-Key it came with. Remembered for ever, other than those of rules. */
  key: text('key').notNull(),
  requestHash: text('request_hash').notNull(),
  state: text('state', { enum: ['open', 'merged', 'declined', 'withdrawn'] }).notNull(),
  title: text('title').notNull(),
  description: text('description').notNull(),
  changes: jsonb('changes').$type<readonly StoredChange[]>().notNull(),
  policy: jsonb('policy').$type<StoredPolicyChange>(),
  openedAt: time('opened_at'),
  openedBy: text('opened_by').notNull(),
  openedKeyId: text('opened_key_id').notNull(),
  decidedAt: timestamp('decided_at', { withTimezone: true, precision: 6, mode: 'date' }),
  decidedBy: text('decided_by'),
  decidedKeyId: text('decided_key_id'),
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
export type OrgRow = typeof orgs.$inferSelect;
export type RuleVersionRow = typeof ruleVersions.$inferSelect;
export type ProposalRow = typeof proposals.$inferSelect;
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
