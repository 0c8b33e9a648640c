// The shield: an empty frame of ours in the overlay's closed root, over the whole viewport. Pointer events go to
// the frame's own document, so no listener of the page hears of them; an element instead of a frame would let
// the page's window hear all of them, retargeted to our host. What is left: on entering the frame the browser
// says one pointerover and one mouseover of our host. Only createPicker may call this.

import type { Overlay } from '../overlay/createOverlay.ts';
import { isPickerKey } from './isPickerKey.ts';

/** A point of the pointer, in client coordinates of the top document, and what is done there. */
export interface PickerInput {
  readonly onMove: (x: number, y: number) => void;
  readonly onPick: (x: number, y: number) => void;
  /** @returns true when the key means something to the picker */
  readonly onKey: (key: string) => boolean;
}

export interface ShieldOptions extends PickerInput {
  readonly document: Document;
  readonly overlay: Overlay;
  readonly signal: AbortSignal;
}

/** What a page does with the pointer beside moving and clicking; in our frame it must do nothing at all. */
const swallowed = ['pointerdown', 'mousedown', 'mouseup', 'auxclick', 'dblclick', 'contextmenu', 'dragstart'];

export interface Shield {
  /** Lets hit tests through to the page while something is asked; no event can come in between. */
  beneath<T>(ask: () => T): T;
}

export function raiseShield({ document, overlay, signal, ...input }: ShieldOptions): Shield {
  const frame = document.createElement('iframe');
  frame.className = 'shield';
  frame.tabIndex = -1;
  const listened = new WeakSet<Document>();

  function listen(): void {
    const inner = frame.contentDocument;
    if (!inner || listened.has(inner) || signal.aborted) return;
    listened.add(inner);
    inner.documentElement?.style.setProperty('height', '100%');
    inner.documentElement?.style.setProperty('cursor', 'crosshair');
    listenInShield(inner, { ...input, originOf: () => originOf(frame) }, signal);
  }

  // A frame that leaves the page and comes back has a new document each time.
  frame.addEventListener('load', listen, { signal });
  overlay.attach(frame, signal);
  listen();
  return {
    beneath(ask) {
      frame.style.pointerEvents = 'none';
      try {
        return ask();
      } finally {
        frame.style.pointerEvents = '';
      }
    },
  };
}

interface ShieldInput extends PickerInput {
  readonly originOf: () => { readonly x: number; readonly y: number };
}

function listenInShield(inner: Document, input: ShieldInput, signal: AbortSignal): void {
  const at = (event: MouseEvent): [number, number] => {
    const origin = input.originOf();
    return [event.clientX + origin.x, event.clientY + origin.y];
  };
  const options = { capture: true, signal };
  inner.addEventListener('pointermove', (event) => event.isTrusted && input.onMove(...at(event)), options);
  inner.addEventListener(
    'click',
    (event) => {
      event.preventDefault();
      if (event.isTrusted && event.button === 0) input.onPick(...at(event));
    },
    options,
  );
  // Without a default action the frame takes no focus: the page sees no blur.
  for (const type of swallowed) inner.addEventListener(type, (event) => event.preventDefault(), options);
  inner.addEventListener(
    'keydown',
    (event) => {
      if (event.isTrusted && isPickerKey(event) && input.onKey(event.key)) event.preventDefault();
    },
    options,
  );
}

/** Where the frame's corner is: not 0,0 while the page is zoomed by fingers. */
function originOf(frame: HTMLElement): { readonly x: number; readonly y: number } {
  const { left, top } = frame.getBoundingClientRect();
  return { x: left, y: top };
}
