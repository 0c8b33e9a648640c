import type { ExampleElement, Examples, PooledSelector } from './examplePool.ts';
import { positionalCandidates } from './positionalCandidates.ts';
import { structuralCandidates } from './selectorCandidates.ts';

/** The selector with the fewest errors, where none is without. */
export interface ClosestSelector {
  readonly selector: string;
  /** Ids of included examples that it does not match. */
  readonly missed: readonly number[];
  /** Ids of excluded examples that it matches. */
  readonly wrong: readonly number[];
}

/** A selector that takes all of the included and too much beside them, and exceptions that spare what is too much. */
export interface ExceptedSelector {
  readonly selector: string;
  readonly exceptions: readonly string[];
}

/** More exceptions than this are a list of accidents, not a rule. */
const maxExceptions = 3;
const maxBases = 40;

/** What is missed is recorded, what is hit needlessly is hidden: the first is the worse one. */
const costOfMissed = 1.5;

export function closestSelector(pool: readonly PooledSelector[]): ClosestSelector | undefined {
  const cost = ({ missed, wrong }: PooledSelector) => missed.length * costOfMissed + wrong.length;
  const [best] = pool.toSorted((a, b) => cost(a) - cost(b) || b.stability - a.stability);
  return best && { selector: best.selector, missed: best.missed, wrong: best.wrong };
}

/**
 * The same with exceptions of the rule. Each exception is a selector of an excluded example that matches no included
 * one; undefined when no three of them do.
 */
export function exceptedSelector(
  examples: Examples,
  pool: readonly PooledSelector[],
): ExceptedSelector | undefined {
  const known = new Map<number, Spare[]>();
  const sparesOf = (id: number | undefined): Spare[] => {
    const example = examples.excluded.find((one) => one.id === id);
    if (!example) return [];
    const found = known.get(example.id) ?? sparingSelectors(examples, example);
    known.set(example.id, found);
    return found;
  };
  for (const base of pool.filter(({ missed }) => missed.length === 0).slice(0, maxBases)) {
    const exceptions: string[] = [];
    let left = base.wrong;
    while (left.length > 0 && exceptions.length < maxExceptions) {
      const spare = mostSparing(sparesOf(left[0]), left);
      if (!spare) break;
      exceptions.push(spare.selector);
      left = left.filter((id) => !spare.hit.has(id));
    }
    if (left.length === 0 && exceptions.length > 0) return { selector: base.selector, exceptions };
  }
  return undefined;
}

interface Spare {
  readonly selector: string;
  readonly hit: ReadonlySet<number>;
}

function sparingSelectors(examples: Examples, { id, facts, ancestors }: ExampleElement): Spare[] {
  const source = { target: facts, ancestors, wordOnPage: examples.wordOnPage };
  return [...structuralCandidates(source), ...positionalCandidates(source)].flatMap(({ selector }) => {
    const hit = examples.hits(selector);
    const fits = hit?.has(id) && !examples.included.some((one) => hit.has(one.id));
    return hit && fits ? [{ selector, hit }] : [];
  });
}

/** Of those that spare the first one, most stable first, the one that spares most of the others too. */
function mostSparing(spares: readonly Spare[], left: readonly number[]): Spare | undefined {
  const worth = ({ hit }: Spare) => left.filter((id) => hit.has(id)).length;
  return spares.reduce<Spare | undefined>(
    (best, spare) => (best && worth(best) >= worth(spare) ? best : spare),
    undefined,
  );
}
