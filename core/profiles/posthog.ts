import type { RuleProblem } from '../rules/activeRule.ts';
import { markerOf } from './configMarkers.ts';
import type { Profile } from './profile.ts';
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
import { slimOf } from './rrwebFamily/recordOptions.ts';
import { allInputs, type RrwebSettings, rrwebSettings, starText, starValue } from './rrwebFamily/settings.ts';

interface PosthogOptions {
  readonly settings: RrwebSettings;
  readonly notSimulated: readonly RuleProblem[];
}

/** Its fork of rrweb adds hidden fields (posthog-js@1.449.2, dist/rrweb.js, `record`). */
const posthogInputs = [...allInputs, 'hidden'];

/**
 * PostHog: the options are those of `posthog.init()`; masking is in their `session_recording` key, with the defaults
 * of posthog-js@1.449.2, lazy-loaded-session-recorder.js, `_startRecorder`.
 */
export const posthog: Profile<PosthogOptions> = {
  id: 'posthog',
  name: 'PostHog',
  evidence: { kind: 'verified', package: 'posthog-js', version: '1.449.2' },
  undocumented: ['undocumented.posthog-project'],
  configuredBy: 'init',
  parseOptions,
  offlineRules: () => ({ rules: [], groups: [], gaps: [] }),
  play: (ruleSet, { settings, notSimulated }, syntax) => playRrweb(settings, ruleSet, syntax, notSimulated),
};

const at = 'options.session_recording';

function parseOptions(input: unknown): PosthogOptions {
  const given = objectAt(objectAt(input, 'options').session_recording, at);
  const notSimulated: RuleProblem[] = [];
  const fn = (key: string): boolean => {
    if (!hasFunctionAt(given, key, at)) return false;
    notSimulated.push({ rule: -1, ruleId: key, kind: 'not-simulated', selector: '', detail: key });
    return true;
  };
  const starsAttributes = booleanAt(given, 'maskAllElementAttributes', at) ?? false;
  const attributeFunction = fn('maskAttributeFn');
  return {
    settings: {
      ...rrwebSettings,
      blockClass: classAt(given, 'blockClass', at) ?? 'ph-no-capture',
      blockSelector: selectorAt(given, 'blockSelector', at),
      maskTextClass: classAt(given, 'maskTextClass', at) ?? 'ph-mask',
      maskTextSelector: selectorAt(given, 'maskTextSelector', at),
      maskInput: maskInputOf(given),
      ignoreClass: stringAt(given, 'ignoreClass', at) ?? 'ph-ignore-input',
      slim: slimFor(given),
      inlineStylesheet: booleanAt(given, 'inlineStylesheet', at) ?? true,
      recordsCanvas:
        booleanAt(objectAt(given.captureCanvas, `${at}.captureCanvas`), 'recordCanvas', at) ?? false,
      maskAttribute: attributeMask(starsAttributes, attributeFunction),
      stylesInText: true,
      replacesAllScripts: true,
      blocksThroughHosts: true,
      linksHaveSheets: true,
      recordsBlockedFrames: true,
      maxDepth: 50,
      maskText: fn('maskTextFn') ? 'unknown' : starText,
      maskInputValue: fn('maskInputFn') ? 'unknown' : starValue,
    },
    notSimulated,
  };
}

/** The two exclude each other; the coarse one wins. */
function attributeMask(stars: boolean, isFunction: boolean): RrwebSettings['maskAttribute'] {
  if (stars) return starValue;
  return isFunction ? 'unknown' : null;
}

function maskInputOf(given: OptionsObject): ReadonlySet<string> {
  // Null counts as not given (`_masking`).
  if (given.maskAllInputs === null || (booleanAt(given, 'maskAllInputs', at) ?? true))
    return new Set(posthogInputs);
  const chosen = objectAt(given.maskInputOptions, `${at}.maskInputOptions`);
  const all = { password: true, ...chosen };
  return new Set(Object.entries(all).flatMap(([key, on]) => (on ? [key] : [])));
}

function slimFor(given: OptionsObject): RrwebSettings['slim'] {
  const slim = slimOf(given.slimDOMOptions, `${at}.slimDOMOptions`);
  const isWhole =
    given.slimDOMOptions === true || given.slimDOMOptions === 'all' || markerOf(given.slimDOMOptions);
  return given.captureJsonLd === true && !isWhole ? { ...slim, script: true } : slim;
}
