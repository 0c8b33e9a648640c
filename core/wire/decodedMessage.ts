/** What one message says, layer by layer. Raw: it stays in memory. */
export interface DecodedMessage {
  readonly pieces: readonly DecodedPiece[];
  /** What could not be looked into, each once. */
  readonly gaps: readonly DecodeGap[];
}

export interface DecodedPiece {
  readonly text: string;
  /** What it was wrapped in, outermost first. */
  readonly encodings: readonly string[];
  /** A list of whole strings with NUL between them; the key of a value is the entry before it. */
  readonly isListed: boolean;
}

/** Message keys `wire.notInspected.<why>`. */
export const decodeGaps = [
  'too-deep',
  'too-large',
  'too-slow',
  'cut-off',
  'brotli',
  'zstd',
  'compressed',
  'media',
  'unreadable',
] as const;
export type DecodeGap = (typeof decodeGaps)[number];

export interface MessageHeaders {
  readonly contentType?: string;
  readonly contentEncoding?: string;
}

export interface DecodeLimits {
  /** Layers in each other. */
  readonly depth: number;
  /** Bytes and characters of all layers together. */
  readonly size: number;
  /** Milliseconds. */
  readonly time: number;
  /** Milliseconds of a clock. */
  readonly now: () => number;
}
