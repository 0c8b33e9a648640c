/**
 * One expression for many naming words (see `Numbering.words`). Words of scripts that are written without spaces need
 * no edges.
 */
export function wordPattern(words: string): RegExp {
  const alternatives = [...new Set(words.split(/\s+/).filter((word) => word !== ''))].map((word) => {
    const open = word.endsWith('*');
    const source = (open ? word.slice(0, -1) : word)
      .replace(/[.()+]/g, '\\$&')
      .replaceAll('_', '[ ._-]{0,2}')
      .replaceAll('*', '\\p{L}{0,12}');
    if (!/\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}/u.test(word)) return source;
    return `(?<!\\p{L})${source}${open ? '' : '(?!\\p{L})'}`;
  });
  return new RegExp(alternatives.length === 0 ? '(?!)' : alternatives.join('|'), 'iu');
}
