import type { Rule, RuleContent, RuleSet } from '../rules/rule.ts';

/** Where an org's rules live. One implementation per file in `connectors/`; `fetch` and the key are passed in. */
export interface SettingsSource {
  readonly kind: 'local' | 'fullstory';
  /** Who the key belongs to. The connection test, and the check before any write. */
  identify(): Promise<SourceIdentity>;
  /** All rules, all pages of the list, plus the default mode and groups where the source tells them. */
  read(): Promise<RuleSet>;
  /** One rule as it is now; null when it does not exist. */
  readRule(id: string): Promise<Rule | null>;
  /** `key` makes a repeated create harmless for 24 hours (Idempotency-Key, UUID v4). */
  create(content: RuleContent, key: string): Promise<Rule>;
  /** Replaces the whole rule. */
  update(id: string, content: RuleContent): Promise<Rule>;
  remove(id: string): Promise<void>;
}

export interface SourceIdentity {
  readonly orgId: string;
  readonly email: string;
  readonly role: string;
  readonly canWrite: boolean;
}

/** Every way a settings source can fail, in one shape. `detail` holds the server's words, never the key. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly code: SettingsErrorCode;
  readonly status: number | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: SettingsErrorCode,
    detail: string,
    extra: { status?: number; retryAfterSeconds?: number } = {},
  ) {
    super(detail);
    this.code = code;
    this.status = extra.status;
    this.retryAfterSeconds = extra.retryAfterSeconds;
  }
}

/** Message keys: `problem.<code>`. */
export type SettingsErrorCode =
  | 'unreachable'
  | 'timeout'
  | 'key-refused'
  | 'role-too-low'
  | 'read-only'
  | 'not-found'
  | 'invalid'
  | 'conflict'
  | 'too-many-requests'
  | 'server-error'
  | 'not-an-api'
  | 'read-back-differs';
