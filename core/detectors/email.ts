import { isSupportedCountry } from 'libphonenumber-js/min';
import type { Detector, Span } from './detector.ts';
import { withoutTail } from './withoutTail.ts';

/** RFC 5321 section 4.5.3.1: local part 64, domain 255. */
const maxLocal = 64;
const maxDomain = 255;
const localCharacter = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const domainCharacter = /[\p{L}\p{N}.-]/u;
/** Characters of the RFC that on pages are nearly always punctuation, a path or a query before an address. */
const localPrefix = /^(?:.*[/=?&#|`{}!*^$~])?[.'%+-]*/u;
const localPart = /^[\p{L}\p{N}_][\p{L}\p{N}._%+'-]*$/u;
const domain =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:\p{L}{2,24}|xn--[a-z0-9-]{2,59})$/iu;
/** `logo@2x.png` names a file, not a mailbox. None of these is a top-level domain. */
const fileEndings = new Set(
  'png jpg jpeg gif svg webp avif ico bmp css js mjs cjs ts tsx jsx json xml html htm php aspx jsp woff ttf eot mp4 webm pdf'.split(
    ' ',
  ),
);

/** Two letters are a country; these are in the root zone and have no telephone numbers of their own. */
const furtherCountries = new Set('aq bv gs hm pn tf eu uk su'.split(' '));

/** Addresses with a plausible domain. Reads outwards from each `@`, so the work is bounded per `@`. */
export const email: Detector = {
  id: 'email',
  examples: {
    found: [
      'Write to jane.doe@example.com.',
      'mailto:j+shop@mail.example.co.uk',
      '?to=.jane@example.com',
      'a@xn--d1acufc.xn--p1ai',
    ],
    clean: ['@media print', 'icon@2x.png', 'npm i left-pad@1.3.0', 'my email is info@example.', 'a @ b.com'],
  },
  detect(text) {
    const spans: Span[] = [];
    for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
      const span = addressAround(text, at);
      if (span) spans.push(span);
    }
    return spans;
  },
};

function addressAround(text: string, at: number): Span | null {
  let first = at;
  while (first > 0 && at - first <= maxLocal && localCharacter.test(text.charAt(first - 1))) first -= 1;
  let last = at + 1;
  while (last < text.length && last - at <= maxDomain && domainCharacter.test(text.charAt(last))) last += 1;

  const written = text.slice(first, at);
  const local = written.replace(localPrefix, '');
  if (local.length > maxLocal || local.endsWith('.') || !localPart.test(local)) return null;
  const host = withoutTail(text.slice(at + 1, last), '.-');
  if (!domain.test(host)) return null;
  const ending = host.slice(host.lastIndexOf('.') + 1).toLowerCase();
  if (fileEndings.has(ending) || (ending.length === 2 && !isCountry(ending))) return null;
  return { start: at - local.length, end: at + 1 + host.length, confidence: 0.95 };
}

function isCountry(ending: string): boolean {
  return furtherCountries.has(ending) || isSupportedCountry(ending.toUpperCase());
}
