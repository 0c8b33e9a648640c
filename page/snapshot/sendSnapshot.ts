import { type Message, maxChunkLength, type PageToPanel } from '../../core/protocol.ts';
import { snapshotLimits } from '../../core/saved/pageSnapshot.ts';
import type { RawNode } from '../../core/saved/rawSnapshot.ts';
import { takeSnapshot } from '../../core/saved/takeSnapshot.ts';
import { createDomAdapter } from '../domAdapter.ts';
import { runSliced } from '../runSliced.ts';

export interface SendSnapshotOptions {
  readonly document: Document;
  readonly requestId: number;
  readonly isOurs: (node: Node) => boolean;
  readonly hasClosedRoot: (element: Element) => boolean;
  readonly send: (message: Message<PageToPanel>) => void;
  readonly signal: AbortSignal;
}

/** Reads the page as it is and sends it in parts; what the panel keeps of it is redacted there, at once. */
export async function sendSnapshot(options: SendSnapshotOptions): Promise<void> {
  const { document, requestId, send, signal } = options;
  try {
    const parts = await runSliced(sendParts(options), { signal });
    const lang = (document.documentElement?.getAttribute('lang') ?? '').toLowerCase().slice(0, 40);
    const head = { url: document.location.href, lang };
    send({ type: 'snapshot/done', body: { requestId, parts, head } });
  } catch (error) {
    if (signal.aborted) return;
    const reason = error instanceof RangeError ? 'too-large' : 'not-read';
    send({ type: 'snapshot/failed', body: { requestId, reason } });
    if (!(error instanceof RangeError)) throw error;
  }
}

function* sendParts(options: SendSnapshotOptions): Generator<number, number> {
  const { document, requestId, isOurs, hasClosedRoot, send } = options;
  const reading = takeSnapshot<Node>({
    tree: createDomAdapter({ hasClosedRoot }),
    root: document,
    isOurs,
    isQuirks: (node) => (node as Document).compatMode === 'BackCompat',
    maxNodes: snapshotLimits.nodes,
  });
  let nodes: RawNode[] = [];
  let length = 0;
  let parts = 0;
  const flush = () => {
    send({ type: 'snapshot/part', body: { requestId, nodes } });
    parts += 1;
    nodes = [];
    length = 0;
  };
  for (const node of reading) {
    const needed = JSON.stringify(node).length + 1;
    if (needed > longestNode) throw new RangeError('one element is too large');
    if (length + needed > longestNode) flush();
    nodes.push(node);
    length += needed;
    yield parts;
  }
  flush();
  return parts;
}

/** What a part may hold beside its own name and number. */
const longestNode = maxChunkLength - 200;
