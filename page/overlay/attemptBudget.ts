/**
 * Says no after `most` attempts within `milliseconds`: we do not fight a page for ever.
 *
 * @param now milliseconds, monotonic
 */
export function createAttemptBudget(most: number, milliseconds: number, now: () => number): () => boolean {
  let attempts: number[] = [];
  return () => {
    const time = now();
    attempts = attempts.filter((attempt) => time - attempt < milliseconds);
    if (attempts.length >= most) return false;
    attempts.push(time);
    return true;
  };
}
