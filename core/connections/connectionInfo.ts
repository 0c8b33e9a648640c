import type { ApprovalNeeded, KeyNote, SettingsSourceKind } from '../settings/settingsSource.ts';

/** Where rules come from, as people and the extension's own pages see it. Never a key. */
export interface ConnectionInfo {
  /** `local`, or what was made when it was connected. It stays the same when the same place is connected again. */
  readonly id: string;
  readonly kind: SettingsSourceKind;
  /** Origin of the settings API: the only one the key is sent to. Absent: local. */
  readonly baseUrl?: string;
  readonly orgId?: string;
  readonly orgName?: string;
  readonly email?: string;
  readonly role?: string;
  /** May this key write (Admin)? */
  readonly canWrite: boolean;
  /** Which writes have to be proposed instead, as the source said when it was last asked. Absent: none. */
  readonly approval?: ApprovalNeeded;
  /** What to know about the key: what it lacks, or holds beyond what is needed. Absent: nothing. */
  readonly keyNotes?: readonly KeyNote[];
  /** `github` only: `owner/name`. */
  readonly repository?: string;
  /** `github` only; absent: the repository's default branch. */
  readonly branch?: string;
  /** `github` only: the rule file, from the root of the repository. */
  readonly path?: string;
  /** `github` only: recorder configurations that are written along with the rule file. */
  readonly exports?: readonly ConfigurationExport[];
}

export interface ConfigurationExport {
  /** Profile id. */
  readonly recorder: string;
  /** From the root of the repository. */
  readonly path: string;
}

/**
 * Where the key of a connection is. `session`: in memory, until the browser is closed. `remembered`: on this computer,
 * encrypted. `locked`: remembered, and not to be used before it is unlocked. `unreadable`: remembered, but the browser
 * lost what it was encrypted with. `none`: the local rules need none.
 */
export type KeyState = 'none' | 'session' | 'remembered' | 'locked' | 'unreadable' | 'missing';

/** What the options page shows of a connection beside who it is. */
export interface ConnectionStatus {
  readonly id: string;
  readonly key: KeyState;
  /** Rules as last read. */
  readonly rules: number;
  /** RFC 3339 time of that read; absent: it never succeeded. */
  readonly readAt?: string;
}

/** A site whose connection somebody chose. */
export interface SiteChoice {
  /** `https://shop.example.com` */
  readonly origin: string;
  /** Id of a connection. */
  readonly connection: string;
}

/** The rules that are kept in this browser: always there. */
export const localConnection: ConnectionInfo = { id: 'local', kind: 'local', canWrite: true };
