import type { LockedPage, LockFile } from './lockFile.ts';

/** The text of `scrim.lock.json`: every rule and every accepted leak on a line of its own, so that a diff reads well. */
export function writeLockFile({ scrim, recorder, pages }: LockFile): string {
  const head = [`  "scrim": ${scrim}`, `  "recorder": ${JSON.stringify(recorder)}`];
  return `{\n${[...head, `  "pages": ${list(pages.map(pageText), '  ')}`].join(',\n')}\n}\n`;
}

function pageText({ page, step, looked, rules, accepted }: LockedPage): string {
  const entries = [
    `"page": ${JSON.stringify(page)}`,
    ...(step === undefined ? [] : [`"step": ${JSON.stringify(step)}`]),
    `"looked": ${line(looked)}`,
    `"rules": ${list(rules.map(line), '      ')}`,
    `"accepted": ${list(accepted.map(line), '      ')}`,
  ];
  return `{\n${entries.map((entry) => `      ${entry}`).join(',\n')}\n    }`;
}

function list(entries: readonly string[], indent: string): string {
  if (entries.length === 0) return '[]';
  return `[\n${entries.map((entry) => `${indent}  ${entry}`).join(',\n')}\n${indent}]`;
}

/** One object on one line, with spaces where people put them. */
function line(value: object): string {
  const entries = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${inline(part)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function inline(value: unknown): string {
  return Array.isArray(value)
    ? `[${value.map((part) => JSON.stringify(part)).join(', ')}]`
    : JSON.stringify(value);
}
