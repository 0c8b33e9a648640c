import type { Page } from 'puppeteer';
import type { FieldClass } from '../../core/fields/fieldFacts.ts';
import type { PageReport } from '../../core/report/pageReport.ts';

/** The default export of a flow module. */
export type Flow = (given: FlowGiven) => Promise<void>;

export interface FlowGiven {
  /** A tab of its own. The simulated recording begins with each document that is opened in it. */
  readonly page: Page;
  readonly scrim: FlowScrim;
  /** Where the site is; absent: nobody said. */
  readonly baseUrl?: string;
}

export interface FlowScrim {
  /**
   * What the recorder would have recorded since the last check, on the page that is open.
   *
   * @param step what reports call it: 'checkout, card step'
   */
  check(step: string): Promise<PageReport>;
  /** Fills the fields of the page that are not filled yet with the synthetic identity. @returns how many */
  fill(): Promise<number>;
  /** What the identity would type into a field of this kind; looked for from then on wherever it turns up. */
  value(kind: FieldClass): string;
}
