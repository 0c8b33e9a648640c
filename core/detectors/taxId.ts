import type { Detector } from './detector.ts';
import { numberingDetector } from './numberingDetector.ts';

/** Tax numbers of people and companies. */
export const taxId: Detector = numberingDetector('tax-id', {
  found: ['P.IVA 00743110157', 'RCCMNL83S18D969H', 'GSTIN 27AAPFU0939F1ZV', 'ITIN 912-70-1234'],
  clean: ['912-93-1234', 'P.IVA 00743110158'],
});
