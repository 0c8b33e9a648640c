// The picker's second line: listeners on the page's own windows, for when its shield cannot be hit (a modal
// dialog of the page makes everything outside it inert) and for keys. The page may hear these events before us;
// each is counted and reported. Only createPicker may call this.

import { createFrameBoxes } from '../overlay/frameBoxes.ts';
import { isPickerKey } from './isPickerKey.ts';
import type { PickerInput } from './pickerShield.ts';

export interface PageListenersOptions extends PickerInput {
  readonly document: Document;
  readonly signal: AbortSignal;
  /** An event on our own host: the shield did its work, there is nothing the page could learn from it. */
  readonly isOurs: (target: EventTarget | null) => boolean;
  /** One more event that a listener of the page may have heard. */
  readonly onSeen: () => void;
}

const pointerEvents = [
  'pointerdown',
  'pointerup',
  'pointermove',
  'pointerover',
  'pointerout',
  'mousedown',
  'mouseup',
  'mousemove',
  'mouseover',
  'mouseout',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'touchstart',
  'touchmove',
  'touchend',
  'dragstart',
] as const;

/** Their default actions do something in the page: focus, follow, select, open a menu. */
const withDefaults = ['mousedown', 'mouseup', 'click', 'dblclick', 'auxclick', 'contextmenu', 'dragstart'];

const keyEvents = ['keydown', 'keyup', 'keypress'] as const;

/** Same-origin frames are looked through this deep and this many. */
const mostFrames = 50;

export function listenInPage(options: PageListenersOptions): void {
  for (const view of windowsOf(options.document)) listenInWindow(view, options);
}

function listenInWindow(view: Window, options: PageListenersOptions): void {
  const { signal } = options;
  const listening = { capture: true, passive: false, signal };
  for (const type of pointerEvents) {
    view.addEventListener(type, (event) => onPointer(event, options), listening);
  }
  for (const type of keyEvents) view.addEventListener(type, (event) => onKey(event, options), listening);
}

function onPointer(event: Event, options: PageListenersOptions): void {
  // A script's own events are none of ours: they are neither answered nor held back.
  if (!event.isTrusted) return;
  event.stopImmediatePropagation();
  if (withDefaults.includes(event.type)) event.preventDefault();
  if (options.isOurs(event.target)) return;
  options.onSeen();
  const point = event as MouseEvent;
  const view = point.view;
  if (!view || (event.type !== 'pointermove' && event.type !== 'click')) return;
  const frame = createFrameBoxes(options.document)(view.document);
  if (!frame) return;
  const x = frame.x + point.clientX * frame.scaleX;
  const y = frame.y + point.clientY * frame.scaleY;
  if (event.type === 'pointermove') options.onMove(x, y);
  else if (point.button === 0) options.onPick(x, y);
}

function onKey(event: KeyboardEvent, options: PageListenersOptions): void {
  if (!event.isTrusted || !isPickerKey(event)) return;
  event.stopImmediatePropagation();
  event.preventDefault();
  options.onSeen();
  if (event.type === 'keydown') options.onKey(event.key);
}

function windowsOf(document: Document): Window[] {
  const found: Window[] = [];
  const pending = document.defaultView ? [document.defaultView as Window] : [];
  for (let view = pending.shift(); view && found.length < mostFrames; view = pending.shift()) {
    found.push(view);
    for (let index = 0; index < view.length && pending.length < mostFrames; index += 1) {
      const inner = view[index];
      if (inner && isReadable(inner)) pending.push(inner);
    }
  }
  return found;
}

function isReadable(view: Window): boolean {
  try {
    return view.document !== null;
  } catch {
    return false; // Another origin: its events go to its own process and never pass here.
  }
}
