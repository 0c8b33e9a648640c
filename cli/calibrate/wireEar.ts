import type { Page } from 'puppeteer';
import type { HeardMessage } from '../../core/calibrate/heardMessage.ts';

/** Hears what leaves a page, and who gets it. */
export interface WireEar {
  /** Before the page is opened. */
  attach(page: Page): Promise<void>;
  /** Whether this value was found in anything that left for the recorder so far. */
  hasHeard(value: string): Promise<boolean>;
  /** The last that is done with the page: it is left, so that the recorder sends what it holds. */
  letSend(page: Page): Promise<void>;
  /** Everything that left for the recorder, opened; after `letSend`. */
  messages(): readonly HeardMessage[];
  /** Where else something went, by origin: one of them may be a collector that is not known as such. */
  others(): readonly string[];
}
