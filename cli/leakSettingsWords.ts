import type { LeakSettingsProblem } from '../core/leakSettings/leakSettings.ts';
import type { Translate } from '../core/messages/translate.ts';
import { printable } from './printable.ts';

/** What is wrong with one entry of `detectors` or `suppressions`: which, and why, on one line. */
export function leakSettingsWords(
  { kind, at, name, code, params }: LeakSettingsProblem,
  t: Translate,
): string {
  const entry = name === undefined ? `${kind}s[${at - 1}]` : `custom:${name}`;
  return printable(`${entry}: ${t(`leakSettings.${code}`, params)}`);
}
