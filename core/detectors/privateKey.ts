import type { Detector, Span } from './detector.ts';

const header = /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;
const footer = '-----END ';
/** An RSA key of 16,384 bits is under 13,000 characters. */
const maxKey = 16_384;

/** PEM and PGP private keys (RFC 7468). A header alone counts: the rest may be in the next text. */
export const privateKey: Detector = {
  id: 'private-key',
  examples: {
    found: ['-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\n-----END RSA PRIVATE KEY-----'],
    clean: ['-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqh\n-----END PUBLIC KEY-----', 'private key'],
  },
  detect(text) {
    const spans: Span[] = [];
    let past = 0;
    for (const match of text.matchAll(header)) {
      if (match.index < past) continue;
      const body = match.index + match[0].length;
      const near = text.slice(body, body + maxKey);
      const foot = near.indexOf(footer);
      const close = foot === -1 ? -1 : near.indexOf('-----', foot + footer.length);
      past = close === -1 ? body : body + close + 5;
      spans.push({ start: match.index, end: past, confidence: 0.98 });
    }
    return spans;
  },
};
