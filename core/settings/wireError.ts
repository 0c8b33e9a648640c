/** JSON that does not have the documented shape. `path` says where, in the manner of `$.results[3].source`. */
export class WireError extends Error {
  override readonly name = 'WireError';
  readonly path: string;

  constructor(path: string, problem: string) {
    super(`${path}: ${problem}`);
    this.path = path;
  }
}
