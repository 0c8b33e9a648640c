/** So much of the text is kept before and behind a place that was decoded: longer than any value but a key or token. */
const reach = 512;
/** A cut must not make a number of a part of a longer one: what touches it is left out, up to this length. */
const maxTouching = 256;
/** No value reaches over this. */
const gap = '\n\n';

/**
 * A text in which something is replaced, without what is far from any of it: the rest is read anyway. A megabyte of
 * JSON with three escapes costs a few lines more, not a megabyte.
 *
 * @param pattern what may be replaced; global
 * @param replacement undefined: it stays as it is
 * @returns undefined when nothing was replaced
 */
export function excerptAround(
  text: string,
  pattern: RegExp,
  replacement: (found: RegExpExecArray) => string | undefined,
): string | undefined {
  const parts: string[] = [];
  let done = 0;
  let isFirst = true;
  for (const found of text.matchAll(pattern)) {
    const plain = replacement(found);
    if (plain === undefined || plain === found[0]) continue;
    if (found.index - done > (isFirst ? reach : 2 * reach)) {
      if (!isFirst) parts.push(text.slice(done, endAt(text, done + reach, done)), gap);
      parts.push(text.slice(startAt(text, found.index - reach, found.index), found.index));
    } else parts.push(text.slice(done, found.index));
    parts.push(plain);
    done = found.index + found[0].length;
    isFirst = false;
  }
  if (isFirst) return undefined;
  parts.push(text.slice(done, text.length - done > reach ? endAt(text, done + reach, done) : undefined));
  return parts.join('');
}

function endAt(text: string, wanted: number, least: number): number {
  let end = wanted;
  const last = Math.max(least, wanted - maxTouching);
  while (end > last && isPartOfWord(text, end - 1) && isPartOfWord(text, end)) end -= 1;
  return end;
}

function startAt(text: string, wanted: number, most: number): number {
  let start = wanted;
  const last = Math.min(most, wanted + maxTouching);
  while (start < last && isPartOfWord(text, start) && isPartOfWord(text, start - 1)) start += 1;
  return start;
}

/** Digits that are grouped by spaces are one number too. */
function isPartOfWord(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (character === ' ') return isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at + 1));
  return character !== '' && !'\t\n\r"\'<>,;|{}[]'.includes(character);
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}
