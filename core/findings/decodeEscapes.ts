import { excerptAround } from './excerptAround.ts';

/** JSON and JavaScript strings; several backslashes are a string in a string. */
const inStrings = /\\{1,8}(?:u\{([\da-fA-F]{1,6})\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|([nrt])|(["'/]))/g;
/** https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point */
const inStyles = /\\([\da-fA-F]{2,6})[ \t\n]?/g;
const lastCodePoint = 0x10_ffff;

/** Escapes of strings in code and data: `\u0040`, `\x40`, `\/`, `\"`. */
export function decodeEscapes(text: string): string | undefined {
  if (!text.includes('\\')) return undefined;
  return excerptAround(text, inStrings, ([, point, unit, byte, , mark]) => {
    if (mark !== undefined) return mark;
    const written = point ?? unit ?? byte;
    return written === undefined ? ' ' : character(written);
  });
}

/** Escapes of style sheets: `\40 ` for an `@`. */
export function decodeStyleEscapes(text: string): string | undefined {
  if (!text.includes('\\')) return undefined;
  return excerptAround(text, inStyles, ([, written]) => character(written ?? ''));
}

function character(hexadecimal: string): string | undefined {
  const code = Number.parseInt(hexadecimal, 16);
  return code <= lastCodePoint ? String.fromCodePoint(code) : undefined;
}
