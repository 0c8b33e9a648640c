// What Scrim draws over a page: treatments, matches, the picker's highlight. Called by the page session and the
// picker. It must never write to a node of the page, and everything of it goes away with its signal.

import { createBoxReader } from './elementBoxes.ts';
import { createOverlayCanvas } from './overlayCanvas.ts';
import { createOverlayHost, type LostReason } from './overlayHost.ts';
import {
  type Box,
  type BoxKind,
  type DrawnBox,
  type OutlineKind,
  type OverlayCategory,
  type OverlayLabel,
  outlineKinds,
  overlayCategories,
} from './overlayKinds.ts';
import { createOverlayLabelBox } from './overlayLabelBox.ts';
import { createVisibleTargets } from './visibleTargets.ts';
import { watchMovement } from './watchMovement.ts';
import { watchPointed } from './watchPointed.ts';

export type { LostReason, OutlineKind, OverlayCategory, OverlayLabel };

export interface OverlayOptions {
  readonly document: Document;
  readonly signal: AbortSignal;
  /** Words for the element under the pointer or in focus, already in the reader's language; null for none. */
  readonly labelFor?: (element: Element) => OverlayLabel | null;
  /** The page keeps removing the overlay and it was given up. The panel says so. */
  readonly onLost?: (reason: LostReason) => void;
}

export interface Overlay {
  /** Draws these categories and no others. */
  show(targets: ReadonlyMap<OverlayCategory, readonly Element[]>): void;
  /** Outlines these elements in one way; an empty list ends it. */
  outline(elements: readonly Element[], kind: OutlineKind): void;
  /** Draws the eye to one element for a moment. */
  flash(element: Element): void;
  /** Ends everything that `show`, `outline` and `flash` drew. The host leaves the page. */
  hide(): void;
  /** The page's content changed: boxes are read anew before the next frame. */
  refresh(): void;
  /** Walks of the page skip this element. */
  readonly host: Element;
  /** Puts an element of ours into the closed root, below nothing else; removed with the signal. */
  attach(child: HTMLElement, signal: AbortSignal): void;
  /** Back to the top of the top layer. */
  raise(): void;
  /** What the last frame drew. For tests and for the bench. */
  drawn(): readonly DrawnBox[];
}

const flashDuration = 1400;
const flashBeat = 200;

