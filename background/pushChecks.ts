// What is asked before a plan is made and before any of it is written: the right org, a key that may write, a site and a
// plan that the organisation's policy allows. For the push desk only.

import { isOtherOrg } from '../core/connections/isOtherOrg.ts';
import { mayPropose } from '../core/connections/mayPropose.ts';
import { type PolicyRefusal, pushRefusal, siteRefusal } from '../core/policy/checkPolicy.ts';
import type { ConnectionInfo } from '../core/protocol.ts';
import { createTurns } from '../core/settings/createTurns.ts';
import type { PushPlan } from '../core/settings/pushPlan.ts';
import type { SettingsSource } from '../core/settings/settingsSource.ts';
import { policyOf } from './policyCheck.ts';
import { ProblemError } from './problemError.ts';
import { askAgain } from './settingsConnection.ts';
import type { SettingsServiceDeps } from './settingsDeps.ts';

/** Which connection is asked about. */
export interface CheckedDesk {
  readonly deps: SettingsServiceDeps;
  readonly connection: ConnectionInfo;
  readonly source: SettingsSource;
}

/**
 * Before any plan: is this the org of the page, is it still the key's, and may the key write?
 *
 * @throws {ProblemError} `org-mismatch`, `role-too-low` @throws {SettingsError}
 */
export async function checkWriter(
  { deps, connection, source }: CheckedDesk,
  pageOrgId: string | undefined,
): Promise<void> {
  if (connection.kind === 'local') return;
  const { orgId, role, canWrite, approval = 'none' } = await source.identify();
  if (orgId !== connection.orgId || isOtherOrg(connection, pageOrgId)) {
    throw new ProblemError('org-mismatch', orgId);
  }
  // Whether a change is pushed or proposed is offered by what is kept of the connection.
  if (approval !== (connection.approval ?? 'none')) {
    const { listTurns = createTurns() } = deps;
    await listTurns(() => askAgain(deps));
  }
  // Who may only propose plans in the same way; a write of theirs the source refuses.
  if (!canWrite && !mayPropose({ kind: connection.kind, canWrite, role, approval })) {
    throw new ProblemError('role-too-low', role);
  }
}

/** Rules that are kept in this browser are nobody else's business. @throws {ProblemError} `policy-site`, `policy-broken` */
export async function checkSite({ deps, connection }: CheckedDesk, site: string | undefined): Promise<void> {
  const refusal = connection.kind !== 'local' && siteRefusal(await policyOf(deps), site);
  if (refusal) throw new ProblemError(refusal);
}

/**
 * May it be written, from the site it was planned on and without a second person? Asked before every step: a push may
 * have waited while that changed.
 */
export async function refusalOf(
  { deps, connection }: Pick<CheckedDesk, 'deps' | 'connection'>,
  plan: PushPlan,
): Promise<PolicyRefusal | undefined> {
  if (connection.kind === 'local') return undefined;
  const policy = await policyOf(deps);
  return siteRefusal(policy, plan.site) ?? pushRefusal(policy, plan);
}

/** @throws {ProblemError} `approval-needed`, `policy-site`, `policy-broken` */
export async function checkApproval(desk: CheckedDesk, plan: PushPlan): Promise<void> {
  const refusal = await refusalOf(desk, plan);
  if (refusal) throw new ProblemError(refusal);
}
