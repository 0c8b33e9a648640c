// Keys that a person asked to be remembered: encrypted in storage.local, with a secret that the browser does not give
// out. It must never write a key in the clear, nor let a sealed one be read for another connection or another address.

import * as v from 'valibot';
import type { KeyArea, KeySlot } from './keyVault.ts';

/** Where the secret lives: the extension's own IndexedDB, which content scripts cannot open. */
export interface SecretStore {
  load(): Promise<CryptoKey | undefined>;
  save(secret: CryptoKey): Promise<void>;
  remove(): Promise<void>;
}

export interface SealedKeysDeps {
  /** storage.local. */
  readonly area: KeyArea;
  readonly secrets: SecretStore;
  readonly crypto: Crypto;
}

/** All reject when the browser's storage or its cryptography fails. Not safe against themselves: one at a time. */
export interface SealedKeys {
  /** Connections that have one. */
  list(): Promise<readonly string[]>;
  /** Undefined: there is none for this connection. Rejects when there is one and it cannot be opened for this slot. */
  open(slot: KeySlot): Promise<string | undefined>;
  seal(slot: KeySlot, key: string): Promise<void>;
  /** Without a slot: all of them, and the secret. */
  remove(slot?: Pick<KeySlot, 'connection'>): Promise<void>;
}

const name = 'remembered-keys';
const algorithm = { name: 'AES-GCM', length: 256 } as const;
/** Bytes; never used twice with one secret (NIST SP 800-38D 8.2.2: random, 96 bits). */
const ivLength = 12;

const sealedShape = v.strictObject({
  connection: v.string(),
  iv: v.pipe(v.string(), v.base64()),
  sealed: v.pipe(v.string(), v.base64()),
});
type Sealed = v.InferOutput<typeof sealedShape>;

export function createSealedKeys({ area, secrets, crypto }: SealedKeysDeps): SealedKeys {
  const { subtle } = crypto;

  async function readAll(): Promise<readonly Sealed[]> {
    const kept = await area.get(name);
    return Array.isArray(kept) ? kept.filter((one) => v.is(sealedShape, one)) : [];
  }

  async function secretFor(use: 'sealing' | 'opening'): Promise<CryptoKey> {
    const known = await secrets.load();
    if (known) return known;
    if (use === 'opening') throw new Error('The secret is gone.');
    // Not extractable: no script can read it, this one neither.
    const made = await subtle.generateKey(algorithm, false, ['encrypt', 'decrypt']);
    await secrets.save(made);
    return made;
  }

  return {
    list: async () => (await readAll()).map(({ connection }) => connection),
    async open(slot) {
      const found = (await readAll()).find(({ connection }) => connection === slot.connection);
      if (!found) return undefined;
      const secret = await secretFor('opening');
      const parameters = { name: algorithm.name, iv: bytesOf(found.iv), additionalData: boundTo(slot) };
      return new TextDecoder().decode(await subtle.decrypt(parameters, secret, bytesOf(found.sealed)));
    },
    async seal(slot, key) {
      const secret = await secretFor('sealing');
      const iv = crypto.getRandomValues(new Uint8Array(ivLength));
      const parameters = { name: algorithm.name, iv, additionalData: boundTo(slot) };
      const sealed = new Uint8Array(await subtle.encrypt(parameters, secret, new TextEncoder().encode(key)));
      const others = (await readAll()).filter(({ connection }) => connection !== slot.connection);
      const { connection } = slot;
      await area.set(name, [...others, { connection, iv: textOf(iv), sealed: textOf(sealed) }]);
    },
    async remove(slot) {
      if (slot) {
        const others = (await readAll()).filter(({ connection }) => connection !== slot.connection);
        await area.set(name, others);
        return;
      }
      await area.remove(name);
      await secrets.remove();
    },
  };
}

/** Goes into the seal and is not stored: a sealed key that is moved to another address cannot be opened there. */
function boundTo({ connection, origin }: KeySlot): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(['scrim-key', origin, connection]));
}

function textOf(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}
