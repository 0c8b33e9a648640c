import type { RuleProblem } from '../../rules/activeRule.ts';
import { OptionsError } from '../profile.ts';
import { booleanAt, hasFunctionAt, objectAt } from '../readOptions.ts';

/** What `new Tracker()` is told that decides what is recorded (@openreplay/tracker@19.0.1). */
export interface OpenreplayOptions {
  readonly privateMode: boolean;
  readonly obscureTextEmails: boolean;
  readonly obscureTextNumbers: boolean;
  /** 0: values are sent, 1: only their length, 2: nothing. */
  readonly defaultInputMode: 0 | 1 | 2;
  readonly obscureInputEmails: boolean;
  readonly obscureInputNumbers: boolean;
  readonly obscureInputDates: boolean;
  readonly captureIFrames: boolean;
  /** Otherwise the drawing that a `<use>` names is looked up and sent in place of its address. */
  readonly disableSprites: boolean;
  /** A function of the site decides for each element. */
  readonly hasSanitizer: boolean;
  readonly notSimulated: readonly RuleProblem[];
}

const at = 'options';

/** @throws OptionsError for the wrong shape of a key that decides what is recorded */
export function parseOpenreplayOptions(input: unknown): OpenreplayOptions {
  const given = objectAt(input, at);
  const hasSanitizer = hasFunctionAt(given, 'domSanitizer', at);
  const mode = given.defaultInputMode ?? 1;
  if (mode !== 0 && mode !== 1 && mode !== 2)
    throw new OptionsError('options.defaultInputMode: must be 0, 1 or 2');
  const yes = (key: string, fallback: boolean): boolean => booleanAt(given, key, at) ?? fallback;
  return {
    privateMode: yes('privateMode', false),
    obscureTextEmails: yes('obscureTextEmails', true),
    obscureTextNumbers: yes('obscureTextNumbers', false),
    defaultInputMode: mode,
    obscureInputEmails: yes('obscureInputEmails', true),
    obscureInputNumbers: yes('obscureInputNumbers', true),
    obscureInputDates: yes('obscureInputDates', false),
    captureIFrames: yes('captureIFrames', true),
    disableSprites: yes('disableSprites', false),
    hasSanitizer,
    notSimulated: hasSanitizer
      ? [{ rule: -1, ruleId: 'domSanitizer', kind: 'not-simulated', selector: '', detail: 'domSanitizer' }]
      : [],
  };
}
