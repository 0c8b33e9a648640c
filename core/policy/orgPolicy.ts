import type { ApprovalNeeded } from '../settings/settingsSource.ts';

/** What the organisation that manages a browser says about Scrim in it. `docs/policy.md` has every entry. */
export interface OrgPolicy {
  /** Origin of the settings API that the options page offers. */
  readonly server?: string;
  /** The only org whose key may be connected. */
  readonly org?: string;
  /** Profile id of the recorder that is played where the page does not tell. */
  readonly recorder?: string;
  /** Origins that a key may be sent to; absent: any. */
  readonly allowedSettingsOrigins?: readonly string[];
  /** Sites that may be checked and pushed from; absent: any. */
  readonly allowedSites?: readonly string[];
  readonly mayRememberKeys: boolean;
  /** Which changes may not be pushed but have to be proposed. */
  readonly approval: ApprovalNeeded;
  /** Keys are locked when Scrim was not used for this long. */
  readonly lockAfterMinutes?: number;
}

/**
 * `none`: nobody manages this browser, or says nothing about Scrim.
 * `broken`: something is said that cannot be understood, or that contradicts itself. Nothing may be connected or pushed.
 */
export type PolicyState =
  | { readonly kind: 'none' }
  | { readonly kind: 'set'; readonly policy: OrgPolicy; readonly unknown: readonly string[] }
  | {
      readonly kind: 'broken';
      readonly problems: readonly PolicyProblem[];
      readonly unknown: readonly string[];
    };

export interface PolicyProblem {
  /** Entry of the policy; '' when it could not be read at all. */
  readonly entry: string;
  /** Message key: `policy.problem.<reason>`. */
  readonly reason: 'unreadable' | 'wrong-type' | 'wrong-value' | 'contradicts';
}
