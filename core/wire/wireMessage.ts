import type { WireCarrier } from './wireReport.ts';

/** One thing that left the browser, as a host heard it. Raw: it stays in memory. */
export interface WireMessage {
  readonly address: string;
  readonly carrier: WireCarrier;
  /** Absent: there was none, or it could not be had (`missing`). */
  readonly body?: Uint8Array | string;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Addresses of the scripts that asked for it, the innermost first. */
  readonly scripts: readonly string[];
  /** Another site than the page's. */
  readonly isThirdParty: boolean;
  /** Why its body is not there: a message key `wire.notInspected.<why>`. */
  readonly missing?: string;
}
