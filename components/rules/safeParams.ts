import { visibleSelector } from '../../core/selectors/visibleSelector.ts';

/** Pieces of somebody else's selector that stand in a sentence: what turns text round is written as its number. */
export function safeParams(
  params: Readonly<Record<string, string | number>>,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? visibleSelector(value) : value,
    ]),
  );
}
