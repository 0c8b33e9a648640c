import type { Translate } from '../core/messages/translate.ts';
import type { BrowserHost } from './browserHost.ts';

/** What a command may use of the world outside it. */
export interface CommandContext {
  readonly browser: BrowserHost;
  /** Standard output: the command's result. */
  readonly write: (text: string) => void;
  /** Standard error: everything said to a person beside the result. One line, no raw page values. */
  readonly warn: (line: string) => void;
  /** Standard input, line by line. */
  readonly lines: () => AsyncIterable<string>;
  readonly t: Translate;
  /** `2026-11-25`, in UTC: suppressions expire. */
  readonly today: () => string;
}
