import type { RuleProblem } from '../../rules/activeRule.ts';
import { markerOf } from '../configMarkers.ts';
import { OptionsError } from '../profile.ts';
import { booleanAt, hasFunctionAt, type OptionsObject, objectAt, stringsAt } from '../readOptions.ts';

/** What `LogRocket.init()` is told that decides what is recorded (logrocket@12.4.0, `dist/types.d.ts`). */
export interface LogrocketOptions {
  readonly textSanitizer: Sanitizer;
  readonly inputSanitizer: Sanitizer;
  readonly imageSanitizer: Sanitizer;
  readonly redactSelectors: readonly string[];
  readonly hideSelectors: readonly string[];
  /** Older options: names of attributes and classes whose elements are private. */
  readonly privateAttributes: readonly string[];
  readonly privateClasses: readonly string[];
  readonly disablePageTitles: boolean;
  readonly hasUrlSanitizer: boolean;
  readonly notSimulated: readonly RuleProblem[];
}

/** `unknown`: a value of which nothing is written down. */
export type Sanitizer = 'on' | 'off' | 'unknown';

const at = 'options.dom';

/** @throws OptionsError for the wrong shape of a key that decides what is recorded */
export function parseLogrocketOptions(input: unknown): LogrocketOptions {
  const given = objectAt(input, 'options');
  const dom = objectAt(given.dom, at);
  const hasUrlSanitizer = hasFunctionAt(
    objectAt(given.browser, 'options.browser'),
    'urlSanitizer',
    'options.browser',
  );
  const list = (key: string): readonly string[] => stringsAt(dom, key, at) ?? [];
  return {
    textSanitizer: sanitizerAt(dom, 'textSanitizer'),
    inputSanitizer: sanitizerAt(dom, 'inputSanitizer'),
    imageSanitizer: sanitizerAt(dom, 'imageSanitizer'),
    redactSelectors: list('redactSelectors'),
    hideSelectors: list('hideSelectors'),
    privateAttributes: list('privateAttributeBlocklist'),
    privateClasses: list('privateClassNameBlocklist'),
    disablePageTitles: booleanAt(dom, 'disablePageTitles', at) ?? false,
    hasUrlSanitizer,
    notSimulated: [
      ...(hasUrlSanitizer ? [notSimulated('browser.urlSanitizer')] : []),
      ...(list('hiddenAttributes').length > 0 ? [notSimulated('dom.hiddenAttributes')] : []),
      ...(booleanAt(dom, 'isEnabled', at) === false ? [notSimulated('dom.isEnabled')] : []),
    ],
  };
}

/** Only `true` and `'lipsum'` were seen in use: https://github.com/Unleash/unleash/pull/11993 */
function sanitizerAt(dom: OptionsObject, key: string): Sanitizer {
  const value = dom[key];
  if (value === undefined || value === null || value === false) return 'off';
  if (value === true || value === 'lipsum') return 'on';
  if (typeof value === 'string' || markerOf(value)) return 'unknown';
  throw new OptionsError(`${at}.${key}: must be true, false or a string`);
}

function notSimulated(key: string): RuleProblem {
  return { rule: -1, ruleId: key, kind: 'not-simulated', selector: '', detail: key };
}
