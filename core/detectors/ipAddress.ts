import type { Detector, Span } from './detector.ts';
import { textSetting } from './textSetting.ts';

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ipv4Part = `(?:${octet}\\.){3}${octet}`;
/** A label's colon or the dash of a range may stand before it, a letter, a digit or a dashed name may not. */
const begins = '(?<![\\p{L}\\d._]|[\\p{L}_]-|(?<![\\p{L}:]):)';
const ipv4 = new RegExp(`${begins}${ipv4Part}(?![\\p{L}\\d_]|[.:]\\d|-\\p{L}|:\\p{L})`, 'gu');
const withPort = new RegExp(`${begins}${ipv4Part}(?=:\\d{1,5}(?!\\d))`, 'gu');
const ipv6Run =
  /(?<![\p{L}\d.:])(?:[\dA-Fa-f]{0,4}:){2,8}(?:\d{1,3}(?:\.\d{1,3}){3}|[\dA-Fa-f]{1,4})?(?![\p{L}\d_:]|\.\d)/gu;
/** Asked first: most texts have neither three numbers with points between them nor two colons so near. */
const threeNumbers = /\d\.\d{1,3}\.\d/;
const twoColons = /:[\dA-Fa-f]{0,4}:/;
const fullIpv4 = new RegExp(`^${ipv4Part}$`);
const versionBefore =
  /(?<![a-z])(?:v|ver|version|release|build|chrome|firefox|safari|webkit|section|§)[ /.:]*$/i;
/** Addresses that name no machine on the internet: loopback, unspecified, broadcast (RFC 6890). */
const nobody = /^(?:127\.|0\.|255\.255|::1?$)/;

/** Only in short texts: in prose and code two colons with one number are anything. */
const shortIpv6 = /^(?:[\dA-Fa-f]{3,4})?::(?:[\dA-Fa-f]{1,4})?$/;
/** Asked first: most texts have neither four numbers with points nor two colons. */
const twoMarks = /\d\.\d{1,3}\.\d|:[\dA-Fa-f]{0,4}:/;

/** IPv4 and IPv6 addresses of machines. Four small numbers are usually a version or a section. */
export const ipAddress: Detector = {
  id: 'ip-address',
  examples: {
    found: ['from 203.0.113.77', 'client 2001:db8:85a3::8a2e:370:7334', '198.51.100.23:8080'],
    clean: [
      'version 10.0.14.2',
      'http://203.0.113.77/a',
      '256.1.1.1',
      '1.2.3.4.5',
      'aa:bb:cc:dd:ee:ff',
      'MyClass::toString',
      '12:30:45',
    ],
  },
  detect(text, context) {
    if (!twoMarks.test(text)) return [];
    const spans: Span[] = [];
    for (const pattern of threeNumbers.test(text) ? [ipv4, withPort] : []) {
      for (const match of text.matchAll(pattern)) {
        if (versionBefore.test(text.slice(Math.max(0, match.index - 12), match.index))) continue;
        const server = text.slice(Math.max(0, match.index - 2), match.index) === '//';
        const small = !match[0].startsWith('10.') && match[0].split('.').every((part) => Number(part) < 20);
        // In a web address it is the server's, not a visitor's.
        const inRecord = textSetting(text, context) !== 'prose';
        const nameless = nobody.test(match[0]) ? (inRecord ? 0.55 : 0.3) : small && !inRecord ? 0.4 : 0.75;
        const confidence = server ? 0.3 : nameless;
        spans.push({ start: match.index, end: match.index + match[0].length, confidence, scheme: 'ipv4' });
      }
    }
    if (!twoColons.test(text)) return spans;
    for (const match of text.matchAll(ipv6Run)) {
      const inRecord = textSetting(text, context) !== 'prose';
      if (!isIpv6(match[0]) && !(inRecord && shortIpv6.test(match[0]))) continue;
      const confidence = nobody.test(match[0]) || shortIpv6.test(match[0]) ? (inRecord ? 0.55 : 0.3) : 0.8;
      spans.push({ start: match.index, end: match.index + match[0].length, confidence, scheme: 'ipv6' });
    }
    return spans;
  },
};

/** RFC 4291: eight groups, one `::` at most, the last two groups may be an IPv4 address. */
function isIpv6(written: string): boolean {
  const halves = written.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  let count = 0;
  for (const [index, group] of groups.entries()) {
    const embedded = index === groups.length - 1 && fullIpv4.test(group);
    if (!embedded && !/^[\dA-Fa-f]{1,4}$/.test(group)) return false;
    count += embedded ? 2 : 1;
  }
  // `12::` and `a::b` are times, ratios and code far more often than addresses.
  return halves.length === 2 ? count <= 7 && (count >= 2 || written === '::1') : count === 8;
}
