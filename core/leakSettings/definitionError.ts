/** One entry of the leak settings that cannot be used. Message key `leakSettings.<code>` and its parameters. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: string, params: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}
