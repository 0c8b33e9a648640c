import type { CaptureScan } from '../capture/captureScan.ts';
import { markInCode } from '../rules/markInCode.ts';
import { RuleAction } from '../rules/rule.ts';
import type { LeakPlace } from './finding.ts';

/** What a person can do about one place: message key `step.<key>` and its parameters. */
export interface NextStep {
  readonly key:
    | 'mask'
    | 'mask-or-mark'
    | 'exclude'
    | 'exclude-or-mark'
    | 'narrow-rule'
    | 'address'
    | 'page'
    | 'console';
  readonly params: Readonly<Record<string, string>>;
}

/** Element rules do not reach these, so no rule is offered. */
const unreachable: Readonly<Record<string, NextStep['key']>> = {
  url: 'address',
  resource: 'address',
  title: 'page',
  meta: 'page',
  jsonld: 'page',
  console: 'console',
  interaction: 'page',
};
/**
 * The next step that closes one place of a finding, with the mark of the very recorder and configuration that is
 * played: read off its built-in rules, so that it is never another one's.
 */
export function nextStepOf(
  place: Pick<LeakPlace, 'channel' | 'why' | 'rule'>,
  { rules }: Pick<CaptureScan, 'rules'>,
): NextStep {
  const outside = unreachable[place.channel];
  if (outside !== undefined) return { key: outside, params: {} };
  if (place.why === 'unmask-rule' && place.rule !== undefined) {
    const name = rules.find(({ id }) => id === place.rule)?.name ?? place.rule;
    return { key: 'narrow-rule', params: { rule: name } };
  }
  // Masking is about what is shown and typed; what stands in the markup goes with the element.
  const isMarkup = place.channel !== 'text' && place.channel !== 'value';
  const key = isMarkup ? 'exclude' : 'mask';
  const mark = markInCode(rules, isMarkup ? RuleAction.exclude : RuleAction.mask);
  return mark === undefined ? { key, params: {} } : { key: `${key}-or-mark`, params: { mark } };
}
