import type { PageToPanel, PanelToPage, SelectorDifference, WrittenSelector } from '../core/protocol.ts';
import type { QueryRoot } from './domAccess.ts';
import type { PageToolsOptions } from './pageTools.ts';
import { previewMatches } from './previewMatches.ts';
import { runSliced } from './runSliced.ts';

type Asked = 'preview/compare' | 'selectors/names';

/** What the rule editor asks of a page beside matches: nothing of it is drawn, and only the last question counts. */
export function createSelectorTools(
  options: Pick<PageToolsOptions, 'signal' | 'send' | 'costs' | 'roots' | 'author'>,
): {
  readonly [K in Asked]: (body: PanelToPage[K]) => void;
} {
  const { signal, send, costs, roots } = options;

  /** A newer question of the same kind ends the one under way. */
  function lastOnly<Body, T>(
    work: (body: Body) => Generator<number, T>,
    answer: (body: Body, found: T) => void,
  ): (body: Body) => Promise<void> {
    let present = new AbortController();
    return async (body) => {
      present.abort();
      present = new AbortController();
      const ended = AbortSignal.any([signal, present.signal]);
      try {
        answer(body, await runSliced(work(body), { signal: ended }));
      } catch (error) {
        if (!ended.aborted) throw error;
      }
    };
  }

  function* compare({ before, after }: PanelToPage['preview/compare']) {
    const first = (yield* matchesOf(before)) ?? new Set();
    const results: (SelectorDifference | null)[] = [];
    for (const one of after) {
      const found = yield* matchesOf(one);
      results.push(found ? differenceOf(first, found) : null);
    }
    return results;
  }

  function* matchesOf(written: WrittenSelector): Generator<number, ReadonlySet<Element> | null> {
    const answer = yield* previewMatches({ ...written, roots: roots(), costs });
    return 'problem' in answer ? null : new Set(answer.matched);
  }

  const compared = lastOnly(compare, ({ requestId }, results: PageToPanel['preview/compared']['results']) =>
    send({ type: 'preview/compared', body: { requestId, results } }),
  );
  const named = lastOnly(
    (_: PanelToPage['selectors/names']) => options.author().pageNames(roots() as QueryRoot[]),
    ({ requestId }, found) => send({ type: 'selectors/named', body: { requestId, ...found } }),
  );
  return {
    'preview/compare': (body) => void compared(body),
    'selectors/names': (body) => void named(body),
  };
}

function differenceOf(before: ReadonlySet<Element>, after: ReadonlySet<Element>): SelectorDifference {
  let same = 0;
  for (const element of after) if (before.has(element)) same += 1;
  return { count: after.size, lost: before.size - same, gained: after.size - same };
}
