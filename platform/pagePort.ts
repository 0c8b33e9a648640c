// The panel's end of the one port per page. Opened by the panel only; whatever comes through it was written by a
// renderer that the page may have taken over, so every message is checked before anybody sees it.
// Never used by content scripts; never sends settings, keys or drafts' journals.
import type { PageState } from '../core/pageState.ts';
import { type Message, type PageToPanel, type PanelToPage, pagePortName } from '../core/protocol.ts';
import { isPageToPanel } from '../core/protocolGuards.ts';
import { browser } from './browser.ts';
import { type FrameTarget, findFrame } from './findFrame.ts';
import { createListeners } from './listeners.ts';
import { stateForRefusal } from './pageErrors.ts';
import { type PageFacts, readPageFacts } from './pageFacts.ts';
import { createProfileSender } from './profileSender.ts';

type Port = ReturnType<typeof browser.tabs.connect>;

export interface PagePort {
  /** Calls back with the present state at once and then at every change. */
  onState(listener: (state: PageState) => void, signal: AbortSignal): void;
  onMessage(listener: (message: Message<PageToPanel>) => void, signal: AbortSignal): void;
  /** Dropped when no page is connected. */
  send(message: Message<PanelToPage>): void;
  /** Tries the present tab again: after a permission was given. */
  reconnect(): void;
  /** Works on the tab's first frame of this origin, until the tab goes elsewhere; null: on the page again. */
  inspectFrame(origin: string | null): void;
  /** Leaves the present tab and works on this one; null: no tab. */
  useTab(tabId: number | null): void;
  /** The tab it works on. */
  tabId(): number | null;
}

/** May a page of this origin be looked at? Undefined: the browser does not tell where it is. */
export type MayInspect = (origin: string | undefined) => Promise<boolean>;

/** A page that is just loading refuses scripts for a moment. */
const retryMilliseconds = 250;
const maxRetries = 4;

/** Puts the page script into a tab, connects to it, and does so again after each navigation. */
export function createPagePort(signal: AbortSignal, mayInspect: MayInspect): PagePort {
  const states = createListeners<PageState>();
  const messages = createListeners<Message<PageToPanel>>();
  let state: PageState = { kind: 'waiting' };
  let tab: number | null = null;
  let port: Port | null = null;
  let sender: ReturnType<typeof createProfileSender> | null = null;
  let frame: string | null = null;
  let attempt = 0;

  function become(next: PageState): void {
    state = next;
    states.emit(next);
  }

  async function connect(retriesLeft = maxRetries): Promise<void> {
    const tabId = tab;
    drop();
    attempt += 1;
    const mine = attempt;
    const isStale = () => signal.aborted || mine !== attempt;
    if (tabId === null) return become({ kind: 'waiting' });
    become({ kind: 'connecting' });
    try {
      const target = await findFrame(tabId, frame);
      if (!target)
        return isStale() ? undefined : become({ kind: 'no-access', ...(frame ? { origin: frame } : {}) });
      // Asked before anything is put into the page.
      if (!(await mayInspect(frame ?? (await originOfTab(tabId)))))
        return isStale() ? undefined : become({ kind: 'not-inspectable', reason: 'policy' });
      await browser.scripting.executeScript({ target, files: ['/page.js'] });
      const facts = await readPageFacts(target);
      if (isStale()) return;
      if (facts.isDocumentViewer) return become({ kind: 'not-inspectable', reason: 'file' });
      open(target, facts);
    } catch (error) {
      if (isStale()) return;
      const refused = stateForRefusal(error instanceof Error ? error.message : String(error));
      const mayPass = refused.kind === 'not-inspectable' && refused.reason === 'other' && retriesLeft > 0;
      if (mayPass) setTimeout(() => !isStale() && void connect(retriesLeft - 1), retryMilliseconds);
      else become(refused);
    }
  }

  function open(target: FrameTarget, { recorderOrg, recorders, calls }: PageFacts): void {
    const inFrame = frame;
    const {
      tabId,
      frameIds: [frameId],
    } = target;
    const opened = browser.tabs.connect(tabId, { frameId, name: pagePortName });
    port = opened;
    sender = createProfileSender({
      target,
      post: (message) => port === opened && opened.postMessage(message),
      onFailed: (message) => port === opened && messages.emit(message),
    });
    opened.onMessage.addListener((message: unknown) => {
      if (port !== opened || !isPageToPanel(message)) return;
      if (message.type === 'page/ready') {
        const { url, title } = message.body;
        const org = recorderOrg === undefined ? undefined : { recorderOrg };
        become({
          kind: 'ready',
          url,
          title,
          recorders,
          calls,
          ...org,
          ...(inFrame === null ? undefined : { frame: inFrame }),
        });
      }
      messages.emit(message);
    });
    opened.onDisconnect.addListener(() => {
      if (port !== opened) return;
      port = null;
      become({ kind: 'connecting' });
    });
  }

  function drop(): void {
    const old = port;
    port = null;
    old?.disconnect();
  }

  followNavigation({
    signal,
    tabId: () => tab,
    arrived() {
      if (port !== null) return;
      frame = null;
      void connect();
    },
  });
  signal.addEventListener('abort', drop, { once: true });

  return {
    onState(listener, until) {
      listener(state);
      states.add(listener, until);
    },
    onMessage: messages.add,
    send(message: Message<PanelToPage>) {
      if (port) sender?.send(message);
    },
    reconnect: () => void connect(),
    tabId: () => tab,
    inspectFrame(origin) {
      frame = origin;
      void connect();
    },
    useTab(tabId) {
      tab = tabId;
      frame = null;
      void connect();
    },
  };
}

async function originOfTab(tabId: number): Promise<string | undefined> {
  const { url } = await browser.tabs.get(tabId);
  return url === undefined ? undefined : (URL.parse(url)?.origin ?? undefined);
}

interface NavigationOptions {
  readonly signal: AbortSignal;
  readonly tabId: () => number | null;
  readonly arrived: () => void;
}

/** Tells when the tab has a new document that is ready for a script. Extension events take no signal themselves. */
function followNavigation({ signal, tabId, arrived }: NavigationOptions): void {
  const onUpdated = (updated: number, change: { readonly status?: string }) => {
    if (updated === tabId() && change.status === 'complete') arrived();
  };
  browser.tabs.onUpdated.addListener(onUpdated);
  signal.addEventListener('abort', () => browser.tabs.onUpdated.removeListener(onUpdated), { once: true });
}
