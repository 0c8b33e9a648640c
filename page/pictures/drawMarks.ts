import { createBoxReader } from '../overlay/elementBoxes.ts';
import type { Box } from '../overlay/overlayKinds.ts';
import { markDefinitions } from './markDefinitions.ts';

export interface PictureMark {
  /** Elements it is about. */
  readonly elements: readonly Element[];
  readonly look: 'leak' | 'possible' | 'masked' | 'excluded' | 'unknown' | 'covered';
  /** In the corner of its first box. */
  readonly number?: number;
}

const svgNamespace = 'http://www.w3.org/2000/svg';
/** Boxes beyond these are not drawn: nobody could tell them apart. */
const mostBoxes = 6_000;

/** Draws marks over the page, in place of those drawn before. @returns numbers of those that could be drawn */
export function createMarkLayer(document: Document): { draw(marks: readonly PictureMark[]): number[] } {
  const host = document.createElement('div');
  host.setAttribute(
    'style',
    'all: initial !important; position: absolute !important; left: 0 !important; top: 0 !important; margin: 0 !important; border: 0 !important; padding: 0 !important; background: none !important; overflow: visible !important; pointer-events: none !important; z-index: 2147483647 !important; display: block !important; opacity: 1 !important;',
  );
  host.setAttribute('popover', 'manual');
  const root = host.attachShadow({ mode: 'closed' });
  document.documentElement.append(host);
  host.showPopover();

  return {
    draw(marks) {
      const drawing = newElement(document, 'svg', { width: '1', height: '1', overflow: 'visible' });
      drawing.append(...markDefinitions(document));
      const drawn = drawAll(document, drawing, marks);
      root.replaceChildren(drawing);
      return [...drawn];
    },
  };
}

function drawAll(document: Document, drawing: Element, marks: readonly PictureMark[]): Set<number> {
  const read = createBoxReader(document).pass();
  const drawn = new Set<number>();
  const badges: Element[] = [];
  const taken: Box[] = [];
  let count = 0;
  for (const { elements, look, number } of marks) {
    for (const element of elements) {
      const boxes = read(element).slice(0, mostBoxes - count);
      count += boxes.length;
      for (const box of boxes) drawing.append(...lookOf(document, box, look));
      const [first] = boxes;
      if (!first || number === undefined) continue;
      badges.push(...badge(document, freePlace(first, String(number), taken), number, look));
      drawn.add(number);
    }
  }
  drawing.append(...badges);
  return drawn;
}

const looks: Readonly<Record<PictureMark['look'], Readonly<Record<string, string>>>> = {
  leak: { fill: '#b3001b', 'fill-opacity': '0.08', stroke: '#b3001b', 'stroke-width': '3' },
  possible: { fill: 'none', stroke: '#7a4300', 'stroke-width': '3', 'stroke-dasharray': '8 5' },
  masked: { fill: 'url(#masked)', stroke: '#1d3f8f', 'stroke-width': '1' },
  excluded: { fill: 'url(#excluded)', stroke: '#1b1b2f', 'stroke-width': '1' },
  unknown: {
    fill: '#fdf4e1',
    'fill-opacity': '0.5',
    stroke: '#7a4300',
    'stroke-width': '2',
    'stroke-dasharray': '7 5',
  },
  covered: { fill: '#c9ced8', stroke: '#a7aebc', 'stroke-width': '1' },
};
const isLine = new Set<PictureMark['look']>(['leak', 'possible', 'unknown']);

function lookOf(document: Document, { x, y, width, height }: Box, look: PictureMark['look']): Element[] {
  const place = { x: String(x), y: String(y), width: String(width), height: String(height), rx: '2' };
  const line = newElement(document, 'rect', { ...place, ...looks[look] });
  if (!isLine.has(look)) return [line];
  // Lies under the line, so that it stands out on dark pages too.
  return [
    newElement(document, 'rect', { ...place, fill: 'none', stroke: '#ffffff', 'stroke-width': '6' }),
    line,
  ];
}

const badgeHeight = 30;

/** At the corner of its box, or beside the badges that are there already. */
function freePlace({ x, y }: Box, text: string, taken: Box[]): Box {
  const width = 16 + text.length * 14;
  const place = { x: Math.max(2, x - 8), y: Math.max(2, y - badgeHeight / 2), width, height: badgeHeight };
  const isTaken = () =>
    taken.some(
      (other) =>
        Math.abs(other.y - place.y) < badgeHeight &&
        other.x < place.x + width &&
        place.x < other.x + other.width,
    );
  for (let moves = 0; moves < mostMoves && isTaken(); moves += 1) place.x += 12;
  taken.push(place);
  return place;
}

const mostMoves = 20;

function badge(
  document: Document,
  { x, y, width, height }: Box,
  number: number,
  look: PictureMark['look'],
): Element[] {
  const color = look === 'possible' ? '#7a4300' : '#b3001b';
  const place = {
    x: String(x),
    y: String(y),
    width: String(width),
    height: String(height),
    rx: '5',
  };
  const label = newElement(document, 'text', {
    x: String(x + width / 2),
    y: String(y + 22),
    fill: '#ffffff',
    'text-anchor': 'middle',
    style: 'font: 700 21px sans-serif; -webkit-text-fill-color: #ffffff; fill: #ffffff',
  });
  label.textContent = String(number);
  return [
    newElement(document, 'rect', { ...place, fill: color, stroke: '#ffffff', 'stroke-width': '2' }),
    label,
  ];
}

function newElement(document: Document, name: string, attributes: Readonly<Record<string, string>>): Element {
  const element = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
