import type { Page } from 'puppeteer';

/** One state to look at: the harness case it starts from, and the hands that lead to it. */
export interface UiState {
  readonly name: string;
  readonly case: string;
  readonly reach: (page: Page) => Promise<unknown>;
}
