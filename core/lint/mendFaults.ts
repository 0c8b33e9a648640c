import { isHiddenCharacter } from '../selectors/selectorCharacters.ts';
import { type SelectorFault, selectorTokens } from '../selectors/selectorTokens.ts';

/** One mend may bring the next fault to light: `.a > > {` has three. */
const maxSteps = 12;

/**
 * The selector that somebody most likely meant who wrote one that cannot be read: what is open is closed, what does
 * not belong there is left out. Whether the browser takes it is asked of the page.
 *
 * @returns undefined when nothing sensible is left
 */
export function mendFaults(selector: string): string | undefined {
  let text = selector.trim();
  for (let step = 0; step < maxSteps; step += 1) {
    const { faults, isUnread } = selectorTokens(text);
    if (isUnread) return undefined;
    const [first] = faults;
    if (!first) return text === '' || text === selector ? undefined : text;
    text = mendOne(text, first).trim();
  }
  return undefined;
}

function mendOne(text: string, { key, start, end }: SelectorFault): string {
  switch (key) {
    case 'unclosed-bracket':
    case 'unclosed-quote':
    case 'unclosed-parenthesis':
      return closed(text);
    case 'unclosed-comment':
    case 'brace':
      // What follows is no part of a selector: a rule of a style sheet was pasted, or something is hidden there.
      return text.slice(0, start);
    case 'starts-with-digit':
      return `${text.slice(0, start + 1)}${escapedDigit(text, start + 1)}`;
    case 'hidden-character':
      return [...text].filter((char) => !isHiddenCharacter(char)).join('');
    case 'extra-closing':
    case 'name-missing':
    case 'stray':
    case 'combinator-alone':
    case 'empty-part':
      return text.slice(0, start) + text.slice(end);
  }
}

/** `1a` as `\31 a`: https://www.w3.org/TR/cssom-1/#serialize-an-identifier */
function escapedDigit(text: string, at: number): string {
  const hyphen = text.charAt(at) === '-' ? '-' : '';
  const digit = text.charAt(at + hyphen.length);
  const escaped = /\d/.test(digit) ? `\\3${digit} ` : digit;
  return `${hyphen}${escaped}${text.slice(at + hyphen.length + 1)}`;
}

/** With everything closed that is open at its end. */
function closed(text: string): string {
  const open: string[] = [];
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\\') at += 1;
    else if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '(') open.push(')');
    else if (char === '[') open.push(']');
    else if (char === open.at(-1)) open.pop();
  }
  return text + quote + open.reverse().join('');
}
