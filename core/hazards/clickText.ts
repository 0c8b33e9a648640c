import { Treatment } from '../treatment/treatment.ts';
import type { Hazard } from './hazard.ts';
import type { HazardPage } from './hazardPage.ts';

/** Characters of a clicked element that Clarity sends (interaction/click.ts). */
const clickLength = 25;
/** Of a text no more is read to tell whether it is longer. */
const maxRead = 200;

/**
 * A click sends the first characters of whatever stands in the clicked element, scrubbed for that element and not for
 * what is masked inside of it: a box that is not masked itself tells what its masked content begins with.
 */
export const clickText: Hazard = {
  id: 'click-text',
  severity: 'high',
  recorders: ['clarity'],
  begin(page, note) {
    /** Text of each element's own, by its place among its text nodes. */
    const own = new Map<number, number[]>();
    return {
      channels: ['text'],
      read({ node, part, output, treatment }) {
        const lengths = own.get(node) ?? [];
        lengths[part] = lengthOf(output ?? '', treatment);
        own.set(node, lengths);
      },
      finish() {
        const lengths = { own, whole: wholeLengths(page, own) };
        for (const [box, children] of childrenByParent(page)) {
          const rule = maskInReach(page, box, children, lengths);
          if (rule !== undefined) note(box, { rule });
        }
      },
    };
  },
};

interface Lengths {
  readonly own: ReadonlyMap<number, number[]>;
  readonly whole: ReadonlyMap<number, number>;
}

/** A masked text tells its length in base 36 (core/scrub.ts `mangleText`); white space is folded. */
function lengthOf(output: string, treatment: Treatment): number {
  const text = output.trimStart().slice(0, maxRead).replace(/\s+/g, ' ').trim();
  if (treatment !== Treatment.masked) return text.length;
  return Number.parseInt(text, 36) || 0;
}

/** Length of all the text in each element, its own and that of what is in it. */
function wholeLengths({ scan }: HazardPage, own: ReadonlyMap<number, number[]>): Map<number, number> {
  const whole = new Map<number, number>();
  for (const { id, parent } of [...scan.nodes].reverse()) {
    const length = (whole.get(id) ?? 0) + sum(own.get(id) ?? []);
    whole.set(id, length);
    whole.set(parent, (whole.get(parent) ?? 0) + length);
  }
  return whole;
}

/** The rule of a mask that begins in the box, so early that a click on the box tells of it. */
function maskInReach(
  page: HazardPage,
  box: number,
  children: readonly number[],
  { own, whole }: Lengths,
): number | undefined {
  const entry = page.entryOf(box);
  if (!entry || page.stateOf(entry) !== Treatment.captured) return undefined;
  const texts = own.get(box) ?? [];
  let part = 1;
  let length = 0;
  for (const child of children) {
    const textsBefore = page.entryOf(child)?.textsBefore ?? 0;
    for (; part <= textsBefore; part += 1) length += texts[part] ?? 0;
    if (length >= clickLength) return undefined;
    const inside = whole.get(child) ?? 0;
    const rule = inside > 0 ? maskOf(page, child) : undefined;
    if (rule !== undefined) return rule;
    length += inside;
  }
  return undefined;
}

function maskOf(page: HazardPage, node: number): number | undefined {
  const entry = page.entryOf(node);
  const decision = entry && page.decisionOf(entry);
  // Options are words of the form; what is chosen is no text.
  if (!entry || decision?.node !== node || page.tagOf(node) === 'select') return undefined;
  return page.stateOf(entry) === Treatment.masked ? decision.winner : undefined;
}

function childrenByParent({ scan }: HazardPage): Map<number, number[]> {
  const children = new Map<number, number[]>();
  for (const { id, parent } of scan.nodes) {
    const known = children.get(parent);
    if (known) known.push(id);
    else children.set(parent, [id]);
  }
  return children;
}

function sum(numbers: readonly (number | undefined)[]): number {
  return numbers.reduce<number>((total, number) => total + (number ?? 0), 0);
}
