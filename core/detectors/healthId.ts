import type { Detector } from './detector.ts';
import { numberingDetector } from './numberingDetector.ts';

/** Health insurance numbers, and numbers of those who treat. */
export const healthId: Detector = numberingDetector('health-id', {
  found: ['NHS number 943 476 5919', 'Medicare 1EG4-TE5-MK73', 'NPI 1234567893', 'KVNR A123456780'],
  clean: ['NHS number 943 476 5918', 'NPI 1234567890'],
});
