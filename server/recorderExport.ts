import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { RuleSet } from '../core/rules/rule.ts';
import { savedSyntaxError } from '../core/saved/savedSelector.ts';
import { parseFullstoryPrivacyV1 } from '../core/settings/fullstoryV1Wire.ts';
import { serializeRuleFile } from '../core/settings/serializeRuleFile.ts';
import { type CodeValue, codeOf } from '../core/translate/codeText.ts';
import { targetWriters } from '../core/translate/registry.ts';
import { translateRules } from '../core/translate/translateRules.ts';
import type { Db } from './database.ts';
import { allRules } from './elementRuleStore.ts';
import { ruleGroupJson } from './ruleJson.ts';
import { ruleOfState } from './ruleOfState.ts';
import { type OrgRow, ruleGroups } from './schema.ts';

/** Version of the answer; raised when a field changes its meaning. */
const formatVersion = 1;

export const exportableRecorders: readonly string[] = targetWriters.map(({ id }) => id);

export interface RecorderExport {
  readonly json: string;
  /** The same as a script that sets `scrimRules`. */
  readonly script: string;
  /** What the rules hide and this recorder, so configured, does not. */
  readonly refused: number;
  /** Attributes that have to stand in the page, beside the options. */
  readonly patches: number;
  readonly jsonTag: string;
  readonly scriptTag: string;
}

/**
 * The org's rules for live visitors as the configuration of one recorder, by the engine's own translation. Whoever
 * reads a page's source may read this: names, descriptions and people are not in it, rules go by their ids.
 */
export async function exportRules(db: Db, org: OrgRow, recorder: string): Promise<RecorderExport> {
  const { options, patches, code, notes, ruleSet } = translateRules({
    from: 'fullstory',
    to: recorder,
    options: { session: 'live' },
    ruleSet: await publicRuleSet(db, org),
    syntax: savedSyntaxError,
  });
  const told = notes.map(({ name: _name, ...note }) => note);
  const refused = notes.filter(({ leaves }) => leaves !== undefined).length;
  const head = {
    scrim: formatVersion,
    recorder,
    revision: org.rulesRevision,
    complete: refused === 0,
    patches,
  };
  const rules = ruleSet ? { rules: serializeRuleFile(ruleSet) } : {};
  const json = JSON.stringify({ ...head, options, ...rules, code, notes: told });
  const shown = { ...head, notes: told } as unknown as Record<string, CodeValue>;
  const script = `globalThis.scrimRules = ${codeOf({ ...shown, options: options as CodeValue })};\n`;
  return {
    json,
    script,
    refused,
    patches: patches.length,
    jsonTag: tagOf(json),
    scriptTag: tagOf(script),
  };
}

/** Of the bytes: the same rules, written by another version of Scrim, may read otherwise. */
function tagOf(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}

async function publicRuleSet(db: Db, org: OrgRow): Promise<RuleSet> {
  const rows = await allRules(db, org.id);
  const groups = await db.select().from(ruleGroups).where(eq(ruleGroups.orgId, org.id));
  const elementRuleGroups = Object.fromEntries(groups.map((group) => [group.id, ruleGroupJson(group)]));
  const { defaultPrivacyMode } = org;
  const v1 = parseFullstoryPrivacyV1({ defaultPrivacyMode, elementRuleGroups });
  return {
    rules: rows.map((row) => ruleOfState({ ...row, name: row.id, description: '' }, row.id)),
    groups: v1.groups,
    privateByDefault: v1.privateByDefault,
    gaps: [],
  };
}
