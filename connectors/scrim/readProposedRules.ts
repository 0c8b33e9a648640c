import { readFullstoryRule } from '../../core/settings/fullstoryRule.ts';
import type { ProposedRule } from '../../core/settings/proposal.ts';
import { ruleContentOf } from '../../core/settings/ruleContentOf.ts';
import { asArray, asObject, asString, isAbsent, type JsonObject } from '../../core/settings/wireGuards.ts';

const maxChanges = 1_000;
const maxWays = 50;

/**
 * What a proposal of Scrim's server changes. Undefined where it does not say, or where the org's own policy is changed
 * as well: nobody is to take such a one for a change of rules that reveals nothing.
 *
 * @throws {WireError}
 */
export function readProposedRules(raw: JsonObject, at: string): readonly ProposedRule[] | undefined {
  if (isAbsent(raw.changes) || !isAbsent(raw.policy)) return undefined;
  return asArray(raw.changes, `${at}.changes`, maxChanges).map((entry, index) =>
    readRule(asObject(entry, `${at}.changes[${index}]`), `${at}.changes[${index}]`),
  );
}

function readRule(raw: JsonObject, at: string): ProposedRule {
  // A new rule has its id already, and no state that it was made from.
  const isNew = isAbsent(raw.base);
  const after = isAbsent(raw.after)
    ? null
    : readFullstoryRule({ id: 'proposed', ...asObject(raw.after, `${at}.after`) }, `${at}.after`, {
        from: 'api',
      });
  return {
    ruleId: isNew ? null : asString(raw.rule_id, `${at}.rule_id`),
    after: after && ruleContentOf(after),
    reveals: asArray(raw.reveals, `${at}.reveals`, maxWays).map((way, index) =>
      asString(way, `${at}.reveals[${index}]`, 100),
    ),
  };
}
