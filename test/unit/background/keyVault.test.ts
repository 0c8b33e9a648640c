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

describe('the key vault', () => {
  it('gives a key out for the origin it was given for, and for no other', async () => {
    const vault = createKeyVault(makeArea());
    await vault.write('https://api.fullstory.com', 'secret');
    expect(await vault.read('https://api.fullstory.com')).toBe('secret');
    expect(await vault.read('https://api.eu1.fullstory.com')).toBeUndefined();
  });

  it('holds nothing after it was told to forget', async () => {
    const area = makeArea();
    const vault = createKeyVault(area);
    await vault.write('https://api.fullstory.com', 'secret');
    await vault.forget();
    expect(area.kept.size).toBe(0);
  });

  it('takes anything else it finds in its place for no key', async () => {
    const area = makeArea();
    area.kept.set('api-key', { origin: 'https://api.fullstory.com', key: 7 });
    expect(await createKeyVault(area).read('https://api.fullstory.com')).toBeUndefined();
  });
});
