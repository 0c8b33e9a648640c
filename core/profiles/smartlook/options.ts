import type { RuleProblem } from '../../rules/activeRule.ts';
import type { RuleAction } from '../../rules/rule.ts';
import { OptionsError } from '../profile.ts';
import { booleanAt, hasFunctionAt, objectAt, stringAt } from '../readOptions.ts';
import type { ListedSelector } from '../ruleLists.ts';

/** What decides what Smartlook records: the `record` call of the page and the project's ordered rules. */
export interface SmartlookOptions {
  readonly forms: boolean;
  readonly emails: boolean;
  readonly numbers: boolean;
  /** In the order of the project's list, the first one on top. */
  readonly rules: readonly ListedSelector[];
  readonly hasUrlInterceptor: boolean;
  readonly notSimulated: readonly RuleProblem[];
}

const actions: Readonly<Record<string, RuleAction>> = {
  mask: 'mask',
  unmask: 'unmask',
  exclude: 'exclude',
};

const interceptors = ['url', 'input', 'click', 'focus', 'error', 'network'];

/**
 * @param input `{"record": {"forms": bool, "emails": bool, "numbers": bool}, "interceptors": {...},
 * "rules": [{"selector": "...", "type": "mask|unmask|exclude"}]}`, each part optional
 * @throws OptionsError for the wrong shape of a key that decides what is recorded
 */
export function parseSmartlookOptions(input: unknown): SmartlookOptions {
  const given = objectAt(input, 'options');
  const record = objectAt(given.record, 'options.record');
  const functions = objectAt(given.interceptors, 'options.interceptors');
  const has = (key: string): boolean => hasFunctionAt(functions, key, 'options.interceptors');
  const yes = (key: string): boolean => booleanAt(record, key, 'options.record') ?? false;
  return {
    forms: yes('forms'),
    emails: yes('emails'),
    numbers: yes('numbers'),
    rules: rulesAt(given.rules),
    hasUrlInterceptor: has('url'),
    notSimulated: interceptors.filter(has).map((key): RuleProblem => {
      const ruleId = `interceptors.${key}`;
      return { rule: -1, ruleId, kind: 'not-simulated', selector: '', detail: ruleId };
    }),
  };
}

function rulesAt(value: unknown): readonly ListedSelector[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new OptionsError('options.rules: must be a list');
  return value.map((entry: unknown, index) => {
    const path = `options.rules[${index}]`;
    const rule = objectAt(entry, path);
    const selector = stringAt(rule, 'selector', path);
    if (selector === undefined) throw new OptionsError(`${path}.selector: must be a string`);
    const action = actions[(stringAt(rule, 'type', path) ?? '').toLowerCase()];
    if (!action) throw new OptionsError(`${path}.type: must be "mask", "unmask" or "exclude"`);
    return { list: 'rules', id: `rules[${index}]`, name: `rules[${index}]`, selector, action };
  });
}
