import type { ScanChange } from '../../core/findings/compareScans.ts';

/** One place where two recorders differ, and in how many values they do there in the same way. */
export interface DifferingPlace {
  readonly change: ScanChange;
  readonly count: number;
}

/** Values of one element that go the same ways through the same channel, as one; in order of first sight. */
export function byPlace(changes: readonly ScanChange[]): readonly DifferingPlace[] {
  const places = new Map<string, DifferingPlace>();
  for (const change of changes) {
    const { node, channel, name = '', before, after, sample = '' } = change;
    const key = [node, channel, name, before, after, sample].join(' ');
    const known = places.get(key);
    places.set(key, { change: known?.change ?? change, count: (known?.count ?? 0) + 1 });
  }
  return [...places.values()];
}
