import { luhn } from '../luhn.ts';
import type { Numbering } from '../numbering.ts';
import { weightedSum } from './weightedSum.ts';

const region = 'US';
/** CMS, Medicare Beneficiary Identifier format: letters without S, L, O, I, B, Z. */
const mbiLetter = '[AC-HJKMNP-RT-Y]';
const mbiEither = '[0-9AC-HJKMNP-RT-Y]';

export const unitedStates: readonly Numbering[] = [
  {
    detector: 'tax-id',
    scheme: 'us-itin',
    region,
    // IRS: area 9xx, group 50-65, 70-88, 90-92, 94-99.
    form: '9\\d{2}[ -]?(?:5\\d|6[0-5]|7\\d|8[0-8]|9[0-24-9])[ -]?\\d{4}',
    reach: 'record',
    words: 'itin taxpayer* tax_id individual_taxpayer*',
  },
  {
    detector: 'tax-id',
    scheme: 'us-ein',
    region,
    form: '\\d{2}-\\d{7}',
    reach: 'named',
    words: 'ein employer_identification* fein tax_id federal_tax*',
  },
  {
    detector: 'health-id',
    scheme: 'us-mbi',
    region,
    form: `\\d${mbiLetter}${mbiEither}\\d[ -]?${mbiLetter}${mbiEither}\\d[ -]?${mbiLetter}{2}\\d{2}`,
    reach: 'record',
    words: 'medicare medicaid mbi beneficiary hicn',
  },
  {
    detector: 'health-id',
    scheme: 'us-npi',
    region,
    form: '[12]\\d{9}|[12]\\d{3}[ -]\\d{3}[ -]\\d{3}',
    // CMS: Luhn with the card prefix of US health applications.
    valid: (compact) => luhn(`80840${compact}`),
    reach: 'alone',
    words: 'npi national_provider* provider provider_number',
  },
  {
    detector: 'health-id',
    scheme: 'us-dea',
    region,
    form: '[ABCDEFGHJKLMPRSTUX][A-Z9]\\d{7}',
    // DEA registration number: first, third and fifth digit plus twice the others.
    valid: (compact) => weightedSum(compact.slice(2), [1, 2, 1, 2, 1, 2]) % 10 === Number(compact.charAt(8)),
    reach: 'alone',
    words: 'dea certificate* medical_licen* prescriber',
  },
  {
    detector: 'health-id',
    scheme: 'us-member',
    region,
    form: '[A-Z]{0,4}-?\\d{5,12}[A-Z]{0,2}',
    reach: 'named',
    words:
      'health_plan member_id subscriber_id medical_record* mrn patient_id patient_number policy_number insurance_id insurance_number',
  },
  {
    detector: 'passport',
    scheme: 'us-passport',
    region,
    form: '[A-Z]\\d{8}|\\d{9}',
    reach: 'alone',
    words: 'passport* travel_document',
  },
  {
    detector: 'driving-licence',
    scheme: 'us-licence',
    region,
    form: '[A-Z]\\d{7,8}|[A-Z]\\d{12,14}|[A-Z]{2}\\d{6}[A-Z]?|\\d{3}[A-Z]{2}\\d{4}',
    reach: 'alone',
    words: 'driver*_licen* driving_licen* drivers_licen* dl_number dl_no dl# licen[cs]e_number permit',
  },
  {
    detector: 'driving-licence',
    scheme: 'us-licence',
    region,
    form: '\\d{7,14}|\\d{16}|[A-Z]{1,2}\\d{5,7}R?|[A-Z]\\d{8,14}|\\d{2}[A-Z]{3}\\d{5,6}|\\d{7,9}[A-Z]{1,2}|[A-Z]\\d{3}-\\d{3}-\\d{2}-\\d{3}-\\d|[A-Z]\\d{3}-\\d{4}-\\d{4}',
    reach: 'named',
    words:
      "driver*_licen* driver's_licen* driving_licen* drivers_licen* dl_number dl_no dl# licen[cs]e_number permit",
  },
  {
    detector: 'bank-account',
    scheme: 'us-routing',
    region,
    // ABA: Federal Reserve districts, thrifts and electronic; weights 3, 7, 1.
    form: '(?:0\\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\\d{2}-?\\d{4}-?\\d',
    valid: (compact) =>
      weightedSum(compact, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0 && !/^0{8}/.test(compact),
    reach: 'alone',
    words: 'aba routing* rtn transit_number',
  },
  {
    detector: 'bank-account',
    scheme: 'us-account',
    region,
    form: '\\d{8,17}',
    reach: 'named',
    words: 'account_number account_no account# acct* bank_account checking_account savings_account',
  },
  {
    detector: 'postal-code',
    scheme: 'us-zip',
    region,
    form: '\\d{5}(?:-\\d{4})?',
    reach: 'named',
    words: 'zip zip_code zipcode postal_code',
  },
];
