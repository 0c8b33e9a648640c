import type { Problem } from '../core/protocol.ts';

/** Something a person has to know about. `problem.detail` never holds a key or a page value. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(code: string, detail?: string) {
    super(code);
    this.problem = detail === undefined || detail === '' ? { code } : { code, detail };
  }
}
