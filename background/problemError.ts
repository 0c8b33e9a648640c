import type { Problem } from '../core/protocol.ts';
import type { SettingsErrorCode } from '../core/settings/settingsSource.ts';

/** Problems that do not come from a settings source. Message keys `problem.<code>`. */
export const problemCodes = [
  'bad-address',
  'bad-key',
  'key-missing',
  'key-locked',
  'key-unreadable',
  'remember-failed',
  'connection-gone',
  'policy-broken',
  'policy-origin',
  'policy-org',
  'policy-site',
  'policy-remember',
  'org-mismatch',
  'role-too-low',
  'nothing-to-push',
  'plan-gone',
  'draft-changed',
  'draft-gone',
  'confirmation-missing',
  'conflicts-first',
  'push-running',
  'push-unsettled',
  'push-waiting',
  'push-ended',
  'push-taken-back',
  'effect-not-shown',
  'rule-changed',
  'rule-gone',
  'no-proposals',
  'already-proposed',
  'own-proposal',
  'proposal-ended',
  'proposal-withdrawn',
  'storage-failed',
  'definition-refused',
  'not-allowed',
  'too-large',
  'invalid-request',
  'unexpected',
] as const;
export type ProblemCode = (typeof problemCodes)[number] | SettingsErrorCode;

/** Something a person has to know about. `problem.detail` never holds a key or a page value. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(code: ProblemCode, detail?: string) {
    super(code);
    this.problem = detail === undefined || detail === '' ? { code } : { code, detail };
  }
}
