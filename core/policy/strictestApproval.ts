import type { ApprovalNeeded } from '../settings/settingsSource.ts';
import type { PolicyState } from './orgPolicy.ts';

const order: readonly ApprovalNeeded[] = ['none', 'reveals', 'live', 'all'];

/** What has to be proposed by the source's own rules or by the organisation's policy, whichever asks for more. */
export function strictestApproval(state: PolicyState, own: ApprovalNeeded = 'none'): ApprovalNeeded {
  const asked = state.kind === 'set' ? state.policy.approval : 'none';
  return order.indexOf(asked) > order.indexOf(own) ? asked : own;
}
