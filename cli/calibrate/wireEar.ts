import type { Page } from 'puppeteer';
import type { HeardMessage } from '../../core/calibrate/heardMessage.ts';

/** Hears what leaves a page, and who gets it. */
export interface WireEar {
  /** Before the page is opened. */
  attach(page: Page): Promise<void>;
  /** Whether this value was found in anything that left for the recorder so far. */
  hasHeard(value: string): Promise<boolean>;
  /** Everything that left for the recorder so far, opened. */
  messages(): Promise<readonly HeardMessage[]>;
  /** Where else something went, by origin: one of them may be a collector that is not known as such. */
  others(): readonly string[];
}
