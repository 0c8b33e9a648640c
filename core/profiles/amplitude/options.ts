import type { RuleProblem } from '../../rules/activeRule.ts';
import { OptionsError } from '../profile.ts';
import { booleanAt, type OptionsObject, objectAt, oneOrMoreAt, stringAt, stringsAt } from '../readOptions.ts';

/** What the session replay plugin is told that decides what is recorded. */
export interface AmplitudeOptions {
  readonly block: readonly string[];
  readonly mask: readonly string[];
  readonly unmask: readonly string[];
  readonly maskAttributes: ReadonlySet<string>;
  readonly level: MaskLevel;
  /** The first pattern that fits the page's address says the level. */
  readonly urlLevels: readonly { readonly match: RegExp; readonly level: MaskLevel }[];
  readonly inlineStylesheet: boolean;
  readonly inlinesImages: boolean;
  readonly tellsTitle: boolean;
  readonly notSimulated: readonly RuleProblem[];
}

export type MaskLevel = 'light' | 'medium' | 'conservative';

const at = 'options';
const privacyAt = 'options.privacyConfig';

/** @throws OptionsError for the wrong shape of a key that decides what is recorded */
export function parseAmplitudeOptions(input: unknown): AmplitudeOptions {
  const given = objectAt(input, at);
  const privacy = objectAt(given.privacyConfig, privacyAt);
  return {
    block: oneOrMoreAt(privacy, 'blockSelector', privacyAt) ?? [],
    mask: oneOrMoreAt(privacy, 'maskSelector', privacyAt) ?? [],
    unmask: oneOrMoreAt(privacy, 'unmaskSelector', privacyAt) ?? [],
    maskAttributes: new Set(stringsAt(privacy, 'maskAttributes', privacyAt)),
    level: levelAt(privacy, 'defaultMaskLevel', privacyAt),
    urlLevels: urlLevelsOf(privacy.urlMaskLevels),
    inlineStylesheet: booleanAt(given, 'shouldInlineStylesheet', at) ?? true,
    inlinesImages: booleanAt(given, 'inlineImages', at) ?? false,
    tellsTitle: booleanAt(given, 'captureDocumentTitle', at) ?? false,
    notSimulated: [],
  };
}

/** What it does not know is `medium` to it. */
function levelAt(object: OptionsObject, key: string, path: string): MaskLevel {
  const level = stringAt(object, key, path);
  return level === 'light' || level === 'conservative' ? level : 'medium';
}

function urlLevelsOf(value: unknown): AmplitudeOptions['urlLevels'] {
  if (value === undefined || value === null) return [];
  const path = `${privacyAt}.urlMaskLevels`;
  if (!Array.isArray(value)) throw new OptionsError(`${path}: must be a list`);
  return value.map((entry: unknown, index) => {
    const rule = objectAt(entry, `${path}[${index}]`);
    const match = stringAt(rule, 'match', `${path}[${index}]`);
    if (match === undefined) throw new OptionsError(`${path}[${index}].match: must be a string`);
    return { match: globToRegExp(match), level: levelAt(rule, 'maskLevel', `${path}[${index}]`) };
  });
}

/** A pattern of addresses: helpers.js, `globToRegex`. */
function globToRegExp(glob: string): RegExp {
  const parts = glob.split(/(\/\*\*$|\/\*\*\/|\*\*|\*|\?)/);
  const pattern = parts.map((part) => wildcards[part] ?? part.replace(/[.+^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pattern.join('')}$`);
}

const wildcards: Readonly<Record<string, string>> = {
  '/**': '(/.*)?',
  '/**/': '/(.*\\/)?',
  '**': '.*',
  '*': '.*',
  '?': '.',
};
