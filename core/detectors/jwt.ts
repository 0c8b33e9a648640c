import type { Detector, Span } from './detector.ts';

/** `eyJ` is base64url for `{"`: a JOSE header and a JSON payload, then a signature that may be empty (RFC 7519). */
const token = /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,4096}\.eyJ[A-Za-z0-9_-]{4,16384}\.[A-Za-z0-9_-]{0,4096}/g;

export const jwt: Detector = {
  id: 'jwt',
  examples: {
    found: ['Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJqYW5lIn0.c2lnbmF0dXJl'],
    clean: ['eyJhbGciOiJIUzI1NiJ9', 'a.b.c'],
  },
  detect(text) {
    const spans: Span[] = [];
    for (const match of text.matchAll(token)) {
      spans.push({ start: match.index, end: match.index + match[0].length, confidence: 0.98 });
    }
    return spans;
  },
};
