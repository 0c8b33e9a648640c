/** Everything a terminal obeys instead of showing it: control characters, and those that turn the direction of text. */
const obeyed = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu;
const longest = 400;

/**
 * Text of a rule, an option or an error for a terminal: a rule file that somebody sent may not move the cursor or show
 * a selector backwards.
 */
export function printable(text: string): string {
  const shown = text.replace(obeyed, (char) => `\\u{${char.codePointAt(0)?.toString(16) ?? ''}}`);
  return shown.length > longest ? `${shown.slice(0, longest)}… (${text.length} characters)` : shown;
}
