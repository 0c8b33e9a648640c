import { type ReadonlySignal, signal } from '@preact/signals';
import { checkedOutline, type OutlinedTag } from '../../core/handOver/outlineOf.ts';
import { createPageQuestions, type PageQuestionsDeps } from './createPageQuestions.ts';

export interface OutlineStore {
  /** By node id; a node that is gone has an empty outline. */
  readonly outlines: ReadonlySignal<ReadonlyMap<number, readonly OutlinedTag[]>>;
  /** Asks the page for the outlines that are not known yet. */
  ask(nodes: readonly number[]): void;
}

/** How the source of elements might look, as the page tells on request: for advice to developers. */
export function createOutlineStore(deps: PageQuestionsDeps): OutlineStore {
  const outlines = signal<ReadonlyMap<number, readonly OutlinedTag[]>>(new Map());
  const askPage = createPageQuestions(deps);
  const asked = new Set<number>();

  deps.page.onState(() => {
    asked.clear();
    outlines.value = new Map();
  }, deps.signal);

  async function read(node: number): Promise<void> {
    asked.add(node);
    const { outline } = await askPage('source/outline', { node });
    outlines.value = new Map([...outlines.peek(), [node, checkedOutline(outline)]]);
  }

  return {
    outlines,
    ask(nodes) {
      for (const node of nodes) if (!asked.has(node)) void read(node);
    },
  };
}
