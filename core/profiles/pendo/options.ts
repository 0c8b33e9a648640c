import type { RuleAction } from '../../rules/rule.ts';
import { OptionsError } from '../profile.ts';
import { booleanAt, objectAt, stringAt } from '../readOptions.ts';
import type { ListedSelector } from '../ruleLists.ts';

/** What decides what Pendo records. Its three starting configurations are told by what they mask. */
export interface PendoOptions {
  /** Undefined: not known. */
  readonly masksAllText: boolean | undefined;
  readonly masksAllInputs: boolean | undefined;
  readonly rules: readonly ListedSelector[];
}

const actions: Readonly<Record<string, RuleAction>> = { mask: 'mask', unmask: 'unmask', block: 'exclude' };

/**
 * @param input `{"maskAllText": bool, "maskAllInputs": bool, "rules": [{"selector": "...",
 * "action": "mask|unmask|block"}]}`, each part optional
 * @throws OptionsError for the wrong shape of a key that decides what is recorded
 */
export function parsePendoOptions(input: unknown): PendoOptions {
  const given = objectAt(input, 'options');
  const masksAllText = booleanAt(given, 'maskAllText', 'options');
  return {
    masksAllText,
    masksAllInputs:
      booleanAt(given, 'maskAllInputs', 'options') ?? (masksAllText === true ? true : undefined),
    rules: rulesAt(given.rules),
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
    const action = actions[stringAt(rule, 'action', path) ?? ''];
    if (!action) throw new OptionsError(`${path}.action: must be "mask", "unmask" or "block"`);
    const id = `rules[${index}]`;
    return { list: 'rules', id, name: id, selector, action };
  });
}
