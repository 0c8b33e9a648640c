import type * as v from 'valibot';

/** One method of one address, for the OpenAPI document. */
export interface Operation {
  readonly id: string;
  readonly summary: string;
  /** The least level of key; `own`: any, of whom it is about; `none`: no key. */
  readonly level: 'none' | 'standard' | 'own' | 'architect' | 'admin';
  /** Parameters of the query, and what they say. */
  readonly query?: Readonly<Record<string, string>>;
  /** Of them, those that must be there. */
  readonly requires?: readonly string[];
  readonly headers?: readonly ('If-Match' | 'If-None-Match' | 'Idempotency-Key')[];
  readonly body?: v.GenericSchema;
  /** JSON of this shape, or something else of these media types. */
  readonly answer: v.GenericSchema | readonly string[];
  /** Also answers as a script or the like, beside JSON. */
  readonly alsoAs?: readonly string[];
}
