import { type Box, type BoxKind, boxKinds } from './overlayKinds.ts';
import type { BoxLook, OverlayTheme } from './overlayTheme.ts';

/** Side of a pattern tile in CSS pixels; stripes and dots repeat at this distance. */
const tileSide: Record<'stripes' | 'dots', number> = { stripes: 14, dots: 7 };

/** Radius of the sign's disc. */
const signRadius = 9;

export interface BoxPainter {
  /** Draws everything anew. Boxes are in CSS pixels from the canvas's corner; `ratio` is device pixels per CSS pixel. */
  paint(boxes: ReadonlyMap<BoxKind, readonly Box[]>, theme: OverlayTheme, ratio: number): void;
}

/** One path per kind: nested boxes of a kind do not pile up, and 10,000 boxes cost a few calls. */
export function createBoxPainter(context: CanvasRenderingContext2D): BoxPainter {
  const tiles = new Map<string, CanvasPattern | null>();

  function patternOf(kind: 'stripes' | 'dots', color: string, theme: OverlayTheme, ratio: number) {
    const key = `${kind} ${theme.key} ${ratio}`;
    const known = tiles.get(key);
    if (known !== undefined) return known;
    tiles.clear();
    const pattern = makePattern(context, kind, { color, theme, ratio });
    tiles.set(key, pattern);
    return pattern;
  }

  function fill(path: Path2D, look: BoxLook, theme: OverlayTheme, ratio: number): void {
    if (look.fill === 'none') return;
    if (look.fill === 'tint') {
      context.globalAlpha = 0.14;
      context.fillStyle = look.color;
    } else {
      const pattern = patternOf(look.fill, look.color, theme, ratio);
      if (!pattern) return;
      context.globalAlpha = theme.strength;
      context.fillStyle = pattern;
    }
    context.fill(path);
    context.globalAlpha = 1;
  }

  function stroke(boxes: readonly Box[], look: BoxLook, halo: string): void {
    const path = pathOf(boxes, look.line / 2);
    context.setLineDash([]);
    context.lineWidth = look.line + 2;
    context.strokeStyle = halo;
    context.stroke(path);
    context.setLineDash([...look.dash]);
    context.lineWidth = look.line;
    context.strokeStyle = look.color;
    context.stroke(path);
    if (!look.double) return;
    context.stroke(pathOf(boxes, look.line * 2.5 + 1));
  }

  return {
    paint(boxes, theme, ratio) {
      const { canvas } = context;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      for (const kind of boxKinds) {
        const group = boxes.get(kind);
        if (!group || group.length === 0) continue;
        const look = theme.looks[kind];
        fill(pathOf(group, 0), look, theme, ratio);
        stroke(group, look, theme.halo);
        if (look.sign) for (const box of group) paintSign(context, box, look, theme.halo);
      }
    },
  };
}

function pathOf(boxes: readonly Box[], inset: number): Path2D {
  const path = new Path2D();
  for (const { x, y, width, height } of boxes) {
    // A line lies inside its box: a clipped box would lose one outside.
    path.rect(x + inset, y + inset, Math.max(1, width - 2 * inset), Math.max(1, height - 2 * inset));
  }
  return path;
}

/** In the top right corner, inside the box's width and inside the viewport. */
function paintSign(context: CanvasRenderingContext2D, box: Box, look: BoxLook, halo: string): void {
  const x = Math.max(signRadius + 1, box.x + box.width - signRadius);
  const y = Math.max(signRadius + 1, box.y);
  context.setLineDash([]);
  context.beginPath();
  context.arc(x, y, signRadius, 0, 2 * Math.PI);
  context.fillStyle = look.color;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = halo;
  context.stroke();
  context.fillStyle = halo;
  context.font = 'bold 13px system-ui, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(look.sign ?? '', x, y + 0.5);
}

interface TileLook {
  readonly color: string;
  readonly theme: OverlayTheme;
  readonly ratio: number;
}

function makePattern(
  context: CanvasRenderingContext2D,
  kind: 'stripes' | 'dots',
  { color, theme, ratio }: TileLook,
): CanvasPattern | null {
  const side = tileSide[kind];
  const tile = context.canvas.ownerDocument.createElement('canvas');
  tile.width = Math.max(1, Math.round(side * ratio));
  tile.height = tile.width;
  const pen = tile.getContext('2d');
  if (!pen) return null;
  const scale = tile.width / side;
  pen.scale(scale, scale);
  pen.fillStyle = theme.halo;
  pen.fillRect(0, 0, side, side);
  pen.fillStyle = color;
  pen.strokeStyle = color;
  if (kind === 'stripes') drawStripe(pen, side);
  else drawDot(pen, side);
  const pattern = context.createPattern(tile, 'repeat');
  pattern?.setTransform({ a: 1 / scale, d: 1 / scale });
  return pattern;
}

function drawStripe(pen: CanvasRenderingContext2D, side: number): void {
  pen.lineWidth = side / 2.8;
  pen.beginPath();
  // Three lines, so that the tile's corners join without gaps.
  for (const shift of [-side, 0, side]) {
    pen.moveTo(shift - side, side * 2);
    pen.lineTo(shift + side * 2, -side);
  }
  pen.stroke();
}

function drawDot(pen: CanvasRenderingContext2D, side: number): void {
  pen.beginPath();
  pen.arc(side / 2, side / 2, side / 4.4, 0, 2 * Math.PI);
  pen.fill();
}
