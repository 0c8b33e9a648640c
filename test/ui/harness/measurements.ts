import type { MeasuredCell, MeasuredPolicy } from '../../../core/profiles/documented/measuredPolicy.ts';

const sent = { planted: 1, arrived: 1, controls: 3 };
const absent = { planted: 1, arrived: 0, controls: 3 };

const cells: readonly MeasuredCell[] = [
  { kind: 'text', state: 'captured', effect: 'send', documented: 'send', evidence: sent },
  { kind: 'text', state: 'masked', effect: 'mask', documented: 'mask', evidence: absent },
  { kind: 'comment', state: 'captured', effect: 'mask', documented: 'unknown', evidence: absent },
  { kind: 'comment', state: 'masked', effect: 'mask', documented: 'unknown', evidence: absent },
  { kind: 'image-source', state: 'excluded', effect: 'send', documented: 'nothing', evidence: sent },
  { kind: 'meta', state: 'captured', effect: 'mask', documented: 'send', evidence: absent },
  {
    ...{ kind: 'attribute', name: 'aria-label', state: 'masked', effect: 'send' },
    ...{ documented: 'unknown', evidence: sent },
  },
];

/** FullStory, measured on this day; some of it contradicts the documentation. */
export function measuredOn(date: string): MeasuredPolicy {
  return [{ recorder: 'fullstory', date, version: '2.0.0', cells }];
}

/** Nothing of it contradicts anything. */
export function measuredInOrder(date: string): MeasuredPolicy {
  return measuredOn(date).map((one) => ({ ...one, cells: one.cells.slice(0, 4) }));
}
