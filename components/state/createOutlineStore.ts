import { type ReadonlySignal, signal } from '@preact/signals';
import { checkedOutline, type OutlinedTag } from '../../core/handOver/outlineOf.ts';
import type { PageClient } from '../client.ts';

export interface OutlineStore {
  /** By node id; a node that is gone has an empty outline. */
  readonly outlines: ReadonlySignal<ReadonlyMap<number, readonly OutlinedTag[]>>;
  /** Asks the page for the outlines that are not known yet. */
  ask(nodes: readonly number[]): void;
}

export interface OutlineDeps {
  readonly page: PageClient;
  readonly nextId: () => number;
  readonly signal: AbortSignal;
}

/** How the source of elements might look, as the page tells on request: for advice to developers. */
export function createOutlineStore({ page, nextId, signal: abort }: OutlineDeps): OutlineStore {
  const outlines = signal<ReadonlyMap<number, readonly OutlinedTag[]>>(new Map());
  const asked = new Map<number, number>();

  page.onState(() => {
    asked.clear();
    outlines.value = new Map();
  }, abort);
  page.onMessage((message) => {
    if (message.type !== 'source/outlined') return;
    const node = asked.get(message.body.requestId);
    if (node === undefined) return;
    outlines.value = new Map([...outlines.peek(), [node, checkedOutline(message.body.outline)]]);
  }, abort);

  return {
    outlines,
    ask(nodes) {
      const waiting = new Set(asked.values());
      for (const node of nodes) {
        if (waiting.has(node)) continue;
        const requestId = nextId();
        asked.set(requestId, node);
        page.send({ type: 'source/outline', body: { requestId, node } });
      }
    },
  };
}
