import { domAccess, type QueryRoot } from './domAccess.ts';

/** A piece of a root that is asked at once: an element with all that is in it, or without (`size` 1). */
export interface ElementUnit {
  readonly element: Element;
  /** Elements in it, itself included. */
  readonly size: number;
}

/** Elements in one unit: of a selector that costs 30 µs for each, 8 ms. */
const maxUnit = 256;

/** Elements between two chances to take a breath, about 0.3 ms. */
const elementsPerSlice = 2048;

interface Open {
  readonly element: Element | null;
  size: number;
  readonly small: ElementUnit[];
}

/** Cuts a document or shadow root into units that together hold each of its elements once. */
export function* elementUnits(root: QueryRoot): Generator<void, readonly ElementUnit[]> {
  const units: ElementUnit[] = [];
  const bottom: Open = { element: null, size: 0, small: [] };
  const stack: Open[] = [bottom];
  let at = domAccess.firstElementChild(root);
  for (let done = 1; at; done += 1) {
    if (done % elementsPerSlice === 0) yield;
    stack.push({ element: at, size: 1, small: [] });
    let next = domAccess.firstElementChild(at);
    while (!next && stack.length > 1) {
      const element: Element = close(stack, units);
      next = domAccess.nextElementSibling(element);
    }
    at = next;
  }
  for (const unit of bottom.small) units.push(unit);
  return units;
}

/** Nothing more is in the innermost open element: it becomes a unit of its parent, or is cut up. */
function close(stack: Open[], units: ElementUnit[]): Element {
  const open = stack.pop();
  const parent = stack.at(-1);
  if (!open?.element || !parent) throw new Error('no element is open');
  parent.size += open.size;
  if (open.size <= maxUnit) {
    parent.small.push({ element: open.element, size: open.size });
  } else {
    units.push({ element: open.element, size: 1 });
    for (const unit of open.small) units.push(unit);
  }
  return open.element;
}
