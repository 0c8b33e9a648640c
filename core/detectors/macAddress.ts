import type { Detector, Span } from './detector.ts';

const pairs = /(?<![\p{L}\d:_-])[\dA-F]{2}([:-])(?:[\dA-F]{2}\1){4}[\dA-F]{2}(?![\p{L}\d:_-])/giu;
const triples = /(?<![\p{L}\d._-])[\dA-F]{4}\.[\dA-F]{4}\.[\dA-F]{4}(?![\p{L}\d._-])/giu;

/** Asked first: most texts have neither. */
const anyForm = /[:-][\dA-Fa-f]{2}[:-][\dA-Fa-f]{2}[:-]|\.[\dA-Fa-f]{4}\./;

/** IEEE 802 hardware addresses in the three usual forms. All zeros or all ones name no device. */
export const macAddress: Detector = {
  id: 'mac-address',
  examples: {
    found: ['MAC 00:1A:2B:3C:4D:5E', '0d-B3-4a-6A-d9-cF', '0012.3456.789a'],
    clean: ['00:00:00:00:00:00', 'ZZ:ZZ:ZZ:ZZ:ZZ:ZZ', '12:30:45', '1234.5678.9012'],
  },
  detect(text) {
    const spans: Span[] = [];
    if (!anyForm.test(text)) return spans;
    for (const pattern of [pairs, triples]) {
      for (const match of text.matchAll(pattern)) {
        const digits = match[0].replace(/[:.-]/g, '').toLowerCase();
        if (/^(.)\1+$/.test(digits)) continue;
        if (pattern === triples && !/[a-f]/.test(digits)) continue;
        spans.push({ start: match.index, end: match.index + match[0].length, confidence: 0.8 });
      }
    }
    return spans;
  },
};
