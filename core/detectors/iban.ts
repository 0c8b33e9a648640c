import { countrySpecs, isValidIBAN } from 'ibantools';
import type { Detector, Span } from './detector.ts';

/** Two letters and two check digits at a token's start; the country says how much follows. */
const ibanStart = /(?<![\p{L}\d])([A-Za-z]{2})[ -]?\d{2}(?=[ -]?[A-Za-z\d])/gu;
const separator = /[ -]/;

/** Country length, structure and mod-97 (ISO 13616, through ibantools); plain or spaced. */
export const iban: Detector = {
  id: 'iban',
  examples: {
    found: [
      'DE89 3704 0044 0532 0130 00 is mine',
      'iban=GB29NWBK60161331926819',
      'FR14-2004-1010-0505-0001-3M02-606',
    ],
    clean: ['DE89 3704 0044 0532 0130 01', 'GB29 pounds', 'NO DE12'],
  },
  detect(text) {
    const spans: Span[] = [];
    for (const match of text.matchAll(ibanStart)) {
      const country = (match[1] ?? '').toUpperCase();
      const length = countrySpecs[country]?.chars;
      if (!length) continue;
      const span = readIban(text, match.index, length);
      if (span) spans.push({ ...span, confidence: 0.98, scheme: country.toLowerCase() });
    }
    return spans;
  },
};

function readIban(text: string, start: number, length: number): { start: number; end: number } | null {
  let electronic = '';
  let index = start;
  while (electronic.length < length && index < text.length) {
    const character = text.charAt(index);
    if (/[A-Za-z\d]/.test(character)) electronic += character;
    else if (!separator.test(character) || separator.test(text.charAt(index - 1))) return null;
    index += 1;
  }
  if (electronic.length < length || /[\p{L}\d]/u.test(text.charAt(index))) return null;
  return isValidIBAN(electronic.toUpperCase()) ? { start, end: index } : null;
}
