/** A piece of code that stands for itself: a function, a name. */
export interface Code {
  readonly code: string;
}

export type CodeValue =
  | string
  | number
  | boolean
  | Code
  | readonly CodeValue[]
  | { readonly [key: string]: CodeValue };

/**
 * A value as JavaScript source, which is JSON too where it holds no code.
 *
 * @param indent what the lines after the first begin with
 */
export function codeOf(value: CodeValue, indent = ''): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const inner = `${indent}  `;
  if (isList(value)) {
    if (value.length === 0) return '[]';
    return `[\n${value.map((entry) => `${inner}${codeOf(entry, inner)},\n`).join('')}${indent}]`;
  }
  if (isCode(value)) return value.code.replaceAll('\n', `\n${indent}`);
  const lines = Object.entries(value).map(
    ([key, entry]) => `${inner}${keyOf(key)}: ${codeOf(entry, inner)},\n`,
  );
  return lines.length === 0 ? '{}' : `{\n${lines.join('')}${indent}}`;
}

/**
 * A string as JSON that is safe wherever it is pasted: a script element, a template literal, a line comment.
 * Nothing in it can end what it stands in, and it reads as the same string in each.
 */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /<(?=[!/]|script)|[`\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]|\$(?=\{)/giu,
    (found) =>
      [...Array(found.length).keys()]
        .map((at) => `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`)
        .join(''),
  );
}

function keyOf(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key);
}

function isList(value: CodeValue): value is readonly CodeValue[] {
  return Array.isArray(value);
}

function isCode(value: Code | { readonly [key: string]: CodeValue }): value is Code {
  return typeof value.code === 'string' && Object.keys(value).length === 1;
}
