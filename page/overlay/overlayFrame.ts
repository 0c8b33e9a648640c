import { createBoxReader } from './elementBoxes.ts';
import { createOverlayCanvas } from './overlayCanvas.ts';
import type { Box, BoxKind, DrawnBox, OverlayLabel } from './overlayKinds.ts';
import { createOverlayLabelBox } from './overlayLabelBox.ts';

const flashDuration = 1400;
const flashBeat = 200;

/** What one frame draws. */
export interface FrameContent {
  readonly groups: readonly (readonly [kind: BoxKind, elements: readonly Element[]])[];
  readonly flash: { readonly element: Element; readonly since: number } | undefined;
  readonly labelled: Element | null;
  /** The picker is on the labelled element. */
  readonly picked: boolean;
}

export interface OverlayFrame {
  /** Reads every box first, then writes to our own elements only. */
  draw(content: FrameContent, now: number): readonly DrawnBox[];
  /** In idle time before the first drawing. */
  prepare(): void;
  /** The layout changed: what clips what is looked up anew. */
  forget(): void;
  hideLabel(): void;
}

export function isFlashOver(since: number, now: number): boolean {
  return now - since >= flashDuration;
}

export function createOverlayFrame(
  stage: HTMLElement,
  labelFor: ((element: Element, picked: boolean) => OverlayLabel | null) | undefined,
): OverlayFrame {
  const reader = createBoxReader(stage.ownerDocument);
  const canvas = createOverlayCanvas(stage);
  const label = createOverlayLabelBox(stage);

  function draw(content: FrameContent, now: number): readonly DrawnBox[] {
    const read = reader.pass();
    const area = canvas.measure();
    const boxes = new Map<BoxKind, Box[]>();
    const drawn: DrawnBox[] = [];
    const add = (kind: BoxKind, elements: readonly Element[]) => {
      const group: Box[] = [];
      for (const element of elements) {
        for (const box of read(element)) {
          const placed = canvas.place(box, area);
          if (!placed) continue;
          group.push(placed);
          drawn.push({ kind, ...placed });
        }
      }
      boxes.set(kind, group);
    };
    for (const [kind, elements] of content.groups) add(kind, elements);
    if (content.flash && isBeat(now - content.flash.since, canvas.reducedMotion())) {
      add('flash', [content.flash.element]);
    }
    const anchor = content.labelled ? read(content.labelled)[0] : undefined;
    canvas.paint(boxes, area);
    writeLabel(content, anchor);
    return drawn;
  }

  function writeLabel({ labelled, picked }: FrameContent, anchor: Box | undefined): void {
    const words = labelled && anchor ? labelFor?.(labelled, picked) : null;
    if (words && anchor) label.show(words, anchor);
    else label.hide();
  }

  return { draw, prepare: canvas.prepare, forget: reader.forget, hideLabel: label.hide };
}

/** On and off while it lasts; on all the time for people who asked for less motion. */
function isBeat(elapsed: number, reducedMotion: boolean): boolean {
  return reducedMotion || Math.floor(Math.max(0, elapsed) / flashBeat) % 2 === 0;
}
