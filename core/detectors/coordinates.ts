import type { Detector, Span } from './detector.ts';

/** Four decimals are eleven metres; fewer name a town. */
const pair =
  /(?<![\p{L}\d.,-])([+-]?\d{1,2}\.\d{4,14})°?(?: ?[NS])?(?:[,;] ?|%2C| |, lng?: ?|,"?ln?g"?:)([+-]?\d{1,3}\.\d{4,14})(?![\d.])/gu;
const degrees =
  /(?<![\p{L}\d])\d{1,2}° ?\d{1,2}['′’] ?\d{1,2}(?:\.\d{1,6})?["″”] ?[NS][, ]{1,3}\d{1,3}° ?\d{1,2}['′’] ?\d{1,2}(?:\.\d{1,6})?["″”] ?[EWO]/gu;
const words =
  /\blat(?:itude)?\b|\bl(?:on|ng|ong(?:itude)?)\b|coord|location|position|geo|gps|\bll=|@|maps?|standort|ubicación|posizione/i;
const maxLatitude = 90;
const maxLongitude = 180;

/** Latitude and longitude as a pair: by degrees and seconds, or as decimals beside a word or alone. */
export const coordinates: Detector = {
  id: 'coordinates',
  examples: {
    found: ['location: 52.520008, 13.404954', `40° 26' 46" N, 79° 58' 56" W`, 'maps/@48.858370,2.294481'],
    clean: ['52.5, 13.4', 'opacity 0.123456 0.654321', 'location 152.520008, 13.404954'],
  },
  detect(text, context) {
    const spans: Span[] = [];
    for (const match of text.matchAll(degrees)) {
      spans.push({
        start: match.index,
        end: match.index + match[0].length,
        confidence: 0.85,
        scheme: 'degrees',
      });
    }
    for (const match of text.matchAll(pair)) {
      if (Math.abs(Number(match[1])) > maxLatitude || Math.abs(Number(match[2])) > maxLongitude) continue;
      const near = `${context.hint ?? ''} ${text.slice(Math.max(0, match.index - 32), match.index)}`;
      const alone = text.trim() === match[0] && !context.inPage;
      if (!alone && !words.test(near)) continue;
      spans.push({
        start: match.index,
        end: match.index + match[0].length,
        confidence: 0.75,
        scheme: 'decimal',
      });
    }
    return spans;
  },
};
