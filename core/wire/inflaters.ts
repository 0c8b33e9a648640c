/** What a decompressor made of some bytes. */
export interface Inflated {
  /** As much as it gave before it failed, ended or reached `most`; empty: these bytes are nothing of its kind. */
  readonly bytes: Uint8Array;
  /** There is more than `most`, or the input broke off: what is here is a part. */
  readonly isCut: boolean;
}

/**
 * Takes compressed bytes apart; never gives more than `most` bytes and holds no more than that. Bytes that are not of
 * its kind are no error.
 */
export type Inflate = (bytes: Uint8Array, most: number) => Promise<Inflated>;

/** What the host can take apart. One that is absent is a gap where its form is met. */
export interface Inflaters {
  readonly gzip?: Inflate;
  /** With zlib's header (RFC 1950). */
  readonly deflate?: Inflate;
  readonly deflateRaw?: Inflate;
  readonly brotli?: Inflate;
  readonly zstd?: Inflate;
}
