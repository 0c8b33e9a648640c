import type { Treatment } from '../treatment/treatment.ts';

export const captureChannels = [
  'text',
  'value',
  'attribute',
  'comment',
  'title',
  'url',
  'meta',
  'jsonld',
  'style',
  'resource',
  'console',
  'interaction',
] as const;

/** Where in the recorder's payload a value travels. */
export type CaptureChannel = (typeof captureChannels)[number];

/** The recording itself, or what the same SDK sends beside it. */
export type CaptureStream = 'replay' | 'telemetry';

export type CaptureMoment = 'snapshot' | 'mutation';

/** Public and versioned: the output of `scrim capture`, see docs/cli.md. */
export interface CaptureRecord {
  readonly channel: CaptureChannel;
  readonly stream: CaptureStream;
  /** Attribute or property name. */
  readonly name?: string;
  /** From the document root; `>>> #shadow-root` and `>>> #document` mark boundaries. Tags and positions only. */
  readonly path: string;
  readonly moment: CaptureMoment;
  readonly treatment: Treatment;
  /** Exactly what the recorder would send; null when nothing is sent; for `unknown` the raw value. */
  readonly output: string | null;
  /** The rule or built-in that decided; absent when inherited from the default. */
  readonly rule?: string;
}

export const uninspectedKinds = [
  'page',
  'frame',
  'closed-shadow-root',
  'rules',
  'detector',
  'partial',
] as const;

/** Something whose content could not be read at all: never silence, always counted and named. */
export interface Uninspected {
  readonly kind: (typeof uninspectedKinds)[number];
  readonly path: string;
  /** The element it is about, where there is one. */
  readonly node?: number;
  /** Origin only: a path or query may itself hold personal data. */
  readonly origin?: string;
  /** A message key in assets/locales (`uninspected.<reason>`). */
  readonly reason: string;
  /** What the reason is about, in plain words where it has a detail (an error, a count). Never page content. */
  readonly detail?: string;
}

/** The capture of one document tree in the compact form that crosses from a page to the extension. */
export interface NodeEntry {
  readonly id: number;
  /** -1 for the root. */
  readonly parent: number;
  /** This node's step in a path: `div:nth-of-type(2)`, `#shadow-root`, `#document`. */
  readonly step: string;
  /** Index into `CaptureScan.decisions`: what was decided for this element. */
  readonly decision: number;
  /** How many of its parent's text nodes come before it; absent for none. A replay needs the order. */
  readonly textsBefore?: number | undefined;
}

export interface IndexedRecord {
  /** Id of the element the record is about (for text, its parent element). */
  readonly node: number;
  /** Position among the element's text or comment nodes, from 1; 0 for everything else. */
  readonly part: number;
  readonly channel: CaptureChannel;
  readonly stream: CaptureStream;
  readonly name?: string | undefined;
  readonly moment: CaptureMoment;
  readonly treatment: Treatment;
  readonly output: string | null;
  /** Index into `CaptureScan.decisions`. */
  readonly decision: number;
  /** Why this record differs from its element's decision: a message key (`policy.<key>`). */
  readonly policy?: string | undefined;
}
