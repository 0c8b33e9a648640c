const marks = /\p{M}/gu;
const others: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
  ð: 'd',
};

/** A name as the lexicon has it: lower case, without accents and apostrophes. */
export function foldName(name: string): string {
  const lower = name.toLowerCase().replace(/['’]/g, '');
  if (/^[a-z]*$/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(marks, '')
    .replace(/[ßøłđæœıþð]/g, (letter) => others[letter] ?? letter);
}
