import type { RuleProblem } from '../rules/activeRule.ts';
import { markerOf } from './configMarkers.ts';
import { OptionsError, type Profile } from './profile.ts';
import {
  booleanAt,
  classAt,
  hasFunctionAt,
  type OptionsObject,
  objectAt,
  selectorAt,
  stringAt,
} from './readOptions.ts';
import { playRrweb } from './rrwebFamily/play.ts';
import {
  allInputs,
  type RrwebSettings,
  type SlimDom,
  slimKeys,
  starText,
  starValue,
} from './rrwebFamily/settings.ts';

interface RrwebOptions {
  readonly settings: RrwebSettings;
  readonly notSimulated: readonly RuleProblem[];
}

/** rrweb: the options are the object passed to `record()` (rrweb@2.2.2, dist/rrweb.js, `record`). */
export const rrweb: Profile<RrwebOptions> = {
  id: 'rrweb',
  name: 'rrweb',
  evidence: { kind: 'verified', package: 'rrweb', version: '2.2.2' },
  undocumented: [],
  parseOptions,
  offlineRules: () => ({ rules: [], groups: [], gaps: [] }),
  play: (ruleSet, { settings, notSimulated }, syntax) => playRrweb(settings, ruleSet, syntax, notSimulated),
};

function parseOptions(input: unknown): RrwebOptions {
  const given = objectAt(input, 'options');
  const notSimulated: RuleProblem[] = [];
  const fn = (key: string): boolean => {
    if (!hasFunctionAt(given, key, 'options')) return false;
    notSimulated.push({ rule: -1, ruleId: key, kind: 'not-simulated', selector: '', detail: key });
    return true;
  };
  const sampling = objectAt(given.sampling, 'options.sampling');
  return {
    settings: {
      blockClass: classAt(given, 'blockClass', 'options') ?? 'rr-block',
      blockSelector: selectorAt(given, 'blockSelector', 'options'),
      maskTextClass: classAt(given, 'maskTextClass', 'options') ?? 'rr-mask',
      maskTextSelector: selectorAt(given, 'maskTextSelector', 'options'),
      maskInput: maskInputOf(given),
      ignoreClass: stringAt(given, 'ignoreClass', 'options') ?? 'rr-ignore',
      ignoreSelector: selectorAt(given, 'ignoreSelector', 'options'),
      slim: slimOf(given.slimDOMOptions),
      inlineStylesheet: booleanAt(given, 'inlineStylesheet', 'options') ?? true,
      recordsCanvas: booleanAt(given, 'recordCanvas', 'options') ?? false,
      inlinesImages: booleanAt(given, 'inlineImages', 'options') ?? false,
      keepsFrameAddress: fn('keepIframeSrcFn') ? 'unknown' : false,
      inputOnChange: sampling.input === 'last',
      maskAttribute: null,
      stylesInText: false,
      blocksThroughHosts: false,
      linksHaveSheets: false,
      recordsBlockedFrames: false,
      maxDepth: Number.POSITIVE_INFINITY,
      maskText: fn('maskTextFn') ? 'unknown' : starText,
      maskInputValue: fn('maskInputFn') ? 'unknown' : starValue,
    },
    notSimulated,
  };
}

function maskInputOf(given: OptionsObject): ReadonlySet<string> {
  if (booleanAt(given, 'maskAllInputs', 'options') === true) return new Set(allInputs);
  if (given.maskInputOptions === undefined) return new Set(['password']);
  const chosen = objectAt(given.maskInputOptions, 'options.maskInputOptions');
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
