import words from '../../../assets/locales/en/overlay.json' with { type: 'json' };
import type { PageClient, PageState } from '../../../components/client.ts';
import type { DetectedRecorder } from '../../../core/detection/detectedRecorder.ts';
import type { PageCalls } from '../../../core/detection/pageCalls.ts';
import { profileById } from '../../../core/profiles/registry.ts';
import type { Message, PageToPanel, PanelToPage } from '../../../core/protocol.ts';
import { isPageToPanel } from '../../../core/protocolGuards.ts';
import { createPageSession } from '../../../page/pageSession.ts';
import { selectorAuthor } from '../../../page/selectorAuthor.ts';
import { pageVisitor } from '../../../page/visitor/pageVisitor.ts';

export interface FakePageOptions {
  /** Markup of the page, shown in a frame beside the panel and inspected by the real page session. */
  readonly html?: string;
  /** Instead of a page. */
  readonly state?: PageState;
  readonly recorderOrg?: string;
  readonly recorders?: readonly DetectedRecorder[];
  readonly calls?: PageCalls;
  /** Scans never end; they report this many elements. */
  readonly stuckAt?: number;
  /** The page changes after every scan. */
  readonly restless?: boolean;
}

export const shopAddress = 'https://shop.example.com/order';

/** A page client over a frame of this document: no port and no extension, everything else is real. */
export async function createFakePage(options: FakePageOptions, signal: AbortSignal): Promise<PageClient> {
  const listeners = new Set<(message: Message<PageToPanel>) => void>();
  const emit = (message: Message<PageToPanel>) => {
    // As the extension's port does: what is not of its shape is not heard.
    if (!isPageToPanel(structuredClone(message))) return;
    for (const listener of [...listeners]) listener(structuredClone(message));
    if (options.restless && message.type === 'scan/done')
      emit({ type: 'page/changed', body: { mutations: 3 } });
  };
  const frame = options.html === undefined ? null : await loadFrame(options.html);
  const handle =
    frame &&
    createPageSession({
      document: frame,
      signal,
      // The frame has no address of its own.
      send: (message) => emit(addressed(message)),
      words,
      profileOf: profileById,
      author: () => selectorAuthor,
      visitor: () => pageVisitor,
      openOrClosedRoot: () => null,
    });
  const state: PageState = options.state ?? {
    kind: 'ready',
    url: shopAddress,
    title: 'Your order',
    ...(options.recorders === undefined ? undefined : { recorders: options.recorders }),
    ...(options.calls === undefined ? undefined : { calls: options.calls }),
    ...(options.recorderOrg === undefined ? undefined : { recorderOrg: options.recorderOrg }),
  };

  function send(message: Message<PanelToPage>): void {
    if (message.type === 'scan/start' && options.stuckAt !== undefined) {
      const { scanId } = message.body;
      emit({ type: 'scan/progress', body: { scanId, elements: options.stuckAt } });
      return;
    }
    handle?.(structuredClone(message));
  }

  return {
    onState: (listener) => listener(state),
    onMessage(listener, until) {
      listeners.add(listener);
      until.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
    send,
    reconnect: () => undefined,
    inspectFrame: () => undefined,
  };
}

function addressed(message: Message<PageToPanel>): Message<PageToPanel> {
  if (message.type === 'snapshot/done')
    return { ...message, body: { ...message.body, head: { ...message.body.head, url: shopAddress } } };
  if (message.type === 'scan/done')
    return { ...message, body: { ...message.body, head: { ...message.body.head, url: shopAddress } } };
  return message;
}

async function loadFrame(html: string): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.id = 'page';
  frame.title = 'The page that is inspected';
  frame.setAttribute(
    'style',
    'position:fixed;left:-3000px;top:0;width:1000px;height:800px;visibility:visible',
  );
  frame.srcdoc = html;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  if (!frame.contentDocument) throw new Error('the frame has no document');
  return frame.contentDocument;
}
