import { seededRandom } from '../../test/conformance/fuzz/seededRandom.ts';

/** Numbers from 0 up to, not including, 1: the same ones for the same seed. */
export function unitRandom(seed: number): () => number {
  const random = seededRandom(seed);
  return () => random.below(2 ** 32) / 2 ** 32;
}
