import type { CaptureScan } from '../core/capture/captureScan.ts';
import { chunkScan } from '../core/capture/chunkScan.ts';
import { documentStep, shadowStep } from '../core/capture/pathIndex.ts';
import type { Profile } from '../core/profiles/profile.ts';
import {
  type Message,
  maxChunkLength,
  type PageToPanel,
  type PanelToPage,
  type ScanPurpose,
  type ScanRequest,
} from '../core/protocol.ts';
import { followRoute } from './followRoute.ts';
import { createNodeIds } from './nodeIds.ts';
import type { OverlayWords } from './overlay/overlayWords.ts';
import { createPageTools, type PageTools } from './pageTools.ts';
import { createRecordingSender } from './recording/createRecordingSender.ts';
import { recordPage } from './recording/recordPage.ts';
import { runSliced } from './runSliced.ts';
import { createScanIndex, type ScanIndex } from './scanIndex.ts';
import { scanPage } from './scanPage.ts';
import type { SelectorAuthor } from './selectorAuthor.ts';
import { createSelectorCosts } from './selectorCosts.ts';
import { sendSnapshot } from './snapshot/sendSnapshot.ts';
import type { PageVisitor } from './visitor/pageVisitor.ts';
import { watchPage } from './watchPage.ts';

export interface PageSessionOptions {
  readonly document: Document;
  /** Panel closed, navigation, extension reload: everything of ours leaves the page. */
  readonly signal: AbortSignal;
  readonly send: (message: Message<PageToPanel>) => void;
  readonly words: OverlayWords;
  /** A recorder that can be played here. */
  readonly profileOf: (id: string) => Profile | undefined;
  /** What writing rules needs; asked for when somebody first does. */
  readonly author: () => SelectorAuthor;
  /** What types a test identity; asked for when a person wants that. */
  readonly visitor: () => PageVisitor;
  readonly openOrClosedRoot: (element: Element) => ShadowRoot | null;
}

/** Elements between two progress messages: a page of 70,000 sends about fifteen. */
const progressEvery = 5000;

/** The page's side of one open panel: scans, watches, draws and picks on request, and leaves nothing behind. */
export function createPageSession(options: PageSessionOptions): (message: Message<PanelToPage>) => void {
  const { document, signal, send } = options;
  const ids = createNodeIds();
  const costs = createSelectorCosts();
  const scans = new Map<ScanPurpose, ScanIndex>();
  const running = new Map<ScanPurpose, { readonly scanId: number; readonly end: AbortController }>();
  let watch: AbortController | undefined;
  /** Ends the recording that goes on after its first look. */
  let recording: AbortController | undefined;
  const tools = createPageTools({ ...options, ids, costs, scanFor: (purpose) => scans.get(purpose), roots });

  function roots(): Node[] {
    const index = scans.get('draft') ?? scans.get('current');
    const entries =
      index?.scan.nodes.filter((node) => node.step === documentStep || node.step === shadowStep) ?? [];
    const found = entries.flatMap((entry) => ids.nodeOf(entry.id) ?? []);
    return found.length > 0 ? found : [document];
  }

  async function scan(request: ScanRequest): Promise<void> {
    const { scanId, purpose, record } = request;
    running.get(purpose)?.end.abort();
    const end = new AbortController();
    const run = { scanId, end };
    running.set(purpose, run);
    const profile = options.profileOf(request.profile);
    if (!profile) return fail(scanId, `unknown profile ${request.profile}`);
    if (record) {
      recording?.abort();
      recording = end;
    }
    const life = AbortSignal.any([signal, end.signal]);
    const sender = createRecordingSender({ recordingId: scanId, signal: life, send });
    let reported = 0;
    const work = {
      signal: life,
      onSlice(elements: number) {
        if (elements - reported < progressEvery) return;
        reported = elements;
        send({ type: 'scan/progress', body: { scanId, elements } });
      },
    };
    const hasClosedRoot = closedRootTest(options);
    const page = { ...request, document, profile, ids, costs, isOurs: tools.isOurs, hasClosedRoot };
    try {
      const recorded = record ? await recordPage({ ...page, ...work, onLate: sender.schedule }) : null;
      const result = recorded?.scan ?? (await runSliced(scanPage(page), work));
      scans.set(purpose, createScanIndex(result));
      await deliver(request, result, life);
      // From here on only another recording ends this one: a new look at the page does not.
      if (running.get(purpose) === run) running.delete(purpose);
      if (recorded) sender.begin(recorded);
    } catch (error) {
      if (life.aborted) return;
      if (error instanceof Error) return fail(scanId, error.message);
      throw error;
    }
  }

  async function deliver(request: ScanRequest, result: CaptureScan, life: AbortSignal): Promise<void> {
    const { scanId, purpose } = request;
    const parts = await runSliced(sendParts(scanId, result), { signal: life });
    const { profile, url, lang } = result;
    const head = { profile, url, lang };
    send({ type: 'scan/done', body: { scanId, purpose, head, parts, changedMeanwhile: false } });
    tools.scanChanged(purpose);
    if (watch) startWatch();
  }

  function* sendParts(scanId: number, result: CaptureScan): Generator<number, number> {
    let parts = 0;
    for (const part of chunkScan(result, maxChunkLength)) {
      send({ type: 'scan/part', body: { scanId, part } });
      parts += 1;
      yield parts;
    }
    return parts;
  }

  function fail(scanId: number, reason: string): void {
    send({ type: 'scan/failed', body: { scanId, reason } });
  }

  function startWatch(): void {
    watch?.abort();
    watch = new AbortController();
    watchPage({
      roots: roots(),
      isOurs: tools.isOurs,
      signal: AbortSignal.any([signal, watch.signal]),
      onChange(mutations) {
        tools.refresh();
        send({ type: 'page/changed', body: { mutations } });
      },
    });
  }

  function stopWatch(): void {
    watch?.abort();
    watch = undefined;
  }

  function cancel(scanId: number): void {
    for (const run of running.values()) if (run.scanId === scanId) run.end.abort();
  }

  send({ type: 'page/ready', body: { url: document.location.href, title: document.title } });
  followRoute({ document, signal, onRoute: (url) => send({ type: 'page/route', body: { url } }) });

  return (message) => {
    switch (message.type) {
      case 'scan/start':
        void scan(message.body);
        return;
      case 'scan/cancel':
        return cancel(message.body.scanId);
      case 'watch/set':
        return message.body.on ? startWatch() : stopWatch();
      case 'snapshot/take':
        void sendSnapshot({
          ...{ document, send, signal, isOurs: tools.isOurs, hasClosedRoot: closedRootTest(options) },
          requestId: message.body.requestId,
        });
        return;
      default:
        return handleTool(tools, message);
    }
  };
}

function handleTool(
  tools: PageTools,
  message: Exclude<
    Message<PanelToPage>,
    { type: 'scan/start' | 'scan/cancel' | 'watch/set' | 'snapshot/take' }
  >,
): void {
  // Each tool message has its handler under its own name: a new message does not compile until it has one.
  (tools.handlers[message.type] as (body: typeof message.body) => void)(message.body);
}

/** Elements that may hold a shadow root at all: asking for every table cell of a page would cost 50 ms. */
const possibleHosts = new Set([
  'article',
  'aside',
  'blockquote',
  'body',
  'div',
  'footer',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'main',
  'nav',
  'p',
  'section',
  'span',
]);

function closedRootTest({ openOrClosedRoot }: PageSessionOptions): (element: Element) => boolean {
  return (element) => {
    const tag = element.localName;
    return (tag.includes('-') || possibleHosts.has(tag)) && openOrClosedRoot(element) !== null;
  };
}
