/** Privacy of a node as `Decision.level` (clarity-js@0.8.70, types/core.d.ts). */
export const Privacy = { none: 0, sensitive: 1, text: 2, textImage: 3, exclude: 4 } as const;
export type Privacy = (typeof Privacy)[keyof typeof Privacy];

const wordLength = 5;
const bullet = '•';

/** The length, in base 36, where the text stood: a decoder draws bullets for it (scrub.ts `mangleText`). */
export function mangleText(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return text;
  const start = text.indexOf(trimmed[0] ?? '');
  return text.slice(0, start) + trimmed.length.toString(36) + text.slice(start + trimmed.length);
}

/** Bullets in groups of five, one group more than the length has (scrub.ts `mangleToken`). */
export function mangleToken(value: string): string {
  const length = (Math.floor(value.length / wordLength) + 1) * wordLength;
  return Array.from({ length }, (_unused, i) => (i > 0 && i % wordLength === 0 ? ' ' : bullet)).join('');
}

export const droppedValue = bullet.repeat(wordLength - 1);

export function bullets(text: string): string {
  return text.replace(/\S/g, bullet);
}

/** Words with a digit or an @ lose their letters and digits; those with a currency sign stay (scrub.ts `redact`). */
export function redact(text: string): string {
  return text.replace(/[^\t\n\r ]+/g, (word) => {
    if (!/[0-9@]/.test(word) || /\p{Sc}/u.test(word)) return word;
    return word.replace(/\p{L}/gu, '▪').replace(/\p{N}/gu, '▫');
  });
}

export type Hint = 'text' | 'data' | 'address' | 'value' | 'placeholder' | 'click' | 'typed' | 'other';

/** What leaves of a value that stands there; the value itself where nothing is done to it (scrub.ts `text`). */
export function scrub(value: string, hint: Hint, privacy: number): string {
  if (value === '') return value;
  switch (privacy) {
    case Privacy.none:
      return value;
    case Privacy.sensitive:
      return scrubSensitive(value, hint);
    case Privacy.exclude:
      if (hint === 'value' || hint === 'click' || hint === 'typed') return droppedValue;
      return scrubText(value, hint);
    default:
      return scrubMasked(value, hint, privacy);
  }
}

function scrubSensitive(value: string, hint: Hint): string {
  if (hint === 'typed') return mangleToken(value);
  return hint === 'text' || hint === 'value' || hint === 'placeholder' || hint === 'click'
    ? redact(value)
    : value;
}

function scrubMasked(value: string, hint: Hint, privacy: number): string {
  switch (hint) {
    case 'address':
      if (privacy !== Privacy.textImage) return value;
      return value.startsWith('blob:') ? 'blob:' : '';
    case 'value':
    case 'click':
    case 'typed':
      return mangleToken(value);
    case 'placeholder':
      return bullets(value);
    default:
      return scrubText(value, hint);
  }
}

function scrubText(value: string, hint: Hint): string {
  if (hint === 'text') return mangleText(value);
  return hint === 'data' ? bullets(value) : value;
}
