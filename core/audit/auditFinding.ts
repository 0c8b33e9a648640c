import type { DetectorId, LeakTag, RedactedText, Severity } from '../findings/finding.ts';

/** Something personal that a vendor holds of a visitor's session. The value is not in here. */
export interface AuditFinding {
  /** Stable within a report: its kind and a number. */
  readonly id: string;
  readonly detector: DetectorId;
  readonly scheme?: string;
  readonly severity: Severity;
  readonly tags: readonly LeakTag[];
  readonly sample: RedactedText;
  /** Events that hold it. */
  readonly count: number;
  /** Each once, the most frequent first, the first 20. */
  readonly places: readonly AuditPlace[];
  /** What would have kept it out, one for each way it came. */
  readonly mends: readonly Mend[];
}

export interface AuditPlace {
  /** Type of the event and the place in it: `click event_properties.target.text`. */
  readonly at: string;
  /** Origin and path; parts that may be somebody's are `*`. '' where it is not told. */
  readonly page: string;
  readonly count: number;
}

/** Message key `audit.mend.<kind>`. */
export type Mend =
  /** An element rule; `selector` is made of names that are nobody's data. */
  | { readonly kind: 'rule'; readonly selector: string; readonly page: string; readonly matchesNow?: number }
  /** The event names no element, or only by what may be somebody's data. */
  | { readonly kind: 'element'; readonly page: string; readonly leaksNow?: readonly string[] }
  | { readonly kind: 'url-param'; readonly part: 'query' | 'hash'; readonly param: string }
  | { readonly kind: 'url-part'; readonly part: 'path' | 'query' | 'hash' }
  | { readonly kind: 'title' }
  | { readonly kind: 'console' }
  | { readonly kind: 'network' }
  | { readonly kind: 'identity' }
  /** What the site says to the recorder by itself: events, page properties. */
  | { readonly kind: 'said' };
