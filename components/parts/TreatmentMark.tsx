export type MarkKind = 'excluded' | 'masked' | 'unknown' | 'captured' | 'leak';

/** A small swatch drawn as the overlay draws it on the page: shape and pattern carry the meaning, not colour. */
export function TreatmentMark({ kind }: { readonly kind: MarkKind }) {
  return <span class={`mark mark-${kind}`} aria-hidden="true" />;
}
