// Lets everything that happens in a run happen one after the other, in an order that the dice decide: whoever does
// something that another could come between (a storage access, a request) waits for its turn.
import type { Dice } from './createDice.ts';

/** A worker, as long as it lives. Nothing of a dead one ever goes on. */
export interface Life {
  isDead: boolean;
}

export interface Stage {
  /** Waits for a turn; never resolves for the dead. */
  breathe(life: Life): Promise<void>;
  /** Real work under way: nobody else has a turn before it is done. */
  working<T>(work: Promise<T>): Promise<T>;
  /** Gives one of those who wait a turn. False: nobody waits. */
  step(): Promise<boolean>;
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

export function createStage(dice: Dice): Stage {
  let waiting: { readonly life: Life; readonly go: () => void }[] = [];
  let atWork = 0;

  /** Until everybody waits or is done: promises settle within a few turns of the event loop. */
  async function quiet(): Promise<void> {
    for (let still = 0; still < 2; still = atWork > 0 ? 0 : still + 1) await nextTurn();
  }

  return {
    breathe: (life) =>
      new Promise<void>((resolve) => {
        if (!life.isDead) waiting.push({ life, go: resolve });
      }),
    async working(work) {
      atWork += 1;
      try {
        return await work;
      } finally {
        atWork -= 1;
      }
    },
    async step() {
      await quiet();
      waiting = waiting.filter(({ life }) => !life.isDead);
      if (waiting.length === 0) return false;
      const [next] = waiting.splice(dice.below(waiting.length), 1);
      next?.go();
      return true;
    },
  };
}
