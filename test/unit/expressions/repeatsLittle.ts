/** Repetitions of at most this many times leave few ways to go through a text. */
const few = 4;
/** A fixed number of times is one way. */
const fixed = 64;

/**
 * Whether an expression repeats nothing often and no group at all: what it looks at from one place of a text is then a
 * fixed number of characters in a few ways, and no proof is needed.
 */
export function repeatsLittle(source: string): boolean {
  const bare = source.replace(/\\[pP]\{[^}]{1,40}\}|\\u\{[^}]{1,8}\}|\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  if (/[*+]/.test(bare.replace(/\(\?[:=!<]/g, '('))) return false;
  if (/\)\{/.test(bare)) return false;
  return [...bare.matchAll(/\{(\d+)(,?)(\d*)\}/g)].every(([, least, comma, most]) =>
    comma === ''
      ? Number(least) <= fixed
      : most !== '' && Number(most) - Number(least) <= few && Number(most) <= fixed,
  );
}
