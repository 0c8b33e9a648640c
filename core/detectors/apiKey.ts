import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { DetectorId } from '../findings/finding.ts';
import type { Detector, Span } from './detector.ts';
import { runSecretRule } from './runSecretRule.ts';

/**
 * Rules left out: `gcp` reads files from disk (Node), and `filter-comments` would let a page switch the check
 * off by writing "secretlint-disable".
 */
const leftOut = new Set(['gcp', 'filter-comments']);
/** What some rules find is of another kind than an API key. */
const kindOf: Readonly<Record<string, DetectorId>> = {
  basicauth: 'url-credential',
  'database-connection-string': 'url-credential',
  privatekey: 'private-key',
};
/** Every rule needs a long token or an address with credentials; most texts have neither. */
const longToken = /[A-Za-z0-9_+/=.-]{16}|:\/\/[^\s/]{3,256}@/;
/** Formats the preset has no rule for. Google: 39 characters that begin with AIza. */
const furtherFormats = /(?<![A-Za-z0-9_-])AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/g;

/**
 * Keys of known services, by secretlint's recommended rules (26 of its 28; MIT).
 *
 * The rules are run by us and not by @secretlint/core: the core writes a performance mark per rule and text and
 * keeps them all, which in a browser worker is never switched off.
 */
export const apiKey: Detector = {
  id: 'api-key',
  examples: {
    // Joined at run time so that no scanner takes the example for a real key.
    found: [['ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_'), ['AKIA', 'Q3EGTTPLW4XYZABC'].join('')],
    clean: ['secretlint-disable', 'ghp_short', 'AKIA', 'sk_test'],
  },
  detect(text) {
    const spans: Span[] = [];
    if (!longToken.test(text)) return spans;
    for (const rule of rules) {
      const scheme = rule.meta.id.replace('@secretlint/secretlint-rule-', '');
      if (leftOut.has(scheme)) continue;
      const options = scheme === 'aws' ? { enableIDScanRule: true } : {};
      for (const [start, end] of runSecretRule(rule, options, text)) {
        spans.push({ start, end, confidence: 0.9, scheme, detector: kindOf[scheme] ?? 'api-key' });
      }
    }
    for (const match of text.matchAll(furtherFormats)) {
      spans.push({
        start: match.index,
        end: match.index + match[0].length,
        confidence: 0.9,
        scheme: 'google',
      });
    }
    return spans;
  },
};
