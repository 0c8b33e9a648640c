import { OptionsError } from '../profile.ts';
import { type OptionsObject, objectAt, stringAt } from '../readOptions.ts';
import type { ListedSelector } from '../ruleLists.ts';

/** What is masked while recording: settings schema `builtin:sessionreplay.web.privacy-preferences`. */
export interface DynatraceOptions {
  readonly preset: Preset;
  /** Rules of the list that the preset uses; empty for a preset without one. */
  readonly elements: readonly ListedSelector[];
  /** Expressions for names of attributes in that list. */
  readonly attributes: readonly RegExp[];
}

const presets = ['MASK_ALL', 'MASK_USER_INPUT', 'ALLOW_LIST', 'BLOCK_LIST'] as const;
export type Preset = (typeof presets)[number];

const lists = {
  ALLOW_LIST: { key: 'recordingMaskingAllowListRules', action: 'unmask' },
  BLOCK_LIST: { key: 'recordingMaskingBlockListRules', action: 'mask' },
} as const;

/** What is masked only when a session is played back has left the browser as it is: those parts are not read. */
const at = 'options.maskingPresets';

/**
 * @param input the value of one settings object, as the Settings API takes it
 * @throws OptionsError for the wrong shape of a key that decides what is recorded
 */
export function parseDynatraceOptions(input: unknown): DynatraceOptions {
  const given = objectAt(objectAt(input, 'options').maskingPresets, at);
  const preset = presetAt(given);
  if (preset !== 'ALLOW_LIST' && preset !== 'BLOCK_LIST') return { preset, elements: [], attributes: [] };
  const { key, action } = lists[preset];
  const rules = given[key] ?? [];
  const path = `${at}.${key}`;
  if (!Array.isArray(rules)) throw new OptionsError(`${path}: must be a list`);
  const elements: ListedSelector[] = [];
  const attributes: RegExp[] = [];
  for (const [index, entry] of rules.entries()) {
    const rule = objectAt(entry, `${path}[${index}]`);
    if (targetAt(rule, `${path}[${index}]`) === 'ATTRIBUTE')
      attributes.push(expressionAt(rule, `${path}[${index}]`));
    else {
      const selector = wordAt(rule, 'cssExpression', `${path}[${index}]`);
      elements.push({ list: key, id: `${key}[${index}]`, name: `${key}[${index}]`, selector, action });
    }
  }
  return { preset, elements, attributes };
}

function presetAt(given: OptionsObject): Preset {
  const value = stringAt(given, 'recordingMaskingPreset', at) ?? 'MASK_USER_INPUT';
  const preset = presets.find((known) => known === value);
  if (!preset) throw new OptionsError(`${at}.recordingMaskingPreset: must be one of ${presets.join(', ')}`);
  return preset;
}

function targetAt(rule: OptionsObject, path: string): 'ELEMENT' | 'ATTRIBUTE' {
  const target = stringAt(rule, 'target', path) ?? 'ELEMENT';
  if (target !== 'ELEMENT' && target !== 'ATTRIBUTE')
    throw new OptionsError(`${path}.target: must be "ELEMENT" or "ATTRIBUTE"`);
  return target;
}

function wordAt(rule: OptionsObject, key: string, path: string): string {
  const value = stringAt(rule, key, path);
  if (value === undefined || value.length === 0 || value.length > 100)
    throw new OptionsError(`${path}.${key}: must be a string of 1 to 100 signs`);
  return value;
}

function expressionAt(rule: OptionsObject, path: string): RegExp {
  const source = wordAt(rule, 'attributeExpression', path);
  try {
    return new RegExp(source);
  } catch (error) {
    throw new OptionsError(
      `${path}.attributeExpression: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
