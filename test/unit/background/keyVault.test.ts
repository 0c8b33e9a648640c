import { describe, expect, it } from 'vitest';
import { createKeyVault, type KeyArea } from '../../../background/keyVault.ts';

function makeArea(): KeyArea & { readonly kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  return {
    kept,
    get: async (name) => kept.get(name),
    set: async (name, value) => void kept.set(name, value),
    remove: async (name) => void kept.delete(name),
  };
}

const slot = { connection: 'c1', origin: 'https://api.fullstory.com' };
const session = { remember: false };

describe('the key vault', () => {
  it('gives a key out for the origin it was given for, and for no other', async () => {
    const vault = createKeyVault(makeArea());
    await vault.write(slot, 'secret', session);
    expect(await vault.read(slot)).toBe('secret');
    expect(await vault.read({ ...slot, origin: 'https://api.eu1.fullstory.com' })).toBeUndefined();
    expect(await vault.read({ ...slot, connection: 'c2' })).toBeUndefined();
  });

  it('keeps several keys, also for one origin, and forgets one alone', async () => {
    const vault = createKeyVault(makeArea());
    const other = { ...slot, connection: 'c2' };
    await Promise.all([vault.write(slot, 'first', session), vault.write(other, 'second', session)]);
    await vault.write(slot, 'first again', session);
    expect([await vault.read(slot), await vault.read(other)]).toEqual(['first again', 'second']);
    await vault.forget(slot);
    expect([await vault.read(slot), await vault.read(other)]).toEqual([undefined, 'second']);
  });

  it('holds nothing after it was told to forget all', async () => {
    const area = makeArea();
    const vault = createKeyVault(area);
    await vault.write(slot, 'secret', session);
    await vault.forget();
    expect(area.kept.size).toBe(0);
  });

  it('takes anything else it finds in its place for no key', async () => {
    const area = makeArea();
    area.kept.set('api-keys', [{ ...slot, key: 7 }, null, 'secret']);
    expect(await createKeyVault(area).read(slot)).toBeUndefined();
    area.kept.set('api-keys', { ...slot, key: 'secret' });
    expect(await createKeyVault(area).read(slot)).toBeUndefined();
  });
});
