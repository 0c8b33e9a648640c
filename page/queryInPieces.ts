import { domAccess, type QueryRoot, queryAll } from './domAccess.ts';
import { type ElementUnit, elementUnits } from './elementUnits.ts';
import { type CostBudget, maxCall, type SelectorCosts } from './selectorCosts.ts';

/** What a selector hits in one root, or why it is not run there. */
export type QueryAnswer = { readonly found: ArrayLike<Element> } | { readonly refused: string };

export interface PieceQuery {
  /** @param isLinear what `isLinearSelector` says; asked once for each rule, not for each root */
  run(root: QueryRoot, selector: string, isLinear: boolean): Generator<void, QueryAnswer>;
}

/** Elements of the first piece: a selector may cost anything, so it begins with a few. */
const firstPiece = 16;
const largestPiece = 256;
/** What a piece is meant to take, and after how long the page gets to breathe. */
const pieceMilliseconds = 4;
/** What was once seen of an element's cost counts for a while: the next one may be like it. */
const memory = 0.9;

/**
 * The browser's own matching in bounded calls. What it runs in linear time is one call. Everything else is asked of
 * small pieces of the root, which begin with a few elements and grow while that stays cheap: the same elements, found
 * later, and the page breathes in between. What overruns all the same is refused from then on.
 */
export function createPieceQuery(costs: SelectorCosts, budget: CostBudget): PieceQuery {
  let cut: { readonly root: QueryRoot; readonly units: readonly ElementUnit[] } | undefined;

  function* run(root: QueryRoot, selector: string, isLinear: boolean): Generator<void, QueryAnswer> {
    const known = costs.refusal(selector);
    if (known !== undefined) return { refused: known };
    if (isLinear && !costs.isToBeCut(selector, root)) return atOnce(root, selector);
    // What it means depends on where it is asked; asked of a piece, it is another selector.
    if (selector.includes(':scope')) return { refused: costs.refuse(selector, 'one-call') };
    if (cut?.root !== root) cut = { root, units: yield* elementUnits(root) };
    return yield* inPieces(cut.units, selector);
  }

  function atOnce(root: QueryRoot, selector: string): QueryAnswer {
    const start = performance.now();
    const found = queryAll(root, selector);
    if (performance.now() - start > maxCall) costs.noteOverrun(selector, root);
    return { found };
  }

  function* inPieces(units: readonly ElementUnit[], selector: string): Generator<void, QueryAnswer> {
    const found: Element[] = [];
    let piece = firstPiece;
    let perElement = 0;
    let at = performance.now();
    let breath = at;
    for (const { element: top, size } of units) {
      const isWhole = size <= piece;
      let took = 0;
      for (const element of isWhole ? [top] : withDescendants(top, size)) {
        if (domAccess.matches(element, selector)) found.push(element);
        if (isWhole && size > 1) for (const inner of queryAll(element, selector)) found.push(inner);
        const call = performance.now() - at;
        at += call;
        took += call;
        const over = budget.spend(selector, call);
        if (over !== undefined) return { refused: costs.refuse(selector, over) };
        if (at - breath < pieceMilliseconds) continue;
        yield;
        at = performance.now();
        breath = at;
      }
      perElement = Math.max(took / size, perElement * memory);
      if (size > 1) piece = pieceFor(perElement, piece);
    }
    return { found };
  }

  return { run };
}

/** As many elements as are likely to be asked in time; it grows step by step. */
function pieceFor(perElement: number, before: number): number {
  const fits = perElement === 0 ? largestPiece : Math.floor(pieceMilliseconds / perElement);
  return Math.max(1, Math.min(fits, before * 4, largestPiece));
}

function withDescendants(element: Element, size: number): Element[] {
  return size === 1 ? [element] : [element, ...queryAll(element, '*')];
}
