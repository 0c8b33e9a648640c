import type { Rule } from '../rules/rule.ts';
import type { Proposal } from './proposal.ts';

/** What a person types to approve somebody's proposal: `key` says which of the answers it is. */
export interface NameToType {
  readonly key: string;
  readonly name: string;
}

/**
 * The names of the rules by which a proposal makes more visible. Where it is not told what it changes, nobody can say
 * that it reveals nothing: then its title is typed.
 */
export function namesToType(proposal: Proposal, rules: readonly Rule[]): readonly NameToType[] {
  if (!proposal.rules) return [{ key: proposal.id, name: proposal.title }];
  return proposal.rules.flatMap(({ ruleId, after, reveals }, at) => {
    if (reveals.length === 0) return [];
    const there = rules.find(({ id }) => id === ruleId);
    const name = [there?.name, after?.name, there?.selector, after?.selector].find(
      (one) => one !== undefined && one.trim() !== '',
    );
    return [{ key: ruleId ?? `new ${at}`, name: name ?? proposal.title }];
  });
}
