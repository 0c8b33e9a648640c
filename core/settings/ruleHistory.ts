import type { RuleSet } from '../rules/rule.ts';

/** The settings as they were from a moment on, until the next version. */
export interface SettingsVersion {
  /** RFC 3339. */
  readonly at: string;
  readonly by?: string;
  /** Rules may lack the id they have in the present list: they are known by selector and group then. */
  readonly ruleSet: RuleSet;
}

/** One page of history, newest first. */
export interface VersionPage {
  readonly versions: readonly SettingsVersion[];
  /** Absent: this is as far back as the source goes. */
  readonly next?: string;
}

/** Rejects with a `SettingsError`. */
export interface RuleHistory {
  /** `page` is the `next` of the page before; absent: the newest. */
  read(page?: string): Promise<VersionPage>;
}
