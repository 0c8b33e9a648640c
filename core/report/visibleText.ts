/** Everything a terminal or a reader's eye obeys instead of seeing it: control characters, turned direction, half characters. */
const obeyed = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|\p{Cs}/gu;

/**
 * Text of a page, a rule or an error as a report may show it: nothing in it turns, hides or ends anything.
 *
 * @param most longer text is cut, and says so
 */
export function visibleText(text: string, most: number = Number.POSITIVE_INFINITY): string {
  const cut = text.length > most ? text.slice(0, most) : text;
  const shown = cut.replace(obeyed, (char) => `\\u{${char.codePointAt(0)?.toString(16) ?? ''}}`);
  return text.length > most ? `${shown}… (${text.length} characters)` : shown;
}
