// What a page-side script needs of the extension API, without the polyfill: it would add 10 KB to a bundle that
// has 60. Imported by entrypoints/page.ts only.

interface PagePort {
  readonly name: string;
  postMessage(message: unknown): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
  disconnect(): void;
}

interface PageRuntime {
  readonly runtime: {
    readonly id: string;
    readonly onConnect: {
      addListener(listener: (port: PagePort & { sender?: { id?: string; tab?: unknown } }) => void): void;
    };
  };
  readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
}

declare const browser: PageRuntime | undefined;
declare const chrome: PageRuntime;

function runtime(): PageRuntime {
  return typeof browser === 'undefined' ? chrome : browser;
}

export interface PanelConnection {
  /** Ends when the panel closes, the page goes away or the extension is reloaded. */
  readonly signal: AbortSignal;
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** Waits for panels of this extension. Each connection is one page session with its own end. */
export function acceptPanels(portName: string, onPanel: (connection: PanelConnection) => void): void {
  const { id, onConnect } = runtime().runtime;
  onConnect.addListener((port) => {
    if (port.name !== portName || port.sender?.id !== id) return;
    const end = new AbortController();
    port.onDisconnect.addListener(() => end.abort());
    onPanel({
      signal: end.signal,
      send(message) {
        if (!end.signal.aborted) port.postMessage(message);
      },
      onMessage: (listener) => port.onMessage.addListener(listener),
    });
  });
}

/** The shadow root of an element, closed ones too; null when there is none or the browser does not tell. */
export function openOrClosedRoot(element: Element): ShadowRoot | null {
  if (!(element instanceof HTMLElement)) return null;
  // Firefox has it on the element itself, for extensions only.
  const own = (element as HTMLElement & { readonly openOrClosedShadowRoot?: ShadowRoot | null })
    .openOrClosedShadowRoot;
  return own ?? runtime().dom?.openOrClosedShadowRoot(element) ?? null;
}
