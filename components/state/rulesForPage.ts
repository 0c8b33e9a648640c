import { maxChunkLength } from '../../core/protocol.ts';
import type { RuleSet } from '../../core/rules/rule.ts';

/**
 * A longer selector cannot cross back with the scan, and the whole scan would be refused. It is not run whatever it
 * says (`ruleLimits.runSelector`), and what it reaches is `unknown`.
 */
const longestCrossing = maxChunkLength / 2;

/**
 * The rules as the page side gets them. It runs in a renderer that the page may have taken over: who changed a rule,
 * when, and what people wrote about it stays in the panel.
 */
export function rulesForPage(ruleSet: RuleSet): RuleSet {
  const rules = ruleSet.rules.map(
    ({ description: _words, createdAt: _made, updatedAt: _changed, updatedBy: _who, ...needed }) => ({
      ...needed,
      selector: needed.selector.slice(0, longestCrossing),
    }),
  );
  return { ...ruleSet, rules };
}
