// Where API keys are while the browser runs: in memory (storage.session), out of reach of content scripts and of the
// disk. Only the settings service reads them, each to hand it to the source that talks to the one origin it was given
// for.

import { createTurns } from '../core/settings/createTurns.ts';

/** The part of storage.session that is needed. */
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
  /** Undefined when there is none (a browser restart forgets it). */
  read(slot: KeySlot): Promise<string | undefined>;
  write(slot: KeySlot, key: string, options: { readonly remember: boolean }): Promise<void>;
  /** That of one connection; without a slot, all. */
  forget(slot?: KeySlot): Promise<void>;
}

const name = 'api-keys';

interface Kept {
  readonly connection: string;
  readonly origin: string;
  readonly key: string;
}

export function createKeyVault(area: KeyArea): KeyVault {
  const inTurn = createTurns();
  const readAll = async (): Promise<readonly Kept[]> => {
    const kept = await area.get(name);
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  };
  const others = async ({ connection }: KeySlot) =>
    (await readAll()).filter((one) => one.connection !== connection);
  return {
    read: async (slot) =>
      (await readAll()).find((one) => one.connection === slot.connection && one.origin === slot.origin)?.key,
    write: ({ connection, origin }, key) =>
      inTurn(async () =>
        area.set(name, [...(await others({ connection, origin })), { connection, origin, key }]),
      ),
    forget: (slot) => inTurn(async () => (slot ? area.set(name, await others(slot)) : area.remove(name))),
  };
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { connection, origin, key } = value as Record<string, unknown>;
  return typeof connection === 'string' && typeof origin === 'string' && typeof key === 'string';
}
