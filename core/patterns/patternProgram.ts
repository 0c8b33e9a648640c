/** One step of a compiled pattern. Numbers are positions in the program. */
export type Step =
  | { readonly op: 'unit'; readonly accepts: (unit: number) => boolean }
  /** The first way is tried before the second: what a backtracking engine would find is found. */
  | { readonly op: 'either'; readonly first: number; readonly second: number }
  | { readonly op: 'jump'; readonly to: number }
  | { readonly op: 'edge'; readonly holds: (text: string, at: number) => boolean }
  | { readonly op: 'found' };

/** A regular expression from somebody's settings is not run here: why. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
  /** `invalid`: no regular expression; `unsupported`: one that cannot be run in bounded time. */
  readonly reason: 'invalid' | 'unsupported';
  /** Offset in the source of what is wrong; absent where nobody can point at it. */
  readonly at: number | undefined;

  constructor(reason: 'invalid' | 'unsupported', detail: string, at?: number) {
    super(detail);
    this.reason = reason;
    this.at = at;
  }
}
