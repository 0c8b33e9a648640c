import type { PushPlan } from '../settings/pushPlan.ts';
import type { PolicyState } from './orgPolicy.ts';
import { siteMatches } from './siteMatches.ts';

/**
 * Why something may not be done: problem codes. `approval-needed` is also what a settings source says when a second
 * person has to let a change through: people are sent the same way.
 */
export type PolicyRefusal =
  | 'policy-broken'
  | 'policy-origin'
  | 'policy-org'
  | 'policy-site'
  | 'policy-remember'
  | 'approval-needed';

/** What is asked; only what is given is checked. */
export interface PolicyQuestion {
  /** Origin that a key would be sent to. */
  readonly settingsOrigin?: string | undefined;
  /** Org whose key it is. */
  readonly org?: string | undefined;
  /** Would the key be kept beyond this session? */
  readonly remembers?: boolean | undefined;
}

/** May a key be used like this? Undefined: yes. A policy that cannot be understood allows nothing. */
export function keyRefusal(state: PolicyState, asked: PolicyQuestion): PolicyRefusal | undefined {
  if (state.kind === 'none') return undefined;
  if (state.kind === 'broken') return 'policy-broken';
  const { allowedSettingsOrigins, org, mayRememberKeys } = state.policy;
  const { settingsOrigin } = asked;
  if (
    settingsOrigin !== undefined &&
    allowedSettingsOrigins &&
    !allowedSettingsOrigins.includes(settingsOrigin)
  )
    return 'policy-origin';
  if (asked.org !== undefined && org !== undefined && asked.org !== org) return 'policy-org';
  if (asked.remembers === true && !mayRememberKeys) return 'policy-remember';
  return undefined;
}

/** May this page be looked at, and pushed from? Not told where it is, it may not, where sites are named. */
export function siteRefusal(state: PolicyState, origin: string | undefined): PolicyRefusal | undefined {
  if (state.kind === 'none') return undefined;
  // Looking at a page changes nothing and sends nothing; but which pages may be looked at cannot be told.
  if (state.kind === 'broken') return 'policy-broken';
  const { allowedSites } = state.policy;
  if (!allowedSites) return undefined;
  const isAllowed = origin !== undefined && allowedSites.some((pattern) => siteMatches(pattern, origin));
  return isAllowed ? undefined : 'policy-site';
}

/** May this plan be written without a second person? */
export function pushRefusal(
  state: PolicyState,
  { mode, planned }: Pick<PushPlan, 'mode' | 'planned'>,
): PolicyRefusal | undefined {
  if (state.kind === 'none') return undefined;
  if (state.kind === 'broken') return 'policy-broken';
  const reveals = planned.some(({ weakenings }) => weakenings.length > 0);
  const isLive = mode === 'live' || mode === 'promote';
  const needed = { none: false, reveals, live: isLive || reveals, all: true }[state.policy.approval];
  return needed ? 'approval-needed' : undefined;
}
