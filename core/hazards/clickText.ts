import { Treatment } from '../treatment/treatment.ts';
import type { Hazard } from './hazard.ts';
import type { HazardPage } from './hazardPage.ts';

/** Characters of a clicked element that Clarity sends (interaction/click.ts). */
const clickLength = 25;

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
        const lengths = { own, whole: wholeLengths(page, own), children: childrenByParent(page) };
        for (const { mask, box, rule } of masksInBoxes(page)) {
          const isEmpty = (lengths.whole.get(mask) ?? 0) === 0;
          if (!isEmpty && lengthBefore(page, mask, lengths) < clickLength) note(box, { rule });
        }
      },
    };
  },
};

interface Lengths {
  readonly own: ReadonlyMap<number, number[]>;
  readonly whole: ReadonlyMap<number, number>;
  readonly children: ReadonlyMap<number, readonly number[]>;
}

/** A masked text tells its length in base 36 (core/scrub.ts `mangleText`); white space is folded. */
function lengthOf(output: string, treatment: Treatment): number {
  const text = output.replace(/\s+/g, ' ').trim();
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

function* masksInBoxes(page: HazardPage) {
  for (const entry of page.scan.nodes) {
    const decision = page.decisionOf(entry);
    const box = page.entryOf(entry.parent);
    // Options are words of the form; what is chosen is no text.
    if (
      !box ||
      page.tagOf(entry.id) === 'select' ||
      decision?.node !== entry.id ||
      page.stateOf(entry) !== Treatment.masked
    )
      continue;
    if (page.stateOf(box) === Treatment.captured)
      yield { mask: entry.id, box: box.id, rule: decision.winner };
  }
}

/** Length of what stands before an element in its parent. */
function lengthBefore(page: HazardPage, node: number, { own, whole, children }: Lengths): number {
  const entry = page.entryOf(node);
  if (!entry) return 0;
  const texts = (own.get(entry.parent) ?? []).slice(0, (entry.textsBefore ?? 0) + 1);
  let length = sum(texts);
  for (const sibling of children.get(entry.parent) ?? []) {
    if (sibling === node) break;
    length += whole.get(sibling) ?? 0;
  }
  return length;
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
