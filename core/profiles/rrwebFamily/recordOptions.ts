import type { RuleProblem } from '../../rules/activeRule.ts';
import { markerOf } from '../configMarkers.ts';
import { OptionsError } from '../profile.ts';
import {
  booleanAt,
  classAt,
  hasFunctionAt,
  type OptionsObject,
  objectAt,
  selectorAt,
  stringAt,
} from '../readOptions.ts';
import {
  allInputs,
  type RrwebSettings,
  rrwebSettings,
  type SlimDom,
  slimKeys,
  starText,
  starValue,
} from './settings.ts';

/** `record()` of rrweb, configured. */
export interface RecordOptions {
  readonly settings: RrwebSettings;
  readonly notSimulated: readonly RuleProblem[];
}

/** What `record()` is told, wherever it stands in the options of a recorder that passes it on. */
export function recordOptionsAt(input: unknown, at: string): RecordOptions {
  const given = objectAt(input, at);
  const notSimulated: RuleProblem[] = [];
  const fn = (key: string): boolean => {
    if (!hasFunctionAt(given, key, at)) return false;
    notSimulated.push({ rule: -1, ruleId: key, kind: 'not-simulated', selector: '', detail: key });
    return true;
  };
  const sampling = objectAt(given.sampling, `${at}.sampling`);
  return {
    settings: {
      ...rrwebSettings,
      blockClass: classAt(given, 'blockClass', at) ?? 'rr-block',
      blockSelector: selectorAt(given, 'blockSelector', at),
      maskTextClass: classAt(given, 'maskTextClass', at) ?? 'rr-mask',
      maskTextSelector: selectorAt(given, 'maskTextSelector', at),
      maskInput: maskInputOf(given, at),
      ignoreClass: stringAt(given, 'ignoreClass', at) ?? 'rr-ignore',
      ignoreSelector: selectorAt(given, 'ignoreSelector', at),
      slim: slimOf(given.slimDOMOptions, `${at}.slimDOMOptions`),
      inlineStylesheet: booleanAt(given, 'inlineStylesheet', at) ?? true,
      recordsCanvas: booleanAt(given, 'recordCanvas', at) ?? false,
      inlinesImages: booleanAt(given, 'inlineImages', at) ?? false,
      keepsFrameAddress: fn('keepIframeSrcFn') ? 'unknown' : false,
      inputOnChange: sampling.input === 'last',
      maskText: fn('maskTextFn') ? 'unknown' : starText,
      maskInputValue: fn('maskInputFn') ? 'unknown' : starValue,
    },
    notSimulated,
  };
}

/** As `record()` reads `maskAllInputs` and `maskInputOptions`. */
export function maskInputOf(given: OptionsObject, at: string): ReadonlySet<string> {
  if (booleanAt(given, 'maskAllInputs', at) === true) return new Set(allInputs);
  if (given.maskInputOptions === undefined) return new Set(['password']);
  const chosen = objectAt(given.maskInputOptions, `${at}.maskInputOptions`);
  return new Set(Object.keys(chosen).filter((key) => Boolean(chosen[key])));
}

/** rrweb-snapshot@2.2.2 `slimDOMDefaults`. */
export function slimOf(value: unknown, path = 'options.slimDOMOptions'): SlimDom {
  if (value === undefined || value === null || value === false) return {};
  if (value === true || value === 'all') {
    const all = value === 'all';
    const late = new Set<string>(['headMetaAuthorship', 'headMetaDescKeywords', 'headTitleMutations']);
    return Object.fromEntries(slimKeys.map((key) => [key, all || !late.has(key)]));
  }
  if (typeof value !== 'object' || Array.isArray(value) || markerOf(value))
    throw new OptionsError(`${path}: must be true, "all" or an object`);
  const chosen = value as OptionsObject;
  return Object.fromEntries(slimKeys.map((key) => [key, Boolean(chosen[key])]));
}
