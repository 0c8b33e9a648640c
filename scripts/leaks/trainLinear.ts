import { type FeatureSource, type FieldFeatures, featureSources } from '../../core/fields/featureSink.ts';
import type { LinearModel } from '../../core/fields/linearScores.ts';

/** One field to learn from. */
export interface TrainingRow {
  readonly features: FieldFeatures;
  /** Columns that count as right. */
  readonly accept: readonly number[];
  readonly weight: number;
}

export interface TrainingPlan {
  readonly rows: number;
  readonly columns: number;
  readonly epochs: number;
  readonly rate: number;
  /** Pull of every weight towards where it began. */
  readonly decay: number;
  readonly seed: number;
  /** Weights to begin with. */
  readonly start: Float32Array;
  /** Sources that are left out together, and how often: what a page may do without. */
  readonly dropout: readonly (readonly [share: number, sources: readonly FeatureSource[]])[];
}

/**
 * Multinomial logistic regression by stochastic gradient descent with a rate of its own for every weight
 * (AdaGrad). The same rows and seed give the same weights.
 */
export function trainLinear(all: readonly TrainingRow[], plan: TrainingPlan): LinearModel {
  const { columns } = plan;
  const weights = plan.start.slice();
  const squares = new Float32Array(plan.rows * columns).fill(1e-3);
  const random = createRandom(plan.seed);
  const order = all.map((_, index) => index);
  const dropout = plan.dropout.map(
    ([share, sources]) => [share, new Set(sources.map((source) => featureSources.indexOf(source)))] as const,
  );
  const skip = new Uint8Array(featureSources.length);
  for (let epoch = 0; epoch < plan.epochs; epoch += 1) {
    shuffle(order, random);
    const rate = plan.rate * (1 - epoch / plan.epochs);
    for (const index of order) {
      skip.fill(0);
      for (const [share, sources] of dropout)
        if (random() < share) for (const source of sources) skip[source] = 1;
      step(all[index] as TrainingRow, skip, rate);
    }
  }
  return { columns, weights };

  function step(row: TrainingRow, skipped: Uint8Array, rate: number): void {
    const { rows, values, sources } = row.features;
    const scores = new Float64Array(columns);
    for (let at = 0; at < rows.length; at += 1) {
      if (skipped[sources[at] as number]) continue;
      const start = (rows[at] as number) * columns;
      const value = values[at] as number;
      for (let column = 0; column < columns; column += 1)
        scores[column] = (scores[column] as number) + value * (weights[start + column] as number);
    }
    const gradient = gradientOf(scores, row);
    // Most classes are out of the question for most fields: what hardly moves is left where it is.
    const moved = columnsMoved(gradient);
    if (moved.length === 0) return;
    for (let at = 0; at < rows.length; at += 1) {
      if (skipped[sources[at] as number]) continue;
      const start = (rows[at] as number) * columns;
      const value = values[at] as number;
      for (const column of moved) {
        const place = start + column;
        const weight = weights[place] as number;
        const slope =
          (gradient[column] as number) * value + plan.decay * (weight - (plan.start[place] as number));
        const square = (squares[place] as number) + slope * slope;
        squares[place] = square;
        weights[place] = weight - (rate * slope) / Math.sqrt(square);
      }
    }
  }
}

const leastSlope = 0.004;

function columnsMoved(gradient: Float64Array): number[] {
  const moved: number[] = [];
  for (const [column, slope] of gradient.entries()) if (Math.abs(slope) > leastSlope) moved.push(column);
  return moved;
}

/** Probability minus what it should be; where several classes are right, as the model divides it among them. */
function gradientOf(scores: Float64Array, { accept, weight }: TrainingRow): Float64Array {
  const highest = Math.max(...scores);
  let sum = 0;
  for (let column = 0; column < scores.length; column += 1) {
    scores[column] = Math.exp((scores[column] as number) - highest);
    sum += scores[column] as number;
  }
  let right = 0;
  for (const column of accept) right += scores[column] as number;
  const gradient = scores.map((raised) => raised / sum);
  for (const column of accept)
    gradient[column] = (gradient[column] as number) - (scores[column] as number) / right;
  return gradient.map((slope) => slope * weight);
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
}

/** Mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
