/**
 * How far might a rule reach whose selector the browser rejects? Its valid parts, and what is left of the
 * others once the piece nobody understands is dropped. What this matches is `unknown`.
 *
 * @param isValid the browser's word on a selector
 * @returns a valid selector list that covers at least what any reading of `selector` could, or undefined when
 *   nothing sensible is left
 */
export function relaxSelector(selector: string, isValid: (selector: string) => boolean): string | undefined {
  const kept: string[] = [];
  for (const part of splitTopLevel(selector, ',')) {
    const relaxed = relaxPart(part.trim(), isValid);
    if (relaxed === undefined) return kept.length > 0 ? kept.join(', ') : undefined;
    kept.push(relaxed);
  }
  return kept.join(', ');
}

/** Each loosening drops more; the first that is valid and says something is taken. */
const loosenings: readonly ((part: string) => string)[] = [
  (part) => part,
  (part) => part.replace(/::[\w-]+(\([^)]*\))?/g, ''),
  (part) => dropFunctional(part).replace(/::?[\w-]+/g, ''),
  withoutTests,
  (part) => subjectOf(withoutTests(part)),
];

function withoutTests(part: string): string {
  return dropFunctional(part)
    .replace(/::?[\w-]+/g, '')
    .replace(/\[[^\]]*\]?/g, '');
}

/** The last compound alone: what a selector selects, wherever it is. The first would be somebody's ancestor. */
function subjectOf(part: string): string {
  if (/["'()[\]]/.test(part)) return '';
  const last = part.split(/[\s>+~]+/).at(-1) ?? '';
  return /^(?:[\w-]+|[.#][\w-]+)+/.exec(last)?.[0] ?? '';
}

function relaxPart(part: string, isValid: (selector: string) => boolean): string | undefined {
  for (const loosen of loosenings) {
    const candidate = loosen(part).trim();
    if (candidate !== '' && isValid(candidate)) return candidate;
  }
  return undefined;
}

/** Removes `:name(...)` with nested parentheses. */
function dropFunctional(part: string): string {
  let out = '';
  let depth = 0;
  for (let i = 0; i < part.length; i += 1) {
    const char = part.charAt(i);
    if (depth === 0 && char === '(') out = out.replace(/::?[\w-]+$/, '');
    if (char === '(') depth += 1;
    if (depth === 0) out += char;
    if (char === ')' && depth > 0) depth -= 1;
  }
  return out;
}

/** Splits at a separator outside brackets, parentheses and strings. */
export function splitTopLevel(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (char === '\\') i += 1;
    else if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '(' || char === '[') depth += 1;
    else if (char === ')' || char === ']') depth = Math.max(0, depth - 1);
    else if (char === separator && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
