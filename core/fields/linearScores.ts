import type { FieldFeatures } from './featureSink.ts';

/** A linear model: one row of weights for each feature, one column for each class. */
export interface LinearModel {
  readonly columns: number;
  readonly weights: Float32Array;
}

/** Probabilities of all classes. */
export function linearProbabilities(model: LinearModel, features: FieldFeatures): Float64Array {
  const { columns, weights } = model;
  const { rows, values } = features;
  const scores = new Float64Array(columns);
  for (let at = 0; at < rows.length; at += 1) {
    const start = (rows[at] ?? 0) * columns;
    const value = values[at] ?? 0;
    for (let column = 0; column < columns; column += 1)
      scores[column] = (scores[column] ?? 0) + value * (weights[start + column] ?? 0);
  }
  return softmax(scores);
}

function softmax(scores: Float64Array): Float64Array {
  const highest = Math.max(...scores);
  let sum = 0;
  for (let column = 0; column < scores.length; column += 1) {
    const raised = Math.exp((scores[column] ?? 0) - highest);
    scores[column] = raised;
    sum += raised;
  }
  return scores.map((raised) => raised / sum);
}
