import type { ContentKind, Effect } from './contentPolicy.ts';

/**
 * What recorders that nobody outside can run were seen to do, each on one day: at most one entry for a recorder. It
 * stands in the rule file (`measured`), because it was measured with an org's own snippet, and lays over the table of
 * what is documented (`withMeasurement.ts`).
 */
export type MeasuredPolicy = readonly Measurement[];

export interface Measurement {
  /** Id of the recorder. */
  readonly recorder: string;
  /** `2026-11-26`, in UTC. */
  readonly date: string;
  /** Of the recorder, as the page told it. Absent: it does not tell. */
  readonly version?: string;
  readonly cells: readonly MeasuredCell[];
  /**
   * Why it may not hold any more. Set by hosts that know today's date (`doubtOldMeasurements.ts`), never in a file:
   * what such a measurement made less careful is as documented again.
   */
  readonly doubt?: 'old' | 'other-version';
}

/** One cell of a recorder's table: what leaves for one kind of content in one state of its element. */
export interface MeasuredCell {
  readonly kind: ContentKind;
  /** One attribute by its name in lower case, of the kind `attribute` only. Absent: all of the kind. */
  readonly name?: string;
  readonly state: ContentState;
  readonly effect: MeasuredEffect;
  /** What the table said when it was measured: a cell that relaxes another one does not hold for that. */
  readonly documented: Effect;
  readonly evidence: CellEvidence;
}

export type ContentState = 'captured' | 'masked' | 'excluded';
export const contentStates: readonly ContentState[] = ['captured', 'masked', 'excluded'];

/** There is no measured `unknown`: such a cell is not in a measurement. */
export type MeasuredEffect = Exclude<Effect, 'unknown'>;
export const measuredEffects: readonly MeasuredEffect[] = ['send', 'mask', 'nothing'];

/** Counts of planted values; the values themselves are nowhere. */
export interface CellEvidence {
  readonly planted: number;
  /** Planted values that were found in what left for the recorder. */
  readonly arrived: number;
  /** Values that had to arrive beside them and did, so that an absence means something. */
  readonly controls: number;
}

export function measurementOf(
  measured: MeasuredPolicy | undefined,
  recorder: string,
): Measurement | undefined {
  return measured?.find((one) => one.recorder === recorder);
}
