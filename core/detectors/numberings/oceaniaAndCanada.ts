import { validate as abn } from 'stdnum/lib/cjs/au/abn.js';
import { validate as acn } from 'stdnum/lib/cjs/au/acn.js';
import { validate as tfn } from 'stdnum/lib/cjs/au/tfn.js';
import { validate as bn } from 'stdnum/lib/cjs/ca/bn.js';
import { validate as sin } from 'stdnum/lib/cjs/ca/sin.js';
import { validate as ird } from 'stdnum/lib/cjs/nz/ird.js';
import type { Numbering } from '../numbering.ts';
import { passes } from './passes.ts';
import { weightedSum } from './weightedSum.ts';

/** Printed in adverts and manuals; not issued to anybody. */
const canadianSpecimens = new Set(['046454286', '123456782', '111111111']);

export const oceaniaAndCanada: readonly Numbering[] = [
  {
    detector: 'company-id',
    scheme: 'au-abn',
    region: 'AU',
    form: '\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}',
    valid: passes(abn),
    reach: 'alone',
    strong: true,
    words: 'abn australian_business*',
  },
  {
    detector: 'company-id',
    scheme: 'au-acn',
    region: 'AU',
    form: '\\d{3} ?\\d{3} ?\\d{3}',
    valid: passes(acn),
    reach: 'alone',
    words: 'acn australian_company*',
  },
  {
    detector: 'tax-id',
    scheme: 'au-tfn',
    region: 'AU',
    form: '\\d{3} ?\\d{3} ?\\d{2,3}',
    valid: passes(tfn),
    reach: 'alone',
    words: 'tfn tax_file*',
  },
  {
    detector: 'health-id',
    scheme: 'au-medicare',
    region: 'AU',
    form: '[2-6]\\d{3} ?\\d{5} ?\\d(?:[ /]?\\d)?',
    // Services Australia: weights 1 3 7 9 over eight digits, the ninth is the remainder.
    valid: (compact) => weightedSum(compact, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(compact.charAt(8)),
    reach: 'alone',
    words: 'medicare',
  },
  {
    detector: 'bank-account',
    scheme: 'au-bsb',
    region: 'AU',
    form: '\\d{3}-\\d{3}(?:[ ,/]{1,3}\\d{5,9})?|\\d{5,9}',
    reach: 'named',
    words: 'bsb account_number account_no acc_no',
  },
  {
    detector: 'driving-licence',
    scheme: 'au-licence',
    region: 'AU',
    form: '\\d{6,10}',
    reach: 'named',
    words: 'driver_licen* licence_number',
  },
  {
    detector: 'passport',
    scheme: 'au-passport',
    region: 'AU',
    form: '[A-Z]{1,2}\\d{7}',
    reach: 'named',
    words: 'passport*',
  },
  {
    detector: 'tax-id',
    scheme: 'nz-ird',
    region: 'NZ',
    form: '\\d{2,3}[ -]?\\d{3}[ -]?\\d{3}',
    valid: passes(ird),
    reach: 'home',
    words: 'ird',
  },
  {
    detector: 'health-id',
    scheme: 'nz-nhi',
    region: 'NZ',
    form: '[A-HJ-NP-Z]{3}\\d{4}|[A-HJ-NP-Z]{3}\\d{2}[A-HJ-NP-Z]{2}',
    reach: 'named',
    words: 'nhi',
  },
  {
    detector: 'national-id',
    scheme: 'ca-sin',
    region: 'CA',
    form: '[1-79]\\d{8}|[1-79]\\d{2} \\d{3} \\d{3}|[1-79]\\d{2}-\\d{3}-\\d{3}',
    valid: (compact) => !canadianSpecimens.has(compact) && passes(sin)(compact),
    reach: 'alone',
    words: 'sin nas social_insurance* assurance_sociale',
    also: 'tax-id',
  },
  {
    detector: 'company-id',
    scheme: 'ca-bn',
    region: 'CA',
    form: '\\d{9}(?: ?R[TPCZ] ?\\d{4})',
    valid: passes(bn),
    reach: 'record',
    words: 'business_number bn gst',
  },
  {
    detector: 'health-id',
    scheme: 'ca-health',
    region: 'CA',
    form: '\\d{4}[ -]?\\d{3}[ -]?\\d{3}(?:[ -]?[A-Z]{2})?|[A-Z]{4}[ ]?\\d{4}[ ]?\\d{4}',
    reach: 'named',
    words: 'health_card ohip ramq phn health_number',
  },
  {
    detector: 'passport',
    scheme: 'ca-passport',
    region: 'CA',
    form: '[A-Z]{2}\\d{6}|[A-Z]\\d{6}[A-Z]{2}',
    reach: 'named',
    words: 'passport* passeport*',
  },
  {
    detector: 'postal-code',
    scheme: 'ca-postal',
    region: 'CA',
    form: '[ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z] ?\\d[ABCEGHJ-NPRSTV-Z]\\d',
    reach: 'record',
    words: 'postal_code code_postal',
  },
];
