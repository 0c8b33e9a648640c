import type { Detector } from './detector.ts';
import { numberingDetector } from './numberingDetector.ts';

/** Passport numbers: beside a word, or where one stands alone in its country's form. */
export const passport: Detector = numberingDetector('passport', {
  found: ['Passport No. X1234567', 'Reisepass C01X00T478, gültig', 'pasaporte AAA123456'],
  clean: ['the passport office opened in 1998', 'X1234567 is the part number of this engine'],
});
