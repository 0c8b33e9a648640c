import { tokeniseLabel } from '../fields/tokeniseLabel.ts';
import type { FieldChoice } from './fieldRequest.ts';

/**
 * The option that says what the identity would say; else the last one that says anything.
 *
 * @param wanted what would be typed, best first
 * @returns value of the option; undefined where there is nothing to choose
 */
export function chooseOption(choices: readonly FieldChoice[], wanted: readonly string[]): string | undefined {
  const offered = choices.filter(({ value }) => value !== '');
  const folded = offered.map(({ value, text }) => ({
    value,
    names: [tokeniseLabel(value), tokeniseLabel(text)],
  }));
  for (const text of wanted) {
    const name = tokeniseLabel(text);
    const same = folded.find(({ names }) => names.includes(name));
    if (same) return same.value;
  }
  for (const text of wanted) {
    const name = tokeniseLabel(text);
    if (name.length < 3) continue;
    const alike = folded.find(({ names }) => names.some((one) => ` ${one} `.includes(` ${name} `)));
    if (alike) return alike.value;
  }
  return offered.at(-1)?.value;
}
