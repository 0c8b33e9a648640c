import { modelRows } from './featureSink.ts';
import { fieldClasses } from './fieldClasses.ts';

/** Printable characters stand for weights, from `#` to `}`; the middle one is nothing. */
const firstCode = 35;
export const weightLevels = 45;
const middleCode = firstCode + weightLevels;
/** A backslash would be two characters in a source file; its neighbour stands for it. */
const backslash = 92;

/**
 * @param packed one character for each weight
 * @param scale what one level is worth
 * @throws Error when there are more or fewer than the model's rows need: a model of other features
 */
export function unpackWeights(packed: string, scale: number): Float32Array {
  const size = modelRows * fieldClasses.length;
  if (packed.length !== size) throw new Error(`the model has ${packed.length} weights, not ${size}`);
  return Float32Array.from({ length: size }, (_, at) => (packed.charCodeAt(at) - middleCode) * scale);
}

/** The nearest levels, as characters; what is out of range is at its end. */
export function packWeights(weights: Float32Array, scale: number): string {
  const parts: string[] = [];
  for (const weight of weights) {
    const level = Math.max(-weightLevels, Math.min(weightLevels, Math.round(weight / scale)));
    const code = middleCode + level;
    parts.push(String.fromCharCode(code === backslash ? code + 1 : code));
  }
  return parts.join('');
}
