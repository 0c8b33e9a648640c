import type { Page } from 'puppeteer';
import type { FoundFields } from '../visitorScript.ts';
import { createHands } from './visitorHands.ts';

/** Fills pages that somebody else drives: nothing is held back, opened or pressed. */
export interface FlowVisitor {
  fill(): Promise<FoundFields>;
}

export function createFlowVisitor(given: {
  readonly page: Page;
  readonly seed: number;
  readonly locale: string;
}): FlowVisitor {
  const { page, seed, locale } = given;
  return {
    async fill() {
      const hands = await createHands(page);
      await hands.call('know', { seed, locale });
      const found = await hands.fill();
      await hands.call('settled', quiet, mostSettling);
      await hands.leave();
      return found;
    },
  };
}

/** Milliseconds, as those of the visitor that acts by itself. */
const quiet = 80;
const mostSettling = 600;
