import { isTraversal, parse, type Selector, SelectorType, stringify } from 'css-what';

/**
 * Writes a selector down again with some of its pieces changed or left out. Where nothing is left between two
 * combinators, anything may stand there: the result then matches more, never less.
 *
 * @param change gives back the piece itself, another one, or null to leave it out; asked at the top level only
 * @returns undefined when nothing changed, or when the text cannot be written down again (`stringify` loses escapes)
 */
export function rewriteSelector(
  selector: string,
  change: (piece: Selector, beside: readonly Selector[]) => Selector | null,
): string | undefined {
  if (selector.includes('\\')) return undefined;
  let parts: Selector[][];
  try {
    parts = parse(selector);
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
  let changed = false;
  const rewritten = parts.map((part) =>
    compoundsOf(part).flatMap(({ pieces, combinator }) => {
      const kept = pieces.flatMap((piece) => {
        const next = change(piece, pieces);
        changed ||= next !== piece;
        return next ? [next] : [];
      });
      const compound: Selector[] =
        kept.length > 0 ? kept : [{ type: SelectorType.Universal, namespace: null }];
      return combinator ? [...compound, combinator] : compound;
    }),
  );
  return changed ? stringify(rewritten) : undefined;
}

export interface Compound {
  /** What one element has to be. */
  readonly pieces: readonly Selector[];
  /** What leads to the next compound; absent for the last one. */
  readonly combinator?: Selector;
}

/** One alternative of a list, taken apart at its combinators. */
export function compoundsOf(part: readonly Selector[]): Compound[] {
  const compounds: Compound[] = [];
  let pieces: Selector[] = [];
  for (const token of part) {
    if (!isTraversal(token)) {
      pieces.push(token);
      continue;
    }
    compounds.push({ pieces, combinator: token });
    pieces = [];
  }
  compounds.push({ pieces });
  return compounds;
}
