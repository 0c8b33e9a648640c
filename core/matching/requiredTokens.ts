import { parse, type Selector } from 'css-what';
import { holdsOddArgument } from './oddArgument.ts';

/** Classes and ids that must be somewhere in a root for a selector to match anything there, lower case. */
export interface RequiredTokens {
  readonly classes: readonly string[];
  readonly ids: readonly string[];
  /** Pieces that must be in some class attribute as it is written: `[class*="card"]`. */
  readonly classParts: readonly string[];
}

/** A longer selector is not read here: the browser's own parser is a hundred times faster. */
export const longestReadSelector = 8192;

/**
 * What each alternative of a selector list needs. A selector all of whose alternatives miss a token needs not
 * be run: on 67,000 elements a run costs 180 µs, a look into a set nothing (docs/benchmarks.md).
 *
 * @returns one entry per alternative; undefined when css-what cannot read the selector: then it must be run
 */
export function requiredTokens(selector: string): readonly RequiredTokens[] | undefined {
  if (selector.length > longestReadSelector) return undefined;
  try {
    const parts = parse(selector);
    return holdsOddArgument(parts) ? undefined : parts.map(tokensOf);
  } catch (error) {
    // css-what knows less than browsers do; the browser's own parser has the last word.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

const partActions: ReadonlySet<string> = new Set(['any', 'start', 'end', 'hyphen']);

function tokensOf(parts: readonly Selector[]): RequiredTokens {
  const classes: string[] = [];
  const ids: string[] = [];
  const classParts: string[] = [];
  for (const part of parts) {
    if (part.type !== 'attribute' || part.ignoreCase === true) continue;
    // Inside :not(), :is() or :has() nothing is required; those are other types and are passed over.
    if (part.name === 'class' && part.action === 'element') classes.push(part.value.toLowerCase());
    if (part.name === 'class' && partActions.has(part.action)) classParts.push(part.value);
    if (part.name === 'id' && part.action === 'equals') ids.push(part.value.toLowerCase());
  }
  return { classes, ids, classParts };
}
