import type { KeyVault } from './keyVault.ts';
import type { PolicyDeps } from './policyCheck.ts';
import { policyOf } from './policyCheck.ts';

export interface IdleLockDeps extends PolicyDeps {
  readonly vault: KeyVault;
  /** Ask to be woken for `ring`; setting it again replaces it. */
  readonly setAlarm: (afterSeconds: number) => void;
}

export interface IdleLock {
  /** Somebody used Scrim. */
  touch(): Promise<void>;
  /** Nobody did for as long as the organisation allows. */
  ring(): Promise<void>;
  /** The policy changed, or the worker started: keys that may not be remembered are forgotten. */
  enforce(): Promise<void>;
}

/** What an organisation's policy asks of the keys by themselves, without anybody doing anything. */
export function createIdleLock(deps: IdleLockDeps): IdleLock {
  const { vault, setAlarm } = deps;
  const minutes = async () => {
    const state = await policyOf(deps);
    return state.kind === 'set' ? state.policy.lockAfterMinutes : undefined;
  };
  return {
    touch: async () => {
      const after = await minutes();
      if (after !== undefined) setAlarm(after * 60);
    },
    ring: async () => {
      if ((await minutes()) !== undefined) await vault.lock();
    },
    enforce: async () => {
      const state = await policyOf(deps);
      if (state.kind === 'set' && !state.policy.mayRememberKeys) await vault.forgetRemembered();
    },
  };
}
