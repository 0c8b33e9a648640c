import { keyRefusal, type PolicyQuestion } from '../core/policy/checkPolicy.ts';
import type { PolicyState } from '../core/policy/orgPolicy.ts';
import { ProblemError } from './problemError.ts';

export interface PolicyDeps {
  /** What the organisation says that manages this browser, as it is now; absent: nothing is asked. */
  readonly policy?: () => Promise<PolicyState>;
}

const none: PolicyState = { kind: 'none' };

export async function policyOf({ policy }: PolicyDeps): Promise<PolicyState> {
  return policy ? policy() : none;
}

/** @throws {ProblemError} `policy-broken`, `policy-origin`, `policy-org`, `policy-remember` */
export async function checkKeyUse(deps: PolicyDeps, asked: PolicyQuestion): Promise<void> {
  const refusal = keyRefusal(await policyOf(deps), asked);
  if (refusal) throw new ProblemError(refusal);
}
