import type { Detector, Span } from './detector.ts';

/** RFC 3986 userinfo with a password. Bounded, and anchored at `://`. */
const userInfo = /:\/\/([^\s/?#@:"'<>]{0,128}):([^\s/?#@"'<>]{1,256})@[\p{L}\p{N}[]/gu;
const scheme = /[a-z][a-z0-9+.-]{1,20}$/i;
/** `https://${user}:${password}@host`, `https://user:***@host`: written in place of the secret. */
const standIn = /^(?:[*•x]+|[$<{[%].*|pass(?:word)?|secret)$/i;

export const urlCredential: Detector = {
  id: 'url-credential',
  examples: {
    found: ['https://jane:s3cret@intra.example/x', 'postgres://app:hunter2@db.example:5432/app'],
    clean: ['https://example.com:8080/a@b', 'https://medium.com/@jane', 'https://user:***@example.com'],
  },
  detect(text) {
    const spans: Span[] = [];
    for (const match of text.matchAll(userInfo)) {
      if (standIn.test(match[2] ?? '')) continue;
      const before = scheme.exec(text.slice(Math.max(0, match.index - 21), match.index));
      if (!before) continue;
      const end = match.index + match[0].length - 2;
      spans.push({ start: match.index - before[0].length, end, confidence: 0.97 });
    }
    return spans;
  },
};
