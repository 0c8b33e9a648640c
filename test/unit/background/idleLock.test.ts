import { describe, expect, it } from 'vitest';
import { createIdleLock } from '../../../background/idleLock.ts';
import type { KeyVault } from '../../../background/keyVault.ts';
import { readPolicy } from '../../../core/policy/readPolicy.ts';

function makeLock(managed: unknown) {
  const done: string[] = [];
  const vault = {
    lock: async () => void done.push('lock'),
    forgetRemembered: async () => void done.push('forget'),
  } as Partial<KeyVault> as KeyVault;
  const setAlarm = (seconds: number) => void done.push(`in ${seconds}`);
  return { done, lock: createIdleLock({ vault, setAlarm, policy: async () => readPolicy(managed) }) };
}

describe('keys that nobody uses', () => {
  it('are locked as long after the last use as the organisation says', async () => {
    const { done, lock } = makeLock({ lockAfterMinutes: 15 });
    await lock.touch();
    await lock.touch();
    await lock.ring();
    expect(done).toEqual(['in 900', 'in 900', 'lock']);
  });

  it('are left alone where it says nothing', async () => {
    const { done, lock } = makeLock({});
    await lock.touch();
    await lock.ring();
    await lock.enforce();
    expect(done).toEqual([]);
  });

  it('are forgotten when they must not be remembered any more, and not because a policy is broken', async () => {
    const { done, lock } = makeLock({ mayRememberKeys: false });
    await lock.enforce();
    expect(done).toEqual(['forget']);
    const broken = makeLock({ mayRememberKeys: 'false' });
    await broken.lock.enforce();
    expect(broken.done).toEqual([]);
  });
});
