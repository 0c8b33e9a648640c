import { visibleText } from '../core/report/visibleText.ts';

const longest = 400;

/**
 * Text of a rule, an option or an error for a terminal: a rule file that somebody sent may not move the cursor or show
 * a selector backwards.
 */
export function printable(text: string): string {
  return visibleText(text, longest);
}
