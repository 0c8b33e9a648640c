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
  const [nearest] = flags
    .map((flag) => ({ flag, wrong: distance(name, flag) }))
    .filter(({ wrong }) => wrong <= Math.min(mostWrong, name.length - 2))
    .sort((one, other) => one.wrong - other.wrong);
  const given = `there is no flag ${name.length === 1 ? '-' : '--'}${name}`;
  return nearest === undefined ? given : `${given}; did you mean --${nearest.flag}?`;
}

/** Letters put in, left out or changed; two neighbours that changed places count as one. */
function distance(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let y = 1; y <= one.length; y++) {
    const next = [y];
    for (let x = 1; x <= other.length; x++) {
      const isSame = one[y - 1] === other[x - 1];
      const isSwapped = y > 1 && x > 1 && one[y - 1] === other[x - 2] && one[y - 2] === other[x - 1];
      next.push(
        Math.min(
          (row[x] ?? 0) + 1,
          (next[x - 1] ?? 0) + 1,
          (row[x - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (before[x - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = row;
    row = next;
  }
  return row[other.length] ?? 0;
}
