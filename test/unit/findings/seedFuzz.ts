import fc from 'fast-check';
import { afterAll, beforeAll } from 'vitest';

/** The same texts in each run, so that a build says the same twice; `SCRIM_SEED=<number>` takes others. */
const usual = 1;

/** Fuzz of the finder: seeded, and at the first failure it ends, because shrinking long texts takes minutes. */
export function seedFuzz(): void {
  beforeAll(() => {
    fc.configureGlobal({ seed: Number(process.env.SCRIM_SEED ?? usual), endOnFailure: true });
  });
  // Other files run in the same worker: their properties are to see other cases each time.
  afterAll(() => {
    fc.resetConfigureGlobal();
  });
}
