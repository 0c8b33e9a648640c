import type { Detector } from './detector.ts';
import { numberingDetector } from './numberingDetector.ts';

/** Identity numbers of people: by check digits and the form of the country, weaker ones beside a word. */
export const nationalId: Detector = numberingDetector('national-id', {
  found: ['hetu 131052-308T', 'DNI 54362315K', 'NRIC S2740116C was processed', 'PESEL: 44051401359'],
  clean: ['order 44051401359 shipped today to the warehouse', 'DNI 54362315L'],
});
