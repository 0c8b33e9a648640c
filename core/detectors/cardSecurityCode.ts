import type { Detector, Span } from './detector.ts';

const code = /(?<![\p{L}\d.,/_-]|\d:)\d{3,4}(?![\p{L}\d_]|[.,:/-]\d)/gu;
/** Right before the digits. Looked for from there: numbers are rarer than letters. */
const named =
  /(?<!\p{L})(?:cvv2?|cvc2?|csc|cvn|card[ _-]?(?:security|verification)[ _-]?(?:code|value|number)|security[ _-]code|prüfnummer|kartenprüf(?:nummer|ziffer)|code de sécurité|cryptogramme|código de seguridad|codice di sicurezza|código de segurança|セキュリティコード|安全码)(?:["']?\s{0,2}[:=#]\s{0,2}["']?| (?:is|ist|est|es|è|é):? | )$/iu;
const wordReach = 40;
const hintWords = /\bcc csc\b|\bcvv|\bcvc|\bcsc\b|security code|verification (?:code|value)/i;

/** Three or four digits beside a word for a card's security code. */
export const cardSecurityCode: Detector = {
  id: 'card-security-code',
  examples: {
    found: ['CVV: 123', '"cvc":"4321"', 'exp 12/27 cvv 987'],
    clean: ['cvv', 'CVE-2024', 'cvv: 12345', 'area code 123'],
  },
  detect(text, context) {
    const spans: Span[] = [];
    const alone = /^\s{0,4}(\d{3,4})\s{0,4}$/.exec(text);
    if (alone && context.hint !== undefined && hintWords.test(context.hint)) {
      const start = text.indexOf(alone[1] ?? '');
      return [{ start, end: start + (alone[1] ?? '').length, confidence: 0.9 }];
    }
    for (const match of text.matchAll(code)) {
      if (!named.test(text.slice(Math.max(0, match.index - wordReach), match.index))) continue;
      spans.push({ start: match.index, end: match.index + match[0].length, confidence: 0.9 });
    }
    return spans;
  },
};
