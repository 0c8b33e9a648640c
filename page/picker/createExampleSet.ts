import type { ExampleClick } from '../../core/protocol.ts';

export interface ExampleSet {
  readonly included: readonly Element[];
  readonly excluded: readonly Element[];
  set(included: readonly Element[], excluded: readonly Element[]): void;
  /** What a click on this element would do. */
  clickOn(element: Element): ExampleClick;
  /** Does it. */
  click(element: Element): void;
  has(element: Element): boolean;
}

/** Each example costs a match per selector that is tried. */
const mostExamples = 50;

/**
 * What the selector is to take and what it is to leave out, as it was clicked together: a match is left out, anything
 * else is taken, and a second click takes the first one back.
 *
 * @param isMatched does the present selector match this element?
 */
export function createExampleSet(isMatched: (element: Element) => boolean): ExampleSet {
  let included: readonly Element[] = [];
  let excluded: readonly Element[] = [];
  const has = (element: Element) => included.includes(element) || excluded.includes(element);

  function clickOn(element: Element): ExampleClick {
    if (has(element)) return 'take-back';
    if (included.length + excluded.length >= mostExamples) return 'full';
    return isMatched(element) ? 'exclude' : 'include';
  }

  return {
    get included() {
      return included;
    },
    get excluded() {
      return excluded;
    },
    set(nextIncluded, nextExcluded) {
      included = nextIncluded.slice(0, mostExamples);
      excluded = nextExcluded.slice(0, mostExamples - included.length);
    },
    clickOn,
    click(element) {
      const does = clickOn(element);
      if (does === 'include') included = [...included, element];
      else if (does === 'exclude') excluded = [...excluded, element];
      else if (does === 'take-back') {
        included = included.filter((one) => one !== element);
        excluded = excluded.filter((one) => one !== element);
      }
    },
    has,
  };
}
