import type { Detector, Span } from './detector.ts';

const header = /(?<![\p{L}\d-])(?:set-)?cookie: ?([\w!#$%&'*+.^`|~-]{1,64}=[^\n\r"'<>]{1,4096})/giu;
const session =
  /(?<![\w-])(?:PHPSESSID|JSESSIONID|ASP\.NET_SessionId|connect\.sid|ci_session|laravel_session|_session_id|csrftoken|XSRF-TOKEN|__Secure-[\w-]{1,40}|__Host-[\w-]{1,40}|remember_(?:me|token)|auth_?token)=([A-Za-z0-9%._~+/=-]{12,512})/gu;

/** A cookie header, and cookies by names under which sessions travel. */
export const cookie: Detector = {
  id: 'cookie',
  examples: {
    found: ['Cookie: theme=dark; cart=8f3a', 'PHPSESSID=4bk2l1m9a0q7c3d8e5f6g7h8i9'],
    clean: ['Cookie policy: we use cookies', 'sid=1', 'cookie: none'],
  },
  detect(text) {
    const spans: Span[] = [];
    if (!text.includes('=')) return spans;
    for (const pattern of [header, session]) {
      for (const match of text.matchAll(pattern)) {
        const end = match.index + match[0].length;
        const value = match[1] ?? '';
        if (pattern === session && !/\d/.test(value)) continue;
        spans.push({ start: end - value.length, end, confidence: pattern === header ? 0.9 : 0.8 });
      }
    }
    return spans;
  },
};
