import type { Rule } from '../rules/rule.ts';
import { ruleIdentity } from './ruleIdentity.ts';

/**
 * The rule of another version that this one is. `none`: it does not exist there. `unclear`: it may be one of several, or
 * only its name is the same and more than one rule has it.
 */
export type FoundRule =
  | { readonly kind: 'same'; readonly rule: Rule }
  /** Its selector differs; its name, which no other rule of its group has, is the same. */
  | { readonly kind: 'by-name'; readonly rule: Rule }
  | { readonly kind: 'none' }
  | { readonly kind: 'unclear' };

/** @param rules of the other version @param beside all rules of the version that `rule` is of */
export function findRuleIn(rules: readonly Rule[], rule: Rule, beside: readonly Rule[]): FoundRule {
  const own = ruleIdentity(rule);
  const same = rules.filter((one) => ruleIdentity(one) === own);
  const [first] = same;
  if (first && same.length === 1) return { kind: 'same', rule: first };
  if (same.length > 1) return oneNamed(same, rule) ?? { kind: 'unclear' };
  // A rule nobody named is called what it selects: its name says nothing.
  if (rule.name === '' || rule.selector.startsWith(rule.name)) return { kind: 'none' };
  const named = rules.filter((one) => isNamedLike(one, rule));
  const [other] = named;
  if (!other) return { kind: 'none' };
  if (named.length > 1 || beside.filter((one) => isNamedLike(one, rule)).length > 1)
    return { kind: 'unclear' };
  // The other one is still here by its own selector: it is another rule of that name.
  const isTaken = beside.some((one) => ruleIdentity(one) === ruleIdentity(other));
  return isTaken ? { kind: 'none' } : { kind: 'by-name', rule: other };
}

function oneNamed(rules: readonly Rule[], { name }: Rule): FoundRule | undefined {
  const named = rules.filter((one) => one.name === name);
  const [first] = named;
  return first && named.length === 1 ? { kind: 'same', rule: first } : undefined;
}

function isNamedLike(one: Rule, { name, groupId }: Rule): boolean {
  return one.name === name && one.groupId === groupId;
}
