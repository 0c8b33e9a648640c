import { intersect } from './frameBoxes.ts';
import type { Box, BoxKind } from './overlayKinds.ts';
import { overlayTheme } from './overlayTheme.ts';
import { createBoxPainter } from './paintBoxes.ts';

/** Device pixels; a larger canvas is drawn coarser instead of failing. 4096 x 4096. */
const mostPixels = 16_777_216;

/** Boxes are drawn this far beyond the viewport, so that their lines do not show at its edge. */
const bleed = 8;

/** Where the canvas lies, in client coordinates, and how much of it there is. */
export interface CanvasArea extends Box {
  /** Client pixels per CSS pixel of the canvas: not 1 when the page sets `zoom` on its root. */
  readonly zoom: number;
}

export interface OverlayCanvas {
  /** Has the browser make the canvas's memory, which takes longer than the first drawing (24 of 35 ms). */
  prepare(): void;
  /** Reads only. */
  measure(): CanvasArea;
  /** From client coordinates to the canvas's; undefined when it lies outside. */
  place(box: Box, area: CanvasArea): Box | undefined;
  paint(boxes: ReadonlyMap<BoxKind, readonly Box[]>, area: CanvasArea): void;
  reducedMotion(): boolean;
}

/** The viewport-sized canvas. Its size follows the stage and the device's pixel ratio, at paint time only. */
export function createOverlayCanvas(stage: HTMLElement): OverlayCanvas {
  const { ownerDocument: document } = stage;
  const view = document.defaultView;
  const canvas = document.createElement('canvas');
  stage.append(canvas);
  const context = canvas.getContext('2d');
  if (!context || !view) throw new Error('The overlay needs a 2D canvas.');
  const painter = createBoxPainter(context);
  const prefers = (query: string) => view.matchMedia(query).matches;

  function resize(width: number, height: number): void {
    // Setting a canvas's size clears it and allocates anew: only when it changed.
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
  }

  return {
    prepare() {
      const { innerWidth: width, innerHeight: height, devicePixelRatio } = view;
      const ratio = pixelRatio(devicePixelRatio, { width, height });
      resize(Math.round(width * ratio), Math.round(height * ratio));
      context.clearRect(0, 0, canvas.width, canvas.height);
    },
    measure() {
      const rect = stage.getBoundingClientRect();
      const zoom = stage.offsetWidth > 0 ? rect.width / stage.offsetWidth : 1;
      return { x: rect.left, y: rect.top, width: rect.width, height: rect.height, zoom };
    },
    place(box, area) {
      const moved = { x: box.x - area.x, y: box.y - area.y, width: box.width, height: box.height };
      const around = { x: -bleed, y: -bleed, width: area.width + 2 * bleed, height: area.height + 2 * bleed };
      const cut = intersect(moved, around);
      return cut.width > 0 && cut.height > 0 ? cut : undefined;
    },
    paint(boxes, area) {
      const ratio = pixelRatio(view.devicePixelRatio, area);
      const width = Math.round(area.width * ratio);
      const height = Math.round(area.height * ratio);
      resize(width, height);
      canvas.style.width = `${area.width / area.zoom}px`;
      canvas.style.height = `${area.height / area.zoom}px`;
      const theme = overlayTheme({
        forcedColors: prefers('(forced-colors: active)'),
        moreContrast: prefers('(prefers-contrast: more)'),
      });
      painter.paint(boxes, theme, ratio);
    },
    reducedMotion: () => prefers('(prefers-reduced-motion: reduce)'),
  };
}

function pixelRatio(device: number, area: Pick<CanvasArea, 'width' | 'height'>): number {
  const pixels = area.width * area.height * device * device;
  return pixels > mostPixels ? device * Math.sqrt(mostPixels / pixels) : device;
}
