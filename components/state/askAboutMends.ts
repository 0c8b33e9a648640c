import { effect, type ReadonlySignal } from '@preact/signals';
import { createSelectorComparer } from '../../core/lint/compareSelectors.ts';
import type { RuleLint } from '../../core/lint/ruleLint.ts';
import { maxCompared, type SelectorDifference, type WrittenSelector } from '../../core/protocol.ts';
import { lintSelector } from '../../core/selectors/lintSelector.ts';
import type { RankedSelector } from '../../core/selectors/rankedSelector.ts';
import { ruleLimits } from '../../core/settings/ruleLimits.ts';
import type { PageClient } from '../client.ts';
import type { LiveMatch, RuleEdit } from './createEditorStore.ts';

/** Typing is not asked about letter by letter. */
const typingPauseMilliseconds = 200;
/** Other names that are offered: the first is the one to take. */
const mostNames = 2;
/** A bare tag in a named container is no better than what it would replace (`partStability`). */
const stableEnough = 0.6;

export interface AskedSelector {
  readonly before: WrittenSelector;
  readonly after: readonly WrittenSelector[];
}

interface Asking {
  readonly page: PageClient;
  readonly nextId: () => number;
  readonly edit: ReadonlySignal<RuleEdit | null>;
  readonly live: ReadonlySignal<LiveMatch | null>;
  readonly signal: AbortSignal;
}

/** What identifies one comparison. */
export function keyOfSelector(before: WrittenSelector, after: WrittenSelector): string {
  return JSON.stringify([before.selector, before.exceptions, after.selector, after.exceptions]);
}

/** Asks the page what each proposed mend would match beside what is written. */
export function compareMends(
  asking: Asking & {
    readonly proposed: ReadonlySignal<readonly RuleLint[]>;
    readonly answered: (asked: AskedSelector, results: readonly (SelectorDifference | null)[]) => void;
  },
): void {
  const { page, edit, live, proposed } = asking;
  let asked: (AskedSelector & { readonly id: number; readonly key: string }) | undefined;

  const dispose = effect(() => {
    const content = edit.value?.content;
    // The page has answered for what is written: it is there, and it is not busy with the present text.
    if (!content || !live.value) return undefined;
    const { selector, exceptions } = content;
    const changes = proposed.value.flatMap(({ mends }) =>
      mends.flatMap((mend) => (mend.kind === 'content' ? [{ selector, exceptions, ...mend.change }] : [])),
    );
    const after = changes
      .map((change): WrittenSelector => ({ selector: change.selector, exceptions: change.exceptions }))
      .filter((one) => one.selector !== '' && (one.selector !== selector || one.exceptions !== exceptions))
      .slice(0, maxCompared);
    const key = JSON.stringify([selector, exceptions, after]);
    if (after.length === 0 || asked?.key === key) return undefined;
    const timer = setTimeout(() => {
      asked = { before: { selector, exceptions }, after, id: asking.nextId(), key };
      const { before, id: requestId } = asked;
      page.send({ type: 'preview/compare', body: { requestId, before, after } });
    }, typingPauseMilliseconds);
    return () => clearTimeout(timer);
  });
  asking.signal.addEventListener('abort', dispose, { once: true });

  page.onMessage((message) => {
    if (message.type !== 'preview/compared' || !asked || message.body.requestId !== asked.id) return;
    asking.answered(asked, message.body.results);
  }, asking.signal);
}

/** Asks the suggestion engine for other names of what is matched, when one is wanted. */
export function askOtherNames(
  asking: Asking & {
    readonly wanted: ReadonlySignal<boolean>;
    readonly answered: (selector: string, found: readonly string[]) => void;
  },
): void {
  const { page, edit, live } = asking;
  let asked: { readonly id: number; readonly selector: string; readonly live: LiveMatch } | undefined;

  const dispose = effect(() => {
    const selector = edit.value?.content.selector;
    const answer = live.value;
    const [node] = answer?.nodes ?? [];
    if (selector === undefined || !answer || node === undefined || !asking.wanted.value) return undefined;
    if (asked?.selector === selector || selector.length > ruleLimits.selector) return undefined;
    const timer = setTimeout(() => {
      asked = { id: asking.nextId(), selector, live: answer };
      page.send({ type: 'selectors/suggest', body: { requestId: asked.id, node } });
    }, typingPauseMilliseconds);
    return () => clearTimeout(timer);
  });
  asking.signal.addEventListener('abort', dispose, { once: true });

  page.onMessage((message) => {
    if (message.type !== 'selectors/suggested' || message.body.requestId !== asked?.id) return;
    asking.answered(asked.selector, namesFor(message.body.candidates, asked.live, asked.selector));
  }, asking.signal);
}

/** Those that match at least the same and have no doubt of their own, the closest first. */
function namesFor(candidates: readonly RankedSelector[], live: LiveMatch, selector: string): string[] {
  const { covers } = createSelectorComparer();
  const isSame = (other: string) => covers(other, selector) && covers(selector, other);
  return candidates
    .filter((one) => one.selector !== selector && !isSame(one.selector) && one.notes.length === 0)
    .filter(({ stability }) => stability >= stableEnough)
    .filter((one) => lintSelector(one.selector).length === 0)
    .filter(({ count, nodes }) => {
      const matched = new Set(nodes);
      // Of a large set only a part is told: then the page's comparison has the word.
      return count >= live.count && (nodes.length < count || live.nodes.every((node) => matched.has(node)));
    })
    .sort((a, b) => a.count - b.count || b.stability - a.stability)
    .slice(0, mostNames)
    .map((one) => one.selector);
}
