/** Runs what it is given one after the other, also after a failure. */
export function createTurns(): <T>(turn: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (turn) => {
    const result = last.then(turn);
    // The caller hears of a failure; the next turn does not have to.
    last = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  };
}
