import type { FilledField } from '../../core/visitor/visitorReport.ts';

/** How many fields of each kind were filled, the most first. */
export function filledByClass(
  filled: readonly FilledField[],
): readonly (readonly [FilledField['class'], number])[] {
  const counts = new Map<FilledField['class'], number>();
  for (const field of filled) counts.set(field.class, (counts.get(field.class) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one);
}
