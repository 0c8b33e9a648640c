// What Scrim draws over a page: treatments, matches, the picker's highlight. Called by the page session and the
// picker. It must never write to a node of the page, and everything of it goes away with its signal.
// One function of more than 40 lines: its parts share the state of one drawing and nothing else does.

import { createOverlayFrame, isFlashOver } from './overlayFrame.ts';
import { createOverlayHost, type LostReason } from './overlayHost.ts';
import {
  type BoxKind,
  type DrawnBox,
  type OutlineKind,
  type OverlayCategory,
  type OverlayLabel,
  outlineKinds,
  overlayCategories,
} from './overlayKinds.ts';
import { createOverlayWatch } from './overlayWatch.ts';
import { createVisibleTargets } from './visibleTargets.ts';
import { whenIdle } from './whenIdle.ts';

export type { LostReason, OutlineKind, OverlayCategory, OverlayLabel };

export interface OverlayOptions {
  readonly document: Document;
  readonly signal: AbortSignal;
  /**
   * Words for the element that the picker is on, else for the one under the pointer or in focus, already in the
   * reader's language; null for none.
   */
  readonly labelFor?: (element: Element, picked: boolean) => OverlayLabel | null;
  /** The page keeps removing or changing the overlay and it was given up. The panel says so. */
  readonly onLost?: (reason: LostReason) => void;
}

export interface Overlay {
  /** Draws these categories and no others. */
  show(targets: ReadonlyMap<OverlayCategory, readonly Element[]>): void;
  /** Outlines these elements in one way; an empty list ends it. `hover` takes the first one only. */
  outline(elements: readonly Element[], kind: OutlineKind): void;
  /** Draws the eye to one element for a moment. */
  flash(element: Element): void;
  /** Ends everything that `show`, `outline` and `flash` drew. The host leaves the page. */
  hide(): void;
  /** The page's content changed: boxes are read anew in the next frame. */
  refresh(): void;
  /** Walks of the page skip this element. */
  readonly host: Element;
  /** Puts an element of ours into the closed root, until its signal. */
  attach(child: HTMLElement, signal: AbortSignal): void;
  /** Back to the top of the top layer. */
  raise(): void;
  /** What the last frame drew. For tests and for the bench. */
  drawn(): readonly DrawnBox[];
}

export function createOverlay(options: OverlayOptions): Overlay {
  const { document, signal, labelFor } = options;
  const view = document.defaultView;
  if (!view) throw new Error('The overlay needs a document that is shown in a window.');
  const host = createOverlayHost({ document, signal, onLost });
  const drawing = createOverlayFrame(host.stage, labelFor);
  const targets = createVisibleTargets(view, schedule);
  const watch = createOverlayWatch({
    document,
    onMove: schedule,
    onCovered: host.raise,
    onPointed: labelFor && onPointed,
    isOurs: (target) => target === host.element,
  });
  let hovered: Element | undefined;
  let flash: { readonly element: Element; readonly since: number } | undefined;
  let labelled: Element | null = null;
  let children = 0;
  let frame = 0;
  let drawn: readonly DrawnBox[] = [];
  /** The page won: only somebody's next `show` or `attach` tries again. */
  let lost = false;

  function begin(): boolean {
    if (signal.aborted || lost) return false;
    if (watch.isOn()) return true;
    watch.begin();
    host.mount();
    return true;
  }

  function end(): void {
    watch.end();
    view?.cancelAnimationFrame(frame);
    frame = 0;
    targets.clear();
    hovered = undefined;
    flash = undefined;
    labelled = null;
    drawn = [];
    drawing.hideLabel();
    host.unmount();
  }

  function onLost(reason: LostReason): void {
    lost = true;
    end();
    options.onLost?.(reason);
  }

  /** Takes the host out when there is nothing left to draw or to hold. */
  function settle(): void {
    if (targets.isEmpty() && !hovered && !flash && children === 0) end();
    else schedule();
  }

  function schedule(): void {
    if (frame === 0 && watch.isOn()) frame = view?.requestAnimationFrame(draw) ?? 0;
  }

  function draw(now: number): void {
    frame = 0;
    const groups: [BoxKind, Element[]][] = targets.visible();
    if (hovered) groups.push(['hover', [hovered]]);
    const content = { groups, flash, labelled: hovered ?? (targets.isEmpty() ? null : labelled) };
    drawn = drawing.draw({ ...content, picked: hovered !== undefined }, now);
    if (!flash) return;
    if (isFlashOver(flash.since, now)) flash = undefined;
    settle();
  }

  function onPointed(element: Element | null): void {
    if (element === host.element || element === labelled) return;
    labelled = element;
    schedule();
  }

  function put(kind: BoxKind, elements: readonly Element[]): void {
    targets.set(kind, elements);
    let last: Document | undefined;
    for (const { ownerDocument } of elements) {
      if (ownerDocument !== last) watch.add(ownerDocument);
      last = ownerDocument;
    }
  }

  function outline(elements: readonly Element[], kind: OutlineKind): void {
    if (!begin()) return;
    if (kind !== 'hover') put(kind, elements);
    else {
      hovered = elements[0];
      if (hovered) watch.add(hovered.ownerDocument);
    }
    settle();
  }

  function attach(child: HTMLElement, childSignal: AbortSignal): void {
    // Somebody armed the picker: another try, also where the page won before.
    lost = false;
    if (childSignal.aborted || !begin()) return;
    children += 1;
    host.stage.append(child);
    const remove = () => {
      child.remove();
      children -= 1;
      settle();
    };
    childSignal.addEventListener('abort', remove, { once: true });
  }

  whenIdle(view, () => {
    if (!signal.aborted) drawing.prepare();
  });
  signal.addEventListener('abort', end, { once: true });
  return {
    show(categories) {
      lost = false;
      if (!begin()) return;
      drawing.forget();
      for (const category of overlayCategories) put(category, categories.get(category) ?? []);
      settle();
    },
    outline,
    flash(element) {
      if (!begin()) return;
      watch.add(element.ownerDocument);
      flash = { element, since: view.performance.now() };
      schedule();
    },
    hide() {
      flash = undefined;
      hovered = undefined;
      for (const kind of [...overlayCategories, ...outlineKinds]) targets.set(kind, []);
      settle();
    },
    refresh: schedule,
    get host() {
      return host.element;
    },
    attach,
    raise: host.raise,
    drawn: () => drawn,
  };
}
