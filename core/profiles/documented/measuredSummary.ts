import type { DescribedCell, DescribedMeasurement } from './describeMeasurement.ts';
import type { MeasuredCell, Measurement } from './measuredPolicy.ts';

/** What a report says of a measurement: when, how much, and what contradicts the documentation. */
export interface MeasuredSummary extends Pick<Measurement, 'date' | 'version' | 'doubt'> {
  readonly cells: number;
  /** Cells that would make something less careful and are in doubt. */
  readonly setAside: number;
  readonly contradictions: readonly (MeasuredCell & Pick<DescribedCell, 'says'>)[];
}

export function summaryOfMeasurement({
  measurement,
  cells,
  contradictions,
}: DescribedMeasurement): MeasuredSummary {
  const { date, version, doubt } = measurement;
  return {
    date,
    ...(version === undefined ? {} : { version }),
    ...(doubt === undefined ? {} : { doubt }),
    cells: cells.length,
    setAside: cells.filter(({ says }) => says === 'set-aside').length,
    contradictions: contradictions.map(({ cell, says }) => ({ ...cell, says })),
  };
}
