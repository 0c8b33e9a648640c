import type { Profile } from '../profile.ts';
import type { MeasuredCell, MeasuredPolicy, Measurement } from './measuredPolicy.ts';
import { measurementOf } from './measuredPolicy.ts';
import { type DocumentedRows, documentedRow, isInForce } from './withMeasurement.ts';

/** What was measured of one recorder, against what is documented of it. */
export interface DescribedMeasurement {
  readonly measurement: Measurement;
  readonly cells: readonly DescribedCell[];
  readonly contradictions: readonly DescribedCell[];
}

export interface DescribedCell {
  readonly cell: MeasuredCell;
  /**
   * `confirms`: as documented. `tells`: nothing was known. `leaks`: it leaves, though it is said not to. `hides`: it
   * does not leave, though it is said to. `set-aside`: it would make something less careful and is in doubt.
   */
  readonly says: 'confirms' | 'tells' | 'leaks' | 'hides' | 'set-aside';
}

/**
 * @param options as `parseOptions` gives them
 * @returns undefined when nothing was measured of this recorder, or its code is open
 */
export function describeMeasurement<Options>(
  profile: Pick<Profile<Options>, 'id' | 'documentedRows'>,
  options: Options,
  measured: MeasuredPolicy | undefined,
): DescribedMeasurement | undefined {
  const measurement = measurementOf(measured, profile.id);
  const documented = profile.documentedRows?.(options);
  if (!measurement || !documented) return undefined;
  const cells = measurement.cells.map((cell) => ({ cell, says: whatItSays(cell, documented, measurement) }));
  return {
    measurement,
    cells,
    contradictions: cells.filter(({ says }) => says === 'leaks' || says === 'hides'),
  };
}

function whatItSays(
  cell: MeasuredCell,
  documented: DocumentedRows,
  measurement: Measurement,
): DescribedCell['says'] {
  if (!isInForce(cell, documented, measurement)) return 'set-aside';
  const said = documentedRow(documented, cell)[cell.state];
  if (said === 'unknown') return 'tells';
  if ((said === 'send') === (cell.effect === 'send')) return 'confirms';
  return cell.effect === 'send' ? 'leaks' : 'hides';
}
