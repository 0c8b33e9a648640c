import { createFeatureSink, modelRows } from '../../core/fields/featureSink.ts';
import { fieldClasses } from '../../core/fields/fieldClasses.ts';

/** What is believed before anything is learned: pages of the training set are too few to teach it for each class. */
const beliefs: readonly (readonly [name: (found: string) => string, weight: number])[] = [
  [(found) => `stated=${found}`, 2],
  [(found) => `rule ${found}`, 1],
  [(found) => `strong ${found}`, 0.5],
  [(found) => `score ${found}`, 0.6],
  [(found) => `says ${found}`, 0.4],
];

/** Weights to begin with: each class is believed by what states it. */
export function priorWeights(): Float32Array {
  const weights = new Float32Array(modelRows * fieldClasses.length);
  for (const [column, found] of fieldClasses.entries()) {
    for (const [name, weight] of beliefs) {
      const sink = createFeatureSink();
      sink.shape('bias', name(found));
      weights[(sink.features.rows[0] ?? 0) * fieldClasses.length + column] = weight;
    }
  }
  return weights;
}
