import type { ActiveRule } from './activeRule.ts';
import type { RuleAction } from './rule.ts';

/** A mark that a developer writes on an element: one class, or one attribute of its own. */
const classMark = /^\.([a-z][\w-]{1,40})$/i;
const attributeMark = /^\[(data-[\w-]{1,40})(?:="([\w-]{1,40})")?\]$/i;

/** rrweb's own marks, which recorders built on it still honour beside the ones they document. */
const inherited = /^class="rr-/;

/**
 * What to write on an element so that this recorder, configured as it is played, does this with it: `class="fs-mask"`,
 * `data-clarity-mask`. Read off its own built-in rules, so that it is never another recorder's.
 *
 * @returns undefined where it has no mark for that, or none that is known to be in force
 */
export function markInCode(rules: readonly ActiveRule[], action: RuleAction): string | undefined {
  const marks = rules
    .filter((rule) => rule.origin === 'built-in' && rule.action === action && rule.certain)
    .flatMap((rule) => rule.selector.split(','))
    .flatMap((part) => markOf(part.trim()) ?? []);
  return marks.find((mark) => !inherited.test(mark)) ?? marks[0];
}

function markOf(selector: string): string | undefined {
  const [, name] = classMark.exec(selector) ?? [];
  if (name !== undefined) return `class="${name}"`;
  const [, attribute, value] = attributeMark.exec(selector) ?? [];
  if (attribute === undefined) return undefined;
  return value === undefined ? attribute : `${attribute}="${value}"`;
}
