import type { BuiltInDetectorId, DetectorId, RedactedText } from './finding.ts';
import { isCustomDetector } from './isCustomDetector.ts';

const dots = '•••';
const lastDigitsOfCard = 4;
/** Longer endings are rare enough to name somebody's own domain. */
const maxTopLevel = 4;

type Redaction = (text: string) => string;

const hideAll: Redaction = () => dots.repeat(2);
const firstLetter: Redaction = (text) => `${[...text.trim()][0] ?? ''}${dots}`;

/** Kinds that may show anything of the value. All others show dots only. */
const redactions: Partial<Readonly<Record<BuiltInDetectorId, Redaction>>> = {
  email: (text) => {
    const ending = /\.(\p{L}{2,24})$/u.exec(text)?.[1] ?? '';
    return `${firstLetter(text)}@${dots}.${ending.length > 0 && ending.length <= maxTopLevel ? ending : dots}`;
  },
  'payment-card': (text) => {
    const digits = text.replace(/\D/g, '');
    return `•••• ${digits.length > 2 * lastDigitsOfCard ? digits.slice(-lastDigitsOfCard) : '••••'}`;
  },
  phone: (text) => `${text.trim().startsWith('+') ? '+' : ''}${dots} ${dots}`,
  'us-ssn': () => '•••-••-••••',
  'ip-address': () => '•••.•••.•••.•••',
  iban: firstLetter,
  'person-name': firstLetter,
};

/**
 * The only maker of `RedactedText`: what may be stored, logged and reported of a value.
 *
 * Never more than the first letter and a short top-level domain of an address, or the last four digits of a card;
 * the length of the value does not show either. An empty text stays empty.
 */
export function redact(text: string, detector: DetectorId): RedactedText {
  if (text === '') return '' as RedactedText;
  const redaction = isCustomDetector(detector) ? hideAll : (redactions[detector] ?? hideAll);
  return redaction(text) as RedactedText;
}

/** All that the redactions above can make: a first letter and an ending, the last four digits of a card, dots. */
const ofRedact =
  /^(?:|\S{0,2}•{3}(?:@•{3}\.(?:\p{L}{2,4}|•{3}))?|•{6}|•{4} (?:\d{4}|•{4})|\+?•{3} •{3}|•{3}-•{2}-•{4}|•{3}\.•{3}\.•{3}\.•{3})$/u;

/** A sample that was stored or sent: as it is where `redact()` could have made it, else dots. */
export function redactedBefore(written: string): RedactedText {
  return (ofRedact.test(written) ? written : hideAll(written)) as RedactedText;
}
