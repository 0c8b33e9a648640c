import type { Detector, Span } from './detector.ts';
import { withoutTail } from './withoutTail.ts';

/** Names under which credentials travel in URLs, JSON and logs. `key` and `id` alone name too much else. */
const named =
  /(?<![\p{L}\d])(?:x[_-])?(access[_-]?token|refresh[_-]?token|id[_-]?token|auth[_-]?token|session[_-]?(?:id|token)|reset[_-]?token|login[_-]?token|magic[_-]?link|api[_-]?key|api[_-]?secret|client[_-]?secret|secret[_-]?key|jsessionid|phpsessid|bearer|token|secret|otp)(?:"|')?(?:\s{0,2}[=:]\s{0,2}| )(?:"|')?([A-Za-z0-9_~+/.%-]{16,512})/giu;
/** Below this a token of letters and digits is a slug, not a secret (bits per character). */
const minEntropy = 3;

/** A long random value next to a name that says it is a credential. */
export const namedToken: Detector = {
  id: 'api-key',
  examples: {
    found: ['/reset?reset_token=9fA3kQ0zX81mLw72Pd', '"apiKey":"c29tZS1sb25nLXNlY3JldC0xMjM0"'],
    clean: ['token=abcdefghijklmnop', 'bearer of good news everyone', 'the token economy of 2024'],
  },
  detect(text) {
    const spans: Span[] = [];
    for (const match of text.matchAll(named)) {
      const value = withoutTail(match[2] ?? '', '.%/-');
      if (value.length < 16 || !/\d/.test(value) || !/[A-Za-z]/.test(value)) continue;
      if (/^(?:https?|www)/i.test(value) || entropy(value) < minEntropy) continue;
      const start = match.index + match[0].length - (match[2] ?? '').length;
      spans.push({ start, end: start + value.length, confidence: 0.65, scheme: 'named' });
    }
    return spans;
  },
};

/** Shannon entropy in bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
