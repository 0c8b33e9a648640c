import type { Detector } from './detector.ts';
import { numberingDetector } from './numberingDetector.ts';

/** Postal codes: by form where that is telling, otherwise beside a word or in their country. */
export const postalCode: Detector = numberingDetector('postal-code', {
  found: ['SW1A 1AA', 'PLZ 10115', 'postcode EC2A 1NT', 'postal code K1A 0B1'],
  clean: ['in the year 10115 of the count', 'XA1 1AA'],
});
