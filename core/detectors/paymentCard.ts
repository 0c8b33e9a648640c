import { cardSchemeOf } from './cardSchemeOf.ts';
import type { Detector, Span } from './detector.ts';
import { luhn } from './luhn.ts';

/** Digits with single separators; starts and ends at the edge of its run. Longer runs are not cards. */
const digitRun = /(?<![\p{L}\d_])\d(?:[ -]?\d){11,199}(?![\p{L}\d_])/gu;
/** Asked first: most texts have none so long. */
const twelveDigits = /\d(?:[ -]?\d){11}/;
/** Part of a decimal number, a price, or a dashed identifier such as a UUID. */
const foreignBefore = /(?:\d[.,]|[\p{L}\d_]-|[.,]\d{0,2}|[€$£¥+])$/u;
const foreignAfter = /^(?:[.,]\d|-[\p{L}\d_])/u;
/** How people and receipts group card numbers. Anything else with separators is a list of other numbers. */
const groupings = new Set([
  '4-4-4-4',
  '4-4-4-4-3',
  '4-6-5',
  '4-6-4',
  '4-4-4-4-2',
  '4-4-5',
  '6-13',
  '4-4-4-3',
  '8-8',
]);
const cardWords =
  /card|karte|carte|tarjeta|cart[aã]o|carta|kaart|karta|kort|credit|visa|mastercard|amex|\bpan\b|cc-?num/i;
const contextReach = 40;
/** Schemes with narrow prefixes; Maestro, UnionPay and UATP take a fifth of all digit runs. */
const usualSchemes = new Set(['visa', 'mastercard', 'american-express', 'discover', 'diners-club', 'jcb']);

type Setting = 'named' | 'alone' | 'bare' | 'machine';

/** Issuer prefix, length and Luhn; plain or grouped. Unseparated digits need no words around them but weigh less. */
export const paymentCard: Detector = {
  id: 'payment-card',
  examples: {
    found: ['4111 1111 1111 1111', 'Card: 378282246310005', '5105-1051-0510-5100 exp 12/30', '4222222222222'],
    clean: [
      '4111 1111 1111 1112',
      'Order 4111111111111111000000',
      'id-4111111111111111-77',
      '0.4111111111111111',
      'EAN 4222222222222',
    ],
  },
  detect(text, context) {
    const spans: Span[] = [];
    if (!twelveDigits.test(text)) return spans;
    for (const match of text.matchAll(digitRun)) {
      if (foreignBefore.test(text.slice(Math.max(0, match.index - 4), match.index))) continue;
      if (foreignAfter.test(text.slice(match.index + match[0].length, match.index + match[0].length + 2)))
        continue;
      const words = `${context.hint ?? ''} ${text.slice(Math.max(0, match.index - contextReach), match.index)}`;
      spans.push(
        ...cardsIn(
          match[0],
          match.index,
          cardWords.test(words) ? 'named' : context.machine ? 'machine' : settingOf(match[0], text),
        ),
      );
    }
    return spans;
  },
};

function settingOf(run: string, text: string): Setting {
  return text.trim() === run ? 'alone' : 'bare';
}

function cardsIn(run: string, offset: number, setting: Setting): Span[] {
  const whole = cardAt(run, offset, setting);
  if (whole) return [whole];
  const groups = [...run.matchAll(/\d+/g)];
  const spans: Span[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    for (let last = Math.min(first + 4, groups.length - 1); last >= first; last -= 1) {
      const start = groups[first]?.index ?? 0;
      const end = (groups[last]?.index ?? 0) + (groups[last]?.[0].length ?? 0);
      const span = cardAt(run.slice(start, end), offset + start, setting);
      if (!span) continue;
      spans.push(span);
      first = last;
      break;
    }
  }
  return spans;
}

function cardAt(written: string, start: number, setting: Setting): Span | null {
  const groups = written.split(/[ -]/);
  const grouped = groups.length > 1;
  if (grouped && !groupings.has(groups.map((group) => group.length).join('-'))) return null;
  const digits = groups.join('');
  if (/^(\d)\1+$/.test(digits) || !luhn(digits)) return null;
  const scheme = cardSchemeOf(digits) ?? oldVisa(digits, setting);
  if (scheme === undefined) return null;
  return {
    start,
    end: start + written.length,
    confidence: confidenceOf(digits, scheme, grouped, setting),
    scheme,
  };
}

/** Visa's first cards had 13 digits; so have the bar codes of German goods. */
function oldVisa(digits: string, setting: Setting): string | undefined {
  const told = setting === 'named' || setting === 'alone';
  return told && digits.startsWith('4') && digits.length === 13 ? 'visa' : undefined;
}

/** One id in ten of the right length passes Luhn, so a bare run in a URL or a data attribute has to look usual. */
function confidenceOf(digits: string, scheme: string, grouped: boolean, setting: Setting): number {
  if (grouped || setting === 'named') return 0.95;
  if (setting === 'bare' || setting === 'alone') return digits.length > 16 ? 0.6 : 0.75;
  return usualSchemes.has(scheme) && digits.length <= 16 ? 0.6 : 0.4;
}
