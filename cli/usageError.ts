/** The command line or a file named on it is wrong: exit code 2, and nothing was looked at. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
