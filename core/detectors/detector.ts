import type { DetectorId } from '../findings/finding.ts';

/** What is known around a text. Never the text itself. */
export interface DetectContext {
  /** ISO 3166 country whose national formats are read; undefined: only international and telling ones. */
  readonly region?: string;
  /**
   * BCP 47 language of the text, when known. It says where numbers are likely from, and not that others are wrong:
   * that only `region` does.
   */
  readonly lang?: string;
  /** Words that say what the text is: an attribute's name, a field's class, a URL parameter's name. */
  readonly hint?: string;
  /** Written for programs, not people (URLs, data attributes, styles): long bare digit runs are ids there. */
  readonly machine?: boolean;
  /**
   * The text is a piece of a page and no record by itself: a number or a name that stands alone in it may be
   * anything. Absent: a record, such as a field's value, a table's cell, a line of a log.
   */
  readonly inPage?: boolean;
}

/** One span in the normalised text. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** 0..1. */
  readonly confidence: number;
  /** The numbering or product, when known: `visa`, `de`, `github`. */
  readonly scheme?: string;
  /** For detectors that find several kinds (secrets). */
  readonly detector?: DetectorId;
  /** The value stands alone, and other numberings may claim it as well: the weaker claims are kept beside the strongest. */
  readonly ambiguous?: true;
}

/**
 * One kind of sensitive data. One file each, registered in `registry.ts`.
 *
 * Detectors are pure, never throw, and take time linear in the text: a pattern begins at a token boundary or
 * at a rare character, and every repetition is bounded.
 */
export interface Detector {
  readonly id: DetectorId;
  /** Texts that hold at least one, and texts that hold none. Tested, and shown in docs. */
  readonly examples: { readonly found: readonly string[]; readonly clean: readonly string[] };
  /** @param text normalised (`normaliseText`); offsets are into it */
  detect(text: string, context: DetectContext): readonly Span[];
}
