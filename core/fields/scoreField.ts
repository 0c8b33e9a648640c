import type { EvidencePiece } from './fieldEvidence.ts';
import type { FieldClass } from './fieldFacts.ts';

/** Evidence for one class: how much, and the strongest piece of it. */
export interface Evidence {
  readonly score: number;
  readonly best: number;
  /** Message key without its prefix, and the phrase of the word list that was seen. Never page text. */
  readonly why: readonly [key: string, detail: string];
}

export type FieldScores = ReadonlyMap<FieldClass, Evidence>;

/** All pieces of evidence of a field weighed, by class. */
export function scoreField(pieces: readonly EvidencePiece[]): FieldScores {
  const scores = new Map<FieldClass, Evidence>();
  for (const { class: found, key, phrase, strength, weight } of pieces) {
    const score = strength * weight;
    if (score === 0) continue;
    const known = scores.get(found);
    const better = !known || score > known.best;
    scores.set(found, {
      score: (known?.score ?? 0) + score,
      best: better ? score : known.best,
      why: better ? [key, phrase] : known.why,
    });
  }
  return scores;
}
