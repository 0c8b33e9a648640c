import type { Page } from 'puppeteer';
import type { FoundFields } from '../visitorScript.ts';
import { holdNavigation } from './holdNavigation.ts';
import { createHands } from './visitorHands.ts';

/** Fills pages that somebody else drives: nothing is opened or pressed, and what sends a form is the flow's to do. */
export interface FlowVisitor {
  fill(): Promise<FoundFields>;
}

/** Milliseconds, as those of the visitor that acts by itself. */
const quiet = 80;
const mostSettling = 600;

export function createFlowVisitor(given: {
  readonly page: Page;
  readonly seed: number;
  readonly locale: string;
}): FlowVisitor {
  const { page, seed, locale } = given;
  return {
    async fill() {
      // A code that is complete sends its form by itself on many pages.
      const held = await holdNavigation(page);
      try {
        const hands = await createHands(page);
        await hands.call('begin', { seed, locale });
        const found = await hands.fill();
        await hands.call('settled', quiet, mostSettling);
        await hands.call('end');
        await hands.leave();
        return found;
      } finally {
        await held.release();
      }
    },
  };
}
