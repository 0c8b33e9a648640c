/** What a recorder does with one piece of content. `unknown` is an answer, not a failure: see GLOSSARY. */
export const Treatment = {
  captured: 'captured',
  masked: 'masked',
  excluded: 'excluded',
  unknown: 'unknown',
} as const;
export type Treatment = (typeof Treatment)[keyof typeof Treatment];

/**
 * The set of treatments that are still possible for an element, as bits.
 *
 * Most elements have exactly one. Where the recorder's behaviour is undocumented, or a rule may or may not
 * apply (an invalid selector, a targeting condition that cannot be read), several stay possible, and they
 * travel down the tree as a set: a child of "captured or masked" that is itself unmasked is captured for sure.
 */
export type Possible = number;

export const Possible = {
  captured: 0b001,
  masked: 0b010,
  excluded: 0b100,
} as const;

/**
 * The one word for a set. Masked-or-excluded is `masked`: neither sends the value, and the weaker claim of the
 * two is made. As soon as the raw value may leave next to something safer, it is `unknown`.
 */
export function treatmentOf(possible: Possible): Treatment {
  if (possible === Possible.captured) return Treatment.captured;
  if (possible === Possible.excluded) return Treatment.excluded;
  return (possible & Possible.captured) !== 0 ? Treatment.unknown : Treatment.masked;
}
