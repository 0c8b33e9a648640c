import type { ContentKind, Effect } from '../profiles/documented/contentPolicy.ts';
import type { ContentState, MeasuredCell } from '../profiles/documented/measuredPolicy.ts';

/** What came of measuring one recorder. No planted value is in here. */
export interface Calibration {
  readonly measured: readonly MeasuredCell[];
  /** Cells of the table that stay as they are documented, each with the reason. */
  readonly unmeasured: readonly UnmeasuredCell[];
  readonly messages: number;
  /** Messages to the recorder of which a part could not be opened. */
  readonly closed: number;
  /** Whether the value that was planted last arrived: all that came before it was sent. */
  readonly isFlushed: boolean;
}

export interface UnmeasuredCell {
  readonly kind: ContentKind;
  readonly name?: string;
  readonly state: ContentState;
  readonly documented: Effect;
  readonly why: UnmeasuredWhy;
}

/** Message keys `calibrate.why.<why>`. */
export type UnmeasuredWhy =
  /** Nothing in this state could be planted, or the kind holds no text. */
  | 'not-planted'
  /** What the rules make of it is not certain, so what was seen cannot be put anywhere. */
  | 'state-unknown'
  /** It did not arrive, and nothing shows that it would have. */
  | 'no-control'
  /** It did not arrive, and something went to the recorder that could not be opened. */
  | 'closed'
  /** It did not arrive, and neither did what was planted last. */
  | 'not-flushed'
  /** It did not arrive, and which rules the recorder goes by is not known. */
  | 'rules-unknown'
  /** It did not arrive; of this kind that proves nothing. */
  | 'absence-no-proof';
