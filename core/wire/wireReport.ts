import type { FieldClass } from '../fields/fieldFacts.ts';
import type { Treatment } from '../treatment/treatment.ts';

/** What left the browser while the page was looked at, searched for planted values. No value is in here. */
export interface WireReport {
  /** Requests, frames and messages that were looked into. */
  readonly messages: number;
  readonly bytes: number;
  readonly arrivals: readonly WireArrival[];
  /** What was sent and could not be looked into: never silence. */
  readonly notInspected: readonly WireGap[];
  /**
   * Messages of the recorder that was played; none: nothing here speaks for or against the simulation. Absent: nothing
   * was compared with it.
   */
  readonly ofPlayed?: number;
  /** What the simulation says is sent and was not seen: no proof that it is not. */
  readonly notSeen?: readonly WireNotSeen[];
}

/** Planted values of one kind. */
export interface WireNotSeen {
  readonly kind: FieldClass | 'text';
  readonly predicted: Treatment;
  readonly count: number;
}

/** One planted value that arrived somewhere, with everything it arrived in put together. */
export interface WireArrival {
  /** Stable: kind of value, receiver and prediction; never the value. */
  readonly id: string;
  readonly kind: FieldClass | 'text';
  readonly receiver: WireReceiver;
  /** How it travelled, each once, in the order in which they were first seen. */
  readonly carriers: readonly WireCarrier[];
  /** What it was wrapped in, outermost first: `gzip`, `base64`, `json`; one entry for each way it came. */
  readonly encodings: readonly (readonly string[])[];
  /** Whole as planted, in another writing of it (only its digits, lower case), or a part that nobody else has. */
  readonly match: 'whole' | 'rewritten' | 'part';
  readonly count: number;
  /**
   * What the simulation said of this value for the recorder that sent it; null where the sender is not the recorder
   * that was played.
   */
  readonly predicted: Treatment | null;
  /** Sent by the recorder that was played, though the simulation says it is not: the loudest finding of all. */
  readonly isUnpredicted: boolean;
}

export interface WireReceiver {
  /** `https://collector.example:8443`; never a path. */
  readonly origin: string;
  /** Id of the recorder it belongs to; absent: not known to be one. */
  readonly recorder?: string;
  /** Another site than the page's. */
  readonly isThirdParty: boolean;
}

export type WireCarrier =
  | 'address'
  | 'fetch'
  | 'xhr'
  | 'beacon'
  | 'form'
  | 'image'
  | 'websocket'
  | 'event-source'
  | 'worker'
  | 'header'
  | 'other';

export interface WireGap {
  readonly origin: string;
  readonly carrier: WireCarrier;
  /** Message key `wire.notInspected.<why>`. */
  readonly why: string;
  readonly count: number;
}
