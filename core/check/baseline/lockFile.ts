import type { CaptureChannel } from '../../capture/captureRecord.ts';
import type { LeakPlace } from '../../findings/finding.ts';

/** The only version of `scrim.lock.json` so far. */
export const lockFileVersion = 1;

/** `scrim.lock.json`: how the pages were when somebody last said that this is how they should be. */
export interface LockFile {
  readonly scrim: typeof lockFileVersion;
  /** Id of the recorder that was played. */
  readonly recorder: string;
  /** Sorted by page, then step. */
  readonly pages: readonly LockedPage[];
}

export interface LockedPage {
  /** What `pageKey` makes of its address. */
  readonly page: string;
  readonly step?: string;
  /** How much was looked at, by channel; channels with nothing are not named. */
  readonly looked: Readonly<Partial<Record<CaptureChannel, number>>>;
  /** Rules that matched something, sorted by id. */
  readonly rules: readonly LockedRule[];
  /** Leaks that somebody accepted, sorted by kind, then place. */
  readonly accepted: readonly AcceptedPlace[];
}

export interface LockedRule {
  readonly id: string;
  readonly name: string;
  /** What kinds of element it hit (`input[type=email]`), sorted. Empty: not told. */
  readonly kinds: readonly string[];
}

/** One place of one kind of leak, until a day, for a reason. */
export interface AcceptedPlace {
  /** A detector's id, or `field:<class>`. */
  readonly kind: string;
  readonly channel: CaptureChannel;
  /** Attribute or property. */
  readonly name?: string;
  /** As reports write it; rows and list items without their position. */
  readonly path: string;
  /** What it was when it was accepted: what was only possible then and is certain now is a new leak. */
  readonly certainty: 'leak' | 'possible';
  readonly reason: string;
  /** `2026-12-31`: the last day it counts, in UTC. */
  readonly expires: string;
}

/** What tells one accepted place from another. */
export type PlaceIdentity = Pick<LeakPlace, 'channel' | 'name' | 'path'> & { readonly kind: string };
