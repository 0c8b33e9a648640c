import { webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKeyVault, type KeyArea } from '../../../background/keyVault.ts';
import { createSealedKeys, type SecretStore } from '../../../background/sealedKeys.ts';

function makeArea(): KeyArea & { readonly kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  return {
    kept,
    get: async (name) => kept.get(name),
    // As the browser keeps it: a copy, in JSON.
    set: async (name, value) => void kept.set(name, JSON.parse(JSON.stringify(value))),
    remove: async (name) => void kept.delete(name),
  };
}

function makeSecrets(): SecretStore & { secret: CryptoKey | undefined } {
  return {
    secret: undefined,
    async load() {
      return this.secret;
    },
    async save(secret) {
      this.secret = secret;
    },
    async remove() {
      this.secret = undefined;
    },
  };
}

/** One disk; `restart` is the browser closed and opened again. */
function makeVault() {
  const local = makeArea();
  const secrets = makeSecrets();
  const crypto = webcrypto as unknown as Crypto;
  const start = (session = makeArea()) =>
    createKeyVault({ session, local, sealed: createSealedKeys({ area: local, secrets, crypto }) });
  const session = makeArea();
  return { local, session, secrets, vault: start(session), restart: start };
}

const slot = { connection: 'c1', origin: 'https://api.fullstory.com' };
const other = { ...slot, connection: 'c2' };
const secret = 'na1.c2VjcmV0LWtleQ';

describe('the key vault', () => {
  it('gives a key out for the origin it was given for, and for no other', async () => {
    const { vault } = makeVault();
    await vault.write(slot, secret);
    expect(await vault.read(slot)).toBe(secret);
    expect(await vault.read({ ...slot, origin: 'https://api.eu1.fullstory.com' })).toBeUndefined();
    expect(await vault.read(other)).toBeUndefined();
  });

  it('keeps several keys, also for one origin, and forgets one alone', async () => {
    const { vault } = makeVault();
    await Promise.all([vault.write(slot, 'first'), vault.write(other, 'second')]);
    await vault.write(slot, 'first again');
    expect([await vault.read(slot), await vault.read(other)]).toEqual(['first again', 'second']);
    await vault.forget(slot);
    expect([await vault.read(slot), await vault.read(other)]).toEqual([undefined, 'second']);
  });

  it('writes nothing to the disk that nobody asked for, and knows nothing after the browser was closed', async () => {
    const { vault, local, restart } = makeVault();
    await vault.write(slot, secret);
    expect(await vault.stateOf(slot)).toBe('session');
    expect(local.kept.size).toBe(0);
    expect(await restart().stateOf(slot)).toBe('missing');
    expect(await restart().read(slot)).toBeUndefined();
  });

  it('takes anything else it finds in its place for no key', async () => {
    const { vault, session, local } = makeVault();
    session.kept.set('api-keys', [{ ...slot, key: 7 }, null, secret]);
    local.kept.set('remembered-keys', [{ connection: 'c1', iv: '!', sealed: 7 }, null, 'x']);
    expect(await vault.read(slot)).toBeUndefined();
    session.kept.set('api-keys', { ...slot, key: secret });
    local.kept.set('remembered-keys', { connection: 'c1' });
    expect(await vault.read(slot)).toBeUndefined();
    expect(await vault.stateOf(slot)).toBe('missing');
  });
});

