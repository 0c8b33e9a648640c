import { nearestName } from '../core/lint/nearestName.ts';

/** More letters wrong than this, or than all but two, and it is another word. */
const mostWrong = 2;

/**
 * What is wrong with the flags of a command line, with the flag that was probably meant.
 *
 * @param error what `parseArgs` of node:util threw
 * @param flags names of all flags there are, without dashes
 */
export function flagProblem(error: unknown, flags: readonly string[]): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, name] = /^Unknown option '-{1,2}([^']{1,100})'/.exec(message) ?? [];
  if (name === undefined) return message;
  const nearest = nearestName(name, flags, Math.min(mostWrong, name.length - 2));
  const given = `there is no flag ${name.length === 1 ? '-' : '--'}${name}`;
  return nearest === undefined ? given : `${given}; did you mean --${nearest}?`;
}
