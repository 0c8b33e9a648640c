import { randomUUID } from 'node:crypto';
import type { RuleContent } from '../core/rules/rule.ts';
import { serializeFullstoryRule } from '../core/settings/fullstoryWire.ts';
import { insertApiKey, type KeyRole, type NewKey } from './apiKeys.ts';
import { localKeyId, recordAudit } from './auditLog.ts';
import { type BuiltInRule, builtInRules, formPrivacyGroupId } from './builtInRules.ts';
import type { Database, Db } from './database.ts';
import { stateOf } from './ruleVersionStore.ts';
import { elementRules, type OrgRow, orgs, ruleGroups, ruleVersions } from './schema.ts';

export interface OrgSeed {
  /** `o-<name>-<region>` */
  readonly orgId: string;
  readonly name: string;
  readonly rules: readonly SeedRule[];
  readonly keys: readonly { readonly role: KeyRole; readonly email: string }[];
  /** Any word but PRIVACY_MODE_OFF makes the org private by default. */
  readonly defaultPrivacyMode?: string;
  readonly formPrivacyScope?: string;
  /** Update and delete must say which revision they are based on; default true. FullStory's clients do not. */
  readonly requiresRevision?: boolean;
  readonly approval?: OrgRow['approval'];
  readonly now?: () => Date;
  readonly newId?: () => string;
}

export interface SeedRule extends RuleContent {
  /** Limits the rule to these domains, which only the v1 read shows. */
  readonly targetDomains?: readonly string[];
}

export interface SeededOrg {
  readonly orgId: string;
  /** In the order of the seed. The only time the keys can be read. */
  readonly keys: readonly NewKey[];
}

/** Creates an org with the built-in rules, the Form Privacy group, its own rules and its keys: all or nothing. */
export async function seedOrg(database: Database, seed: OrgSeed): Promise<SeededOrg> {
  const { orgId, now = () => new Date(), newId = randomUUID } = seed;
  const at = now();
  const by = seed.keys[0]?.email ?? 'scrim';
  const db = await database.open();
  return await db.transaction(async (tx) => {
    await tx.insert(orgs).values({
      id: orgId,
      name: seed.name,
      defaultPrivacyMode: seed.defaultPrivacyMode ?? 'PRIVACY_MODE_OFF',
      requiresRevision: seed.requiresRevision ?? true,
      approval: seed.approval ?? 'none',
      createdAt: at,
      createdBy: by,
      lastUpdated: at,
      lastUpdatedBy: by,
    });
    await tx.insert(ruleGroups).values({
      orgId,
      id: formPrivacyGroupId,
      templateId: 'FORM_PRIVACY',
      note: 'Form Privacy',
      scopeOverride: seed.formPrivacyScope ?? null,
    });
    const custom = seed.rules.map((rule) => ({ ...rule, editable: 'EDITABLE_ANY', groupId: '0' }));
    await insertRules(tx, [...builtInRules(), ...custom], { orgId, at, by, newId });
    const keys: NewKey[] = [];
    for (const { role, email } of seed.keys)
      keys.push(await insertApiKey(tx, { orgId, role, email }, { at, by }));
    await auditSeed(tx, seed, keys, at);
    return { orgId, keys };
  });
}

/** The org and its first keys are made on the database itself, in no request. */
async function auditSeed(tx: Db, seed: OrgSeed, keys: readonly NewKey[], at: Date): Promise<void> {
  const by = { orgId: seed.orgId, keyId: localKeyId, email: 'scrim', requestId: '', at };
  const made = { name: seed.name, rules: seed.rules.length };
  await recordAudit(tx, { ...by, action: 'org.created', target: seed.orgId, detail: made });
  for (const { id, email, role } of keys) {
    await recordAudit(tx, { ...by, action: 'key.created', target: id, detail: { for: email, role } });
  }
}

async function insertRules(
  tx: Db,
  rules: readonly (SeedRule & Pick<BuiltInRule, 'editable' | 'groupId'>)[],
  made: { readonly orgId: string; readonly at: Date; readonly by: string; readonly newId: () => string },
): Promise<void> {
  const { orgId, at, by, newId } = made;
  const rows = rules.map((rule) => {
    const body = serializeFullstoryRule(rule);
    return {
      id: newId(),
      orgId,
      revision: 1,
      name: body.name,
      description: body.description ?? '',
      selector: body.source.selector,
      exceptionSelectors: body.source.exception_selectors,
      ...body.operation,
      platforms: body.platforms,
      editable: rule.editable,
      groupId: rule.groupId,
      targetDomains: rule.targetDomains ?? [],
      createdAt: at,
      lastUpdated: at,
      lastUpdatedBy: by,
    };
  });
  const stored = await tx.insert(elementRules).values(rows).returning();
  const version = {
    orgId,
    revision: 1,
    orgRevision: 1,
    cause: 'seed',
    at,
    byEmail: by,
    createdAt: at,
  } as const;
  await tx
    .insert(ruleVersions)
    .values(stored.map((row) => ({ ...version, ruleId: row.id, content: stateOf(row) })));
}
