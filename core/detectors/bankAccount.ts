import type { Detector } from './detector.ts';
import { numberingDetector } from './numberingDetector.ts';

/** Account and bank numbers: by check digits alone, otherwise beside a word. */
export const bankAccount: Detector = numberingDetector('bank-account', {
  found: [
    'routing number 111000025',
    'Kontonummer 532013000',
    'Sort code 60-16-13, account number 31926819',
    'CLABE 032180000118359719',
  ],
  clean: ['routing number 111000026 is wrong', 'account created 2019'],
});
