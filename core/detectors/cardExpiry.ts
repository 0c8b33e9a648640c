import type { Detector, Span } from './detector.ts';

const date = /(?<![\p{L}\d./-])(?:0?[1-9]|1[0-2]) ?[/-] ?(?:20)?[2-4]\d(?![\p{L}\d]|[./-]\d)/gu;
/** Right before the date. Looked for from there: numbers are rarer than letters. */
const named =
  /(?<!\p{L})(?:exp(?:ir(?:y|es|ation|ing))?(?:[ _-]?date)?|valid (?:thru|through|until)|good thru|gültig bis|ablaufdatum|expire le|date d['’]expiration|caduca|fecha de (?:caducidad|vencimiento)|scadenza|validade|geldig tot|有効期限)(?:["']?\s{0,2}[:=.]\s{0,2}["']?| (?:is|on):? | )$/iu;
const wordReach = 40;
const hintWords = /\bcc exp\b|\bexp(?:iry|iration)?\b|valid thru/i;
const monthYear = /^\s{0,4}((?:0?[1-9]|1[0-2]) ?[/-] ?(?:20)?[2-4]\d)\s{0,4}$/;
/** A card's expiry beside the card itself: `4111 1111 1111 1111 12/27`. */
const afterCard = /(?:\d[ -]?){13,19}[ ,;|]{1,3}$/;
const cardWord = /card|karte|carte|tarjeta|carta|cartão|visa|mastercard|amex|cvv|cvc|\bcc\b/i;

/** Month and year beside a word for expiry, where cards are spoken of, or right behind a card's number. */
export const cardExpiry: Detector = {
  id: 'card-expiry',
  examples: {
    found: ['Card 5105-1051-0510-5100 exp 12/30', '4111 1111 1111 1111 09/27', 'visa, valid thru 01/2029'],
    clean: ['this offer expires 12/30', '12/30', 'card exp 13/30'],
  },
  detect(text, context) {
    const alone = monthYear.exec(text);
    if (alone && context.hint !== undefined && hintWords.test(context.hint)) {
      const start = text.indexOf(alone[1] ?? '');
      return [{ start, end: start + (alone[1] ?? '').length, confidence: 0.85 }];
    }
    const spans: Span[] = [];
    for (const match of text.matchAll(date)) {
      const before = text.slice(Math.max(0, match.index - wordReach), match.index);
      const end = match.index + match[0].length;
      const around = () => `${context.hint ?? ''} ${text.slice(Math.max(0, match.index - 80), end + 40)}`;
      if (!afterCard.test(before) && !(named.test(before) && cardWord.test(around()))) continue;
      spans.push({ start: match.index, end, confidence: 0.8 });
    }
    return spans;
  },
};
