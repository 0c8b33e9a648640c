// What live visitors are covered by, worked out on its own from the published precedence (most private wins among the
// rules on an element, else the parent's state; nothing inside an excluded element is looked at). Shares no code with the planner.
import type { Rule, RuleSet } from '../../../core/rules/rule.ts';

export interface Sample {
  readonly has: readonly string[];
  /** Index of an earlier sample, or -1. */
  readonly parent: number;
}

interface Visit {
  readonly kind: 'live' | 'preview';
  readonly consent: boolean;
  readonly platform: 'web' | 'ios';
}

const visitsOf = (kind: Visit['kind']): readonly Visit[] =>
  [true, false].flatMap((consent) =>
    (['web', 'ios'] as const).map((platform) => ({ kind, consent, platform })),
  );

/** 0 captured, 1 masked, 2 excluded: for every sample, under every consent and platform. */
export function coverageOf(
  set: RuleSet,
  samples: readonly Sample[],
  kind: Visit['kind'] = 'live',
): readonly number[] {
  return visitsOf(kind).flatMap((visit) => coverageIn(set, samples, visit));
}

function coverageIn(set: RuleSet, samples: readonly Sample[], visit: Visit): readonly number[] {
  const states: number[] = [];
  for (const sample of samples) {
    const above = sample.parent < 0 ? (set.privateByDefault ? 1 : 0) : (states[sample.parent] ?? 0);
    const own = set.rules.filter((rule) => hits(rule, sample, { set, visit }));
    states.push(above === 2 || own.length === 0 ? above : Math.max(...own.map(levelOf)));
  }
  return states;
}

function hits(rule: Rule, sample: Sample, { set, visit }: { set: RuleSet; visit: Visit }): boolean {
  const override = set.groups.find((group) => group.id === rule.groupId)?.scopeOverride;
  const scope = override ?? rule.scope;
  if (scope !== 'all' && scope !== visit.kind) return false;
  if (!rule.platforms.includes(visit.platform)) return false;
  const inForce = !rule.consent || (rule.action === 'unmask' ? visit.consent : !visit.consent);
  if (!inForce) return false;
  return sample.has.includes(rule.selector) && !rule.exceptions.some((one) => sample.has.includes(one));
}

function levelOf(rule: Rule): number {
  return { exclude: 2, mask: 1, unmask: 0, unspecified: 2 }[rule.action];
}