describe('a remembered key', () => {
  it('is there after the browser was closed, and nowhere on the disk in the clear', async () => {
    const { vault, local, restart } = makeVault();
    await vault.write(slot, secret);
    await vault.remember(slot);
    expect(await restart().read(slot)).toBe(secret);
    expect(await restart().stateOf(slot)).toBe('remembered');
    const disk = JSON.stringify([...local.kept]);
    for (const form of [secret, btoa(secret).slice(0, -2), secret.slice(8)]) expect(disk).not.toContain(form);
  });

  it('is sealed with a secret that cannot be read, and another number each time', async () => {
    const { vault, local, secrets } = makeVault();
    await vault.write(slot, secret);
    const seen = new Set<string>();
    for (let at = 0; at < 5; at += 1) {
      await vault.remember(slot);
      seen.add(JSON.stringify(local.kept.get('remembered-keys')));
    }
    expect(seen.size).toBe(5);
    expect(secrets.secret?.extractable).toBe(false);
  });

  it('cannot be opened for another origin, nor as the key of another connection, by who can write storage', async () => {
    const { vault, local, restart } = makeVault();
    await vault.write(slot, secret);
    await vault.remember(slot);
    const moved = { ...slot, origin: 'https://evil.example' };
    expect(await restart().read(moved)).toBeUndefined();
    expect(await restart().stateOf(moved)).toBe('unreadable');
    const [kept] = local.kept.get('remembered-keys') as { connection: string }[];
    local.kept.set('remembered-keys', [{ ...kept, connection: 'c2' }]);
    expect(await restart().read(other)).toBeUndefined();
    expect(await restart().stateOf(other)).toBe('unreadable');
  });

  it('is replaced, not kept, when another key is given for its connection', async () => {
    const { vault, restart } = makeVault();
    await vault.write(slot, secret);
    await vault.remember(slot);
    await vault.write(slot, 'new key');
    expect(await vault.stateOf(slot)).toBe('session');
    expect(await restart().read(slot)).toBeUndefined();
  });

  it('is forgotten alone, or with all others and the secret', async () => {
    const { vault, local, secrets, session, restart } = makeVault();
    for (const one of [slot, other]) {
      await vault.write(one, secret);
      await vault.remember(one);
    }
    await vault.forget(slot);
    expect([await restart().read(slot), await restart().read(other)]).toEqual([undefined, secret]);
    await vault.lock();
    await vault.forget();
    expect([local.kept.size, session.kept.size, secrets.secret]).toEqual([0, 0, undefined]);
  });
});

describe('a locked vault', () => {
  it('gives nothing out, also after the browser was closed, until it is unlocked', async () => {
    const { vault, session, restart } = makeVault();
    await vault.write(slot, secret);
    await vault.remember(slot);
    await vault.write(other, 'of this session');
    await vault.lock();
    expect(session.kept.size).toBe(0);
    const next = restart();
    expect([await next.read(slot), await next.stateOf(slot), await next.isLocked()]).toEqual([
      undefined,
      'locked',
      true,
    ]);
    await next.unlock();
    expect([await next.read(slot), await next.stateOf(slot)]).toEqual([secret, 'remembered']);
    // It was in memory only.
    expect(await next.stateOf(other)).toBe('missing');
  });
});

describe('a browser whose storage or cryptography fails', () => {
  const failing: SecretStore = {
    load: () => Promise.reject(new DOMException(`cannot store ${secret}`, 'InvalidStateError')),
    save: () => Promise.reject(new Error('no')),
    remove: () => Promise.reject(new Error('no')),
  };

  it.each([
    [
      'IndexedDB',
      createSealedKeys({ area: makeArea(), secrets: failing, crypto: webcrypto as unknown as Crypto }),
    ],
    ['WebCrypto', createSealedKeys({ area: makeArea(), secrets: makeSecrets(), crypto: {} as Crypto })],
    ['neither there', undefined],
  ])(
    '%s: remembering is refused in clear words, and the key goes on working in this session',
    async (_, sealed) => {
      const vault = createKeyVault({ session: makeArea(), local: makeArea(), ...(sealed ? { sealed } : {}) });
      await vault.write(slot, secret);
      const refusal = await vault.remember(slot).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ problem: { code: 'remember-failed' } });
      expect(JSON.stringify((refusal as { problem: unknown }).problem)).not.toContain(secret);
      expect([await vault.read(slot), await vault.stateOf(slot)]).toEqual([secret, 'session']);
    },
  );

  it('a secret that was cleared: the key is asked for again', async () => {
    const { vault, secrets, restart } = makeVault();
    await vault.write(slot, secret);
    await vault.remember(slot);
    secrets.secret = undefined;
    expect([await restart().read(slot), await restart().stateOf(slot)]).toEqual([undefined, 'unreadable']);
  });
});
