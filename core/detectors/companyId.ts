import type { Detector } from './detector.ts';
import { numberingDetector } from './numberingDetector.ts';

/** Registration numbers of companies. */
export const companyId: Detector = numberingDetector('company-id', {
  found: ['ABN 51 824 753 556', 'Handelsregister: HRB 123456', 'SIRET 73282932000074'],
  clean: ['ABN 51 824 753 557', 'part no. 51 824 753 556 in stock again'],
});
