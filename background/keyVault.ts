// Where API keys are while the browser runs: in memory (storage.session), out of reach of content scripts and of the
// disk; and, where a person asked for it, sealed beside it (sealedKeys.ts). Only the settings service reads them, each
// to hand it to the source that talks to the one origin it was given for.

import type { KeyState } from '../core/connections/connectionInfo.ts';
import { createTurns } from '../core/settings/createTurns.ts';
import { ProblemError } from './problemError.ts';
import type { SealedKeys } from './sealedKeys.ts';

/** The part of storage.session or storage.local that is needed. */
export interface KeyArea {
  get(name: string): Promise<unknown>;
  set(name: string, value: unknown): Promise<void>;
  remove(name: string): Promise<void>;
}

/** What a key is bound to: it is given out for exactly this connection at exactly this origin. */
export interface KeySlot {
  /** Id. */
  readonly connection: string;
  readonly origin: string;
}

export interface KeyVault {
  /** Undefined when there is none, when it is locked, or when what was remembered cannot be read. */
  read(slot: KeySlot): Promise<string | undefined>;
  stateOf(slot: KeySlot): Promise<KeyState>;
  /** For this session. One that was remembered for this connection is forgotten: it is another key. */
  write(slot: KeySlot, key: string): Promise<void>;
  /**
   * Beyond this session.
   *
   * @throws {ProblemError} `key-missing`; `remember-failed`, and then the key goes on being there for this session
   */
  remember(slot: KeySlot): Promise<void>;
  /** That of one connection; without a slot, all. */
  forget(slot?: KeySlot): Promise<void>;
  /** Those of this session stay. */
  forgetRemembered(): Promise<void>;
  /** Keys leave memory: those of this session for good, those that are remembered until `unlock`. */
  lock(): Promise<void>;
  unlock(): Promise<void>;
  isLocked(): Promise<boolean>;
}

export interface KeyVaultDeps {
  /** storage.session. */
  readonly session: KeyArea;
  /** storage.local: only whether the vault is locked is written there by this file. */
  readonly local: KeyArea;
  /** Absent: nothing can be remembered. */
  readonly sealed?: SealedKeys;
}

const name = 'api-keys';
const lockName = 'keys-locked';

interface Kept extends KeySlot {
  readonly key: string;
}

export function createKeyVault({ session, local, sealed }: KeyVaultDeps): KeyVault {
  const inTurn = createTurns();
  const readAll = async (): Promise<readonly Kept[]> => {
    const kept = await session.get(name);
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  };
  const others = async ({ connection }: KeySlot) =>
    (await readAll()).filter((one) => one.connection !== connection);
  const inSession = async (slot: KeySlot) =>
    (await readAll()).find((one) => one.connection === slot.connection && one.origin === slot.origin)?.key;
  const isLocked = async () => (await local.get(lockName)) === true;
  const isSealed = async ({ connection }: KeySlot) => (await sealed?.list())?.includes(connection) === true;

  /** What is remembered; null when it is there and cannot be read: its secret is gone, or it is for another address. */
  async function opened(slot: KeySlot): Promise<string | undefined | null> {
    try {
      return await sealed?.open(slot);
    } catch {
      // Which of the two the person can do nothing about: the key is asked for again.
      return null;
    }
  }

  return {
    isLocked,
    read: async (slot) => {
      const present = await inSession(slot);
      if (present !== undefined || (await isLocked())) return present;
      return (await opened(slot)) ?? undefined;
    },
    stateOf: async (slot) => {
      const remembered = await isSealed(slot);
      if ((await inSession(slot)) !== undefined) return remembered ? 'remembered' : 'session';
      if (!remembered) return 'missing';
      if (await isLocked()) return 'locked';
      return typeof (await opened(slot)) === 'string' ? 'remembered' : 'unreadable';
    },
    write: ({ connection, origin }, key) =>
      inTurn(async () => {
        await session.set(name, [...(await others({ connection, origin })), { connection, origin, key }]);
        if (await isSealed({ connection, origin })) await sealed?.remove({ connection });
      }),
    remember: (slot) =>
      inTurn(async () => {
        const key = await inSession(slot);
        if (key === undefined) throw new ProblemError('key-missing');
        try {
          if (!sealed) throw new Error('There is nothing to seal it with.');
          await sealed.seal(slot, key);
          if ((await sealed.open(slot)) !== key) throw new Error('It cannot be opened again.');
        } catch (error) {
          // The error's own words may quote what was to be stored.
          throw new ProblemError('remember-failed', error instanceof Error ? error.name : undefined);
        }
      }),
    forget: (slot) =>
      inTurn(async () => {
        await (slot ? session.set(name, await others(slot)) : session.remove(name));
        await sealed?.remove(slot);
        if (!slot) await local.remove(lockName);
      }),
    forgetRemembered: () =>
      inTurn(async () => {
        await sealed?.remove();
      }),
    lock: () =>
      inTurn(async () => {
        await session.remove(name);
        await local.set(lockName, true);
      }),
    unlock: () => inTurn(() => local.remove(lockName)),
  };
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { connection, origin, key } = value as Record<string, unknown>;
  return typeof connection === 'string' && typeof origin === 'string' && typeof key === 'string';
}
