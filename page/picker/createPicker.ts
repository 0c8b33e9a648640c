// Choosing one element of the page, by pointer, touch or keyboard. Called by the page session. Every event is
// checked for `isTrusted`; nothing here changes the page.
// One function of more than 40 lines: its parts share the highlighted element and the armed session.

import type { PickTarget } from '../../core/protocol.ts';
import { domAccess } from '../domAccess.ts';
import type { Overlay } from '../overlay/createOverlay.ts';
import { elementAtPoint } from './elementAtPoint.ts';
import { listenInPage } from './pageListeners.ts';
import { raiseShield, type Shield } from './pickerShield.ts';
import { type RootOpener, type StepDirection, stepElement } from './stepElement.ts';

export interface PickerState {
  readonly armed: boolean;
  /** Message key when the picker ended by itself: `left`, `picked`. */
  readonly reason?: string;
  /** Events of the pointer or the keyboard that a listener of the page may have heard since `arm`. */
  readonly seenByPage: number;
}

export interface PickerOptions {
  readonly document: Document;
  readonly overlay: Overlay;
  readonly signal: AbortSignal;
  /** What the panel is told of an element; null for what cannot be picked. Called once per hovered element. */
  readonly describe: (element: Element) => PickTarget | null;
  readonly onHover: (target: PickTarget | null, element: Element | null) => void;
  readonly onPick: (element: Element, target: PickTarget) => void;
  readonly onLeave: () => void;
  readonly onArmed: (state: PickerState) => void;
  readonly openClosedRoot?: RootOpener;
  /** The element after this one among the matches that are shown, for `step('next-match')`. */
  readonly nextMatch?: (element: Element | null) => Element | null;
  /** The element that the pointer is meant to be on, for the one that it is on. */
  readonly snap?: (element: Element) => Element;
}

export interface Picker {
  /** With `stays` it is armed until somebody leaves: each pick is one of many. */
  arm(mode?: { readonly stays: boolean }): void;
  disarm(): void;
  step(to: StepDirection | 'next-match'): void;
  /** Picks the highlighted element. */
  choose(): void;
  /** What is told of the highlighted element may be something else by now. */
  describeAgain(): void;
  state(): PickerState;
}

const stepOfKey: Readonly<Record<string, StepDirection | 'next-match'>> = {
  ArrowUp: 'parent',
  ArrowDown: 'child',
  ArrowLeft: 'previous',
  ArrowRight: 'next',
  n: 'next-match',
  N: 'next-match',
};

export function createPicker(options: PickerOptions): Picker {
  const { document, overlay, signal, onHover, onArmed } = options;
  const isOurs = (node: EventTarget | null) => node === overlay.host;
  let shield: Shield | undefined;
  const beneathShield = <T>(ask: () => T): T => (shield ? shield.beneath(ask) : ask());
  const search = { document, openClosedRoot: options.openClosedRoot, isOurs, beneathShield };
  let session: AbortController | undefined;
  let stays = false;
  let seenByPage = 0;
  let current: Element | null = null;
  let target: PickTarget | null = null;
  /** Where `child` goes back to after `parent`. */
  let trail: Element[] = [];
  let point: { readonly x: number; readonly y: number } | undefined;
  let frame = 0;

  function hover(element: Element | null): void {
    if (element === current) return;
    current = element;
    target = element ? options.describe(element) : null;
    overlay.outline(element ? [element] : [], 'hover');
    onHover(target, element);
  }

  function onMove(x: number, y: number): void {
    point = { x, y };
    if (frame === 0) frame = document.defaultView?.requestAnimationFrame(followPointer) ?? 0;
  }

  function followPointer(): void {
    frame = 0;
    if (!session || !point) return;
    trail = [];
    const found = elementAtPoint(search, point.x, point.y);
    hover(found && options.snap ? options.snap(found) : found);
    point = undefined;
  }

  function onPick(x: number, y: number): void {
    point = { x, y };
    followPointer();
    choose();
  }

  function choose(): void {
    if (!session || !current || !target) return;
    const [element, description] = [current, target];
    if (!stays) end('picked');
    options.onPick(element, description);
    describeAgain();
  }

  function describeAgain(): void {
    if (!session || !current) return;
    target = options.describe(current);
    onHover(target, current);
    overlay.refresh();
  }

  function onKey(key: string): boolean {
    if (key === 'Enter') choose();
    else if (key === 'Escape') {
      end('left');
      options.onLeave();
    } else if (stepOfKey[key]) step(stepOfKey[key]);
    else return false;
    return true;
  }

  function step(to: StepDirection | 'next-match'): void {
    if (!session) return;
    point = undefined;
    const next = current?.isConnected ? nextOf(current, to) : firstOf(to);
    if (!next) return;
    hover(next);
    bringIntoView(next);
  }

  function firstOf(to: StepDirection | 'next-match'): Element | null {
    return to === 'next-match' ? (options.nextMatch?.(null) ?? null) : document.body;
  }

  function nextOf(element: Element, to: StepDirection | 'next-match'): Element | null {
    if (to === 'next-match') return options.nextMatch?.(element) ?? null;
    const back = to === 'child' ? trail.pop() : undefined;
    if (back?.isConnected) return back;
    const next = stepElement(element, to, { openClosedRoot: options.openClosedRoot, isOurs: search.isOurs });
    if (to === 'parent' && next) trail.push(element);
    else if (to !== 'parent') trail = [];
    return next;
  }

  function arm(mode?: { readonly stays: boolean }): void {
    if (signal.aborted) return;
    stays = mode?.stays === true;
    if (session) return;
    const own = new AbortController();
    session = own;
    seenByPage = 0;
    const input = { onMove, onPick, onKey, signal: own.signal };
    shield = raiseShield({ document, overlay, ...input });
    overlay.raise();
    listenInPage({
      document,
      ...input,
      isOurs,
      onSeen() {
        seenByPage += 1;
        // The first one tells the panel that the shield is not hit; the rest is told at the end.
        if (seenByPage === 1) onArmed(state());
      },
    });
    onArmed(state());
  }

  function end(reason?: string): void {
    if (!session) return;
    session.abort();
    session = undefined;
    hover(null);
    trail = [];
    point = undefined;
    if (frame !== 0) document.defaultView?.cancelAnimationFrame(frame);
    frame = 0;
    onArmed({ ...state(), ...(reason === undefined ? {} : { reason }) });
  }

  const state = (): PickerState => ({ armed: session !== undefined, seenByPage });

  signal.addEventListener('abort', () => end(), { once: true });
  return { arm, disarm: () => end(), step, choose, describeAgain, state };
}

/** Only when it is out of sight: the keyboard must not move the page more than it has to. */
function bringIntoView(element: Element): void {
  const view = element.ownerDocument.defaultView;
  const rect = domAccess.rect(element);
  if (
    !view ||
    (rect.bottom > 0 && rect.top < view.innerHeight && rect.right > 0 && rect.left < view.innerWidth)
  ) {
    return;
  }
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
}
