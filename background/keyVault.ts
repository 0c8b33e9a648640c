// Where the API key is while the browser runs: in memory (storage.session), out of reach of content scripts and of the
// disk. Only the settings service reads it, to hand it to the source that talks to the one origin it was given for.

/** The part of storage.session that is needed. */
export interface KeyArea {
  get(name: string): Promise<unknown>;
  set(name: string, value: unknown): Promise<void>;
  remove(name: string): Promise<void>;
}

export interface KeyVault {
  /** The key for exactly this origin; undefined when there is none (a browser restart forgets it). */
  read(origin: string): Promise<string | undefined>;
  write(origin: string, key: string): Promise<void>;
  forget(): Promise<void>;
}

const name = 'api-key';

export function createKeyVault(area: KeyArea): KeyVault {
  return {
    read: async (origin) => {
      const kept = await area.get(name);
      return isKept(kept) && kept.origin === origin ? kept.key : undefined;
    },
    write: (origin, key) => area.set(name, { origin, key }),
    forget: () => area.remove(name),
  };
}

function isKept(value: unknown): value is { readonly origin: string; readonly key: string } {
  if (typeof value !== 'object' || value === null) return false;
  const { origin, key } = value as Record<string, unknown>;
  return typeof origin === 'string' && typeof key === 'string';
}
