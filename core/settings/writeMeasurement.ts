import type { Measurement } from '../profiles/documented/measuredPolicy.ts';
import { editJsonText } from './editJsonText.ts';
import { readRuleFileText } from './readRuleFileText.ts';
import { serializeMeasured } from './serializeMeasured.ts';
import { SettingsError } from './settingsSource.ts';

/**
 * The text of a rule file with this measurement in it, in the place of an earlier one of the same recorder. Every other
 * character stays as somebody wrote it.
 *
 * @throws {SettingsError} `invalid` for a text that is no rule file of Scrim's own form: no other has a place for it
 */
export function writeMeasurement(text: string, measurement: Measurement): string {
  const { json, ruleSet } = readRuleFileText(text);
  if (typeof json !== 'object' || json === null || !Object.hasOwn(json, 'scrim'))
    throw new SettingsError('invalid', 'The rule file is not of Scrim\'s own form ("scrim": 1).');
  const others = (ruleSet.measured ?? []).filter(({ recorder }) => recorder !== measurement.recorder);
  const value = serializeMeasured([...others, measurement]);
  const written = editJsonText(text, [{ kind: 'set', path: ['measured'], value }]);
  // What goes out is read like any other file.
  readRuleFileText(written);
  return written;
}
