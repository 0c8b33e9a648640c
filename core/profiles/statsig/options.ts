import type { RuleProblem } from '../../rules/activeRule.ts';
import { type OptionsObject, objectAt, stringAt, stringsAt } from '../readOptions.ts';
import { recordOptionsAt } from '../rrwebFamily/recordOptions.ts';
import type { RrwebSettings } from '../rrwebFamily/settings.ts';

export interface StatsigOptions {
  /** The plugin's `rrwebConfig`. */
  readonly record: RrwebSettings;
  /** The project's settings; null: they say nothing that changes the recording. */
  readonly privacy: StatsigPrivacy | null;
  readonly notSimulated: readonly RuleProblem[];
}

export interface StatsigPrivacy {
  readonly mode: PrivacyMode;
  readonly blocked: readonly string[];
  readonly masked: readonly string[];
  readonly unmasked: readonly string[];
}

/** `min`: nothing but what is listed is masked; `input`: fields; `max`: fields and text. */
export type PrivacyMode = 'min' | 'input' | 'max';

const at = 'options.session_recording_privacy_settings';
/** Replaced by the project's settings, so that it does not matter that they cannot be run here. */
const replaced = new Set(['maskTextFn', 'maskInputFn']);

/** @throws OptionsError for the wrong shape of a key that decides what is recorded */
export function parseStatsigOptions(input: unknown): StatsigOptions {
  const given = objectAt(input, 'options');
  const { settings, notSimulated } = recordOptionsAt(given.rrwebConfig, 'options.rrwebConfig');
  const privacy = privacyOf(given.session_recording_privacy_settings);
  const open = privacy ? notSimulated.filter(({ ruleId }) => !replaced.has(ruleId)) : notSimulated;
  return { record: settings, privacy, notSimulated: open };
}

function privacyOf(value: unknown): StatsigPrivacy | null {
  if (value === undefined || value === null) return null;
  const given = objectAt(value, at);
  const keys = ['blocked_elements', 'masked_elements', 'unmasked_elements'];
  if (given.privacy_mode === 'min' && keys.every((key) => !given[key])) return null;
  return {
    mode: modeOf(given),
    blocked: stringsAt(given, 'blocked_elements', at) ?? [],
    masked: stringsAt(given, 'masked_elements', at) ?? [],
    unmasked: stringsAt(given, 'unmasked_elements', at) ?? [],
  };
}

function modeOf(given: OptionsObject): PrivacyMode {
  const mode = stringAt(given, 'privacy_mode', at);
  return mode === 'input' || mode === 'max' ? mode : 'min';
}
