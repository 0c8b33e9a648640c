/**
 * Characters of a selector, read one by one: no expression runs over a text that somebody else wrote.
 * https://www.w3.org/TR/css-syntax-3/#tokenization
 */

/** Shown as nothing, or turn the order of what is shown: controls, zero widths, directions, tags. */
export function isHiddenCharacter(char: string): boolean {
  const code = char.charCodeAt(0);
  if (code < 0x20) return code !== 0x09 && code !== 0x0a && code !== 0x0c && code !== 0x0d;
  if (code >= 0x7f && code <= 0x9f) return true;
  if (code === 0xad || code === 0x61c || code === 0xfeff || code === 0x180e) return true;
  return (code >= 0x200b && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e) || isInvisibleFormat(code);
}

function isInvisibleFormat(code: number): boolean {
  return (code >= 0x2060 && code <= 0x206f) || (code >= 0xfff0 && code <= 0xfffb);
}

function isNameCharacter(char: string): boolean {
  return /[\w-]/.test(char) || (char >= '\u0080' && !isHiddenCharacter(char));
}

/** Whether a name can begin at this place: not with a digit, and not with a lone hyphen. */
export function isNameStart(text: string, at: number): boolean {
  const char = text.charAt(at);
  if (char === '\\') return isEscape(text, at);
  if (char === '-') return text.charAt(at + 1) === '-' || isNameStart(text, at + 1);
  return char !== '' && isNameCharacter(char) && !/\d/.test(char);
}

function isEscape(text: string, at: number): boolean {
  const next = text.charAt(at + 1);
  return next !== '' && next !== '\n' && next !== '\r' && next !== '\f';
}

/** @returns where the name that goes on at this place ends; the place itself when there is none */
export function identEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '\\' && isEscape(text, at)) at = escapeEnd(text, at);
    else if (isNameCharacter(char)) at += 1;
    else break;
  }
  return at;
}

/** `\31 ` is six hexadecimal digits at most and one space, anything else is one character. */
function escapeEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && at - from <= 6 && /[0-9a-f]/i.test(text.charAt(at))) at += 1;
  if (at === from + 1) return at + 1;
  return /\s/.test(text.charAt(at)) ? at + 1 : at;
}

/** @returns where a string that begins at this place ends: after its closing quote, at a line's end, or with the text */
export function stringEnd(text: string, from: number): number {
  const quote = text.charAt(from);
  for (let at = from + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\\') at += 1;
    else if (char === quote) return at + 1;
    else if (char === '\n') return at;
  }
  return text.length;
}
