// The one element Scrim puts into a page. Only createOverlay may call this. It must never write to a node of the
// page, nor to the host's attributes once it is attached: the recorder we are testing would record that.
// One function of more than 40 lines: its parts share the host and whether it is in the page.

import { createAttemptBudget } from './attemptBudget.ts';
import { createBackOff } from './createBackOff.ts';
import { createOverlaySheet } from './overlaySheet.ts';

export type LostReason = 'removed' | 'tampered';

export interface OverlayHost {
  readonly element: HTMLElement;
  /** Everything of ours lives in here, inside a closed shadow root. */
  readonly stage: HTMLElement;
  mount(): void;
  unmount(): void;
  /** Brings the host to the top of the top layer, above dialogs and popovers that opened since. */
  raise(): void;
}

export interface OverlayHostOptions {
  readonly document: Document;
  readonly signal: AbortSignal;
  /** The page keeps removing or changing the host, and we have stopped putting it back. */
  readonly onLost: (reason: LostReason) => void;
}

/** Dark Reader's numbers: a page that undoes it ten times in ten seconds means it. */
const mostReturns = 10;
const returnWindow = 10_000;
const returnsAtOnce = 3;

/** Tooltips open popovers often; beyond this the page is fighting for the top layer, and may have it. */
const mostRaises = 60;

export function createOverlayHost(options: OverlayHostOptions): OverlayHost {
  const { document, signal } = options;
  const view = viewOf(document);
  const stage = document.createElement('div');
  stage.className = 'stage';
  stage.setAttribute('aria-hidden', 'true');
  const now = () => view.performance.now();
  const returnDelay = createBackOff({
    most: mostReturns,
    milliseconds: returnWindow,
    atOnce: returnsAtOnce,
    now,
  });
  const mayRaise = createAttemptBudget(mostRaises, returnWindow, now);
  let element = createHost(document, stage);
  let mounted = false;
  /** The host comes back at the end of this timer. */
  let returning = 0;

  const watcher = new view.MutationObserver((mutations) => {
    if (!mounted || signal.aborted || returning !== 0) return;
    const tampered = mutations.some((mutation) => mutation.type === 'attributes');
    if (!tampered && element.isConnected) return;
    restore(tampered ? 'tampered' : 'removed');
  });

  function restore(reason: LostReason): void {
    const delay = returnDelay();
    if (delay === undefined) {
      unmount();
      options.onLost(reason);
      return;
    }
    element.remove();
    // A changed host is given up for a fresh one: whatever the page did to it stays with the old.
    if (reason === 'tampered') element = createHost(document, stage);
    if (delay === 0) attach();
    else returning = view.setTimeout(attach, delay);
  }

  function attach(): void {
    returning = 0;
    const parent = document.documentElement;
    watcher.disconnect();
    if (!parent) return;
    parent.append(element);
    element.addEventListener('toggle', onOwnToggle, { signal });
    showOnTop();
    watcher.observe(document, { childList: true });
    watcher.observe(parent, { childList: true });
    watcher.observe(element, { attributes: true });
  }

  function showOnTop(): void {
    if (!element.isConnected || typeof element.showPopover !== 'function') return;
    if (element.matches(':popover-open')) element.hidePopover();
    element.showPopover();
  }

  function onOwnToggle(): void {
    // Closed by the page (`hidePopover()`): a host outside the top layer can be covered.
    if (mounted && !element.matches(':popover-open') && returnDelay() !== undefined) showOnTop();
  }

  function unmount(): void {
    mounted = false;
    view.clearTimeout(returning);
    returning = 0;
    watcher.disconnect();
    element.remove();
  }

  signal.addEventListener('abort', unmount, { once: true });
  return {
    get element() {
      return element;
    },
    stage,
    mount() {
      if (mounted || signal.aborted) return;
      mounted = true;
      attach();
    },
    unmount,
    raise() {
      if (mounted && mayRaise()) showOnTop();
    },
  };
}

function createHost(document: Document, stage: HTMLElement): HTMLElement {
  const view = viewOf(document);
  const host = document.createElement(randomTag(view));
  host.setAttribute('popover', 'manual');
  const root = host.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [createOverlaySheet(view)];
  root.append(stage);
  return host;
}

/** A custom element's name, which may have a shadow root; random, so that no sheet or script can aim at it. */
function randomTag(view: Window): string {
  const letters = [...view.crypto.getRandomValues(new Uint8Array(12))].map((byte) =>
    String.fromCharCode(97 + (byte % 26)),
  );
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
}

function viewOf(document: Document): Window & typeof globalThis {
  const view = document.defaultView;
  if (!view) throw new Error('The overlay needs a document that is shown in a window.');
  return view;
}
