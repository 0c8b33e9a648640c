/**
 * Digits times weights, summed; letters count as 10 to 35.
 *
 * @param compact upper case; characters beyond the weights are left out
 */
export function weightedSum(compact: string, weights: readonly number[]): number {
  return weights.reduce(
    (sum, weight, index) => sum + weight * Number.parseInt(compact.charAt(index) || '0', 36),
    0,
  );
}
