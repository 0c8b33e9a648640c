import type { FieldClass } from '../fields/fieldFacts.ts';

/**
 * A value of the synthetic identity that was typed into, or planted in, a page: nobody's, and recognisable wherever it
 * turns up. The raw value may be kept and compared in memory; reports name the kind, not the value.
 */
export interface PlantedValue {
  /** What it was typed as; `text` for what was planted as plain content. */
  readonly kind: FieldClass | 'text';
  readonly value: string;
  /** Where it was put, as paths in reports are written; absent: not yet. */
  readonly path?: string;
  /** Typed on a page before this one: what is here from the beginning may be it. */
  readonly isEarlier?: true;
}
