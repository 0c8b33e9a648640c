import type { Translate } from '../core/messages/translate.ts';
import type { BrowserHost } from './browserHost.ts';

/** What a command may use of the world outside it. */
export interface CommandContext {
  readonly browser: BrowserHost;
  /** A browser that runs elsewhere, by its `ws://` address. */
  readonly browserAt: (endpoint: string) => BrowserHost;
  /** Standard output: the command's result. */
  readonly write: (text: string) => void;
  /** Standard error: everything said to a person beside the result. One line, no raw page values. */
  readonly warn: (line: string) => void;
  /** A line on the terminal that the next one takes the place of; absent where nobody sits in front of one. */
  readonly status?: (line: string) => void;
  /** Standard input, line by line. */
  readonly lines: () => AsyncIterable<string>;
  readonly t: Translate;
  /** `2026-11-25`, in UTC: suppressions expire. */
  readonly today: () => string;
  /** Aborted when a person stops the command. Absent: nobody can. */
  readonly interrupted?: AbortSignal;
  /** The folder it was run in. Absent: the process's own. */
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Absent: the platform's. */
  readonly fetch?: typeof fetch;
  /** Version of Scrim. */
  readonly version?: string;
}