export function createOverlay(options: OverlayOptions): Overlay {
  const { document, signal, labelFor } = options;
  const view = document.defaultView;
  if (!view) throw new Error('The overlay needs a document that is shown in a window.');
  const lostReason = options.onLost ?? (() => undefined);
  const host = createOverlayHost({ document, signal, onLost: (reason) => lose(reason) });
  const canvas = createOverlayCanvas(host.stage);
  const label = createOverlayLabelBox(host.stage);
  const reader = createBoxReader(document);
  const targets = createVisibleTargets(view, signal, schedule);
  let single: { readonly kind: 'hover'; readonly element: Element } | undefined;
  let flashing: { readonly element: Element; readonly since: number } | undefined;
  let labelled: Element | null = null;
  let children = 0;
  let frame = 0;
  let drawn: DrawnBox[] = [];
  /** Lives as long as the host is in the page. */
  let session: AbortController | undefined;
  let watched = new WeakSet<Document>();

  function lose(reason: LostReason): void {
    end();
    lostReason(reason);
  }

  function begin(): void {
    if (signal.aborted || session || !view) return;
    session = new AbortController();
    host.mount();
    const own = session.signal;
    view.addEventListener('toggle', onToggle, { capture: true, passive: true, signal: own });
    view.addEventListener('fullscreenchange', () => host.raise(), {
      capture: true,
      passive: true,
      signal: own,
    });
    watch(document);
  }

  function onToggle(event: Event): void {
    // A dialog or popover of the page opened after us and lies on top now.
    if (event.target !== host.element && (event as ToggleEvent).newState === 'open') host.raise();
  }

  function watch(owner: Document): void {
    if (!session || watched.has(owner)) return;
    watched.add(owner);
    watchMovement(owner, schedule, session.signal);
    if (labelFor) watchPointed(owner, { signal: session.signal, onPointed });
  }

  function onPointed(element: Element | null): void {
    if (element === host.element || element === labelled) return;
    labelled = element;
    schedule();
  }

  function end(): void {
    session?.abort();
    session = undefined;
    watched = new WeakSet();
    if (frame !== 0) view?.cancelAnimationFrame(frame);
    frame = 0;
    targets.clear();
    single = undefined;
    flashing = undefined;
    labelled = null;
    drawn = [];
    label.hide();
    host.unmount();
  }

  /** Takes the host out when there is nothing left to draw or to hold. */
  function settle(): void {
    if (targets.isEmpty() && !single && !flashing && children === 0) end();
    else schedule();
  }

  function schedule(): void {
    if (frame !== 0 || !session || !view) return;
    frame = view.requestAnimationFrame(draw);
  }

  function draw(now: number): void {
    frame = 0;
    if (!session || !view) return;
    const read = reader.pass();
    const area = canvas.measure();
    const boxes = new Map<BoxKind, Box[]>();
    const add = (kind: BoxKind, elements: readonly Element[]) => {
      boxes.set(
        kind,
        elements.flatMap(read).flatMap((box) => canvas.place(box, area)),
      );
    };
    for (const [kind, elements] of targets.visible()) add(kind, elements);
    if (single) add(single.kind, [single.element]);
    if (flashing && isBeat(now - flashing.since, canvas.reducedMotion())) add('flash', [flashing.element]);
    const anchor = labelled && labelFor ? read(labelled)[0] : undefined;
    // Reads end here; from now on only our own elements are written.
    canvas.paint(boxes, area);
    writeLabel(anchor);
    drawn = [...boxes].flatMap(([kind, group]) => group.map((box) => ({ kind, ...box })));
    if (!flashing) return;
    if (now - flashing.since < flashDuration) schedule();
    else endFlash();
  }

  function endFlash(): void {
    flashing = undefined;
    settle();
  }

  function writeLabel(anchor: Box | undefined): void {
    const words = labelled && anchor && !targets.isEmpty() ? labelFor?.(labelled) : null;
    if (words && anchor) label.show(words, anchor);
    else label.hide();
  }

  function put(kind: BoxKind, elements: readonly Element[]): void {
    targets.set(kind, elements);
    for (const element of elements) watch(element.ownerDocument);
  }

  signal.addEventListener('abort', end, { once: true });
  return {
    show(categories) {
      begin();
      reader.forget();
      for (const category of overlayCategories) put(category, categories.get(category) ?? []);
      settle();
    },
    outline(elements, kind) {
      begin();
      if (kind === 'hover') {
        const element = elements[0];
        single = element ? { kind, element } : undefined;
        if (element) watch(element.ownerDocument);
      } else put(kind, elements);
      settle();
    },
    flash(element) {
      begin();
      watch(element.ownerDocument);
      flashing = { element, since: view.performance.now() };
      schedule();
    },
    hide() {
      flashing = undefined;
      single = undefined;
      for (const kind of [...overlayCategories, ...outlineKinds]) targets.set(kind, []);
      settle();
    },
    refresh: schedule,
    get host() {
      return host.element;
    },
    attach(child, childSignal) {
      if (signal.aborted || childSignal.aborted) return;
      begin();
      children += 1;
      host.stage.append(child);
      childSignal.addEventListener(
        'abort',
        () => {
          child.remove();
          children -= 1;
          settle();
        },
        { once: true },
      );
    },
    raise: () => host.raise(),
    drawn: () => drawn,
  };
}

/** On and off while it lasts; on all the time for people who asked for less motion. */
function isBeat(elapsed: number, reducedMotion: boolean): boolean {
  return reducedMotion || Math.floor(Math.max(0, elapsed) / flashBeat) % 2 === 0;
}
