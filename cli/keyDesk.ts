import type { KeyRoleName } from '../server/keyBody.ts';

export interface MadeKey {
  readonly id: string;
  readonly email: string;
  readonly role: KeyRoleName;
  /** The secret: the only time it can be read. */
  readonly key: string;
}

/** A key as `GET /v1/keys` shows it. Times are ISO 8601. */
export interface ListedKey {
  readonly id: string;
  readonly email: string;
  readonly role: string;
  readonly created_at: string;
  readonly created_by: string;
  readonly last_used_at: string | null;
  readonly expires_at: string | null;
  readonly revoked_at: string | null;
  readonly replaced_by: string | null;
}

export interface WantedKey {
  readonly email: string;
  readonly role: KeyRoleName;
  /** ISO 8601. */
  readonly expiresAt: string | undefined;
}

/** Where keys are made and ended: a running server, or the database itself. */
export interface KeyDesk {
  readonly create: (wanted: WantedKey) => Promise<MadeKey>;
  readonly list: () => Promise<readonly ListedKey[]>;
  readonly revoke: (id: string) => Promise<void>;
  readonly regenerate: (id: string) => Promise<MadeKey>;
  readonly close: () => Promise<void>;
}

/** The other side refused, or could not be reached. The message is for people and holds no key. */
export class KeyDeskError extends Error {
  override readonly name = 'KeyDeskError';
}
