import type { ConsentState, PageSettings } from './checkConfig.ts';

/** One look that a run is to take: a page in one state. Its number is its place in the list of them. */
export interface PlannedLook {
  /** As reports name it. */
  readonly page: string;
  /** What tells it from other looks at the same page. Absent: there is one. */
  readonly step?: string;
  readonly settings: LookSettings;
  /** Path of the module of a flow that is run instead of opening a page. */
  readonly flow?: string;
  /** Why it cannot be taken, known before: it is reported as not loaded. */
  readonly notInspected?: string;
}

export type LookSettings = Omit<PageSettings, 'consents'> & { readonly consent?: ConsentState };
