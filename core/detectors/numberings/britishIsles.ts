import { validate as nino } from 'stdnum/lib/cjs/gb/nino.js';
import { validate as utr } from 'stdnum/lib/cjs/gb/utr.js';
import { validate as ukVat } from 'stdnum/lib/cjs/gb/vat.js';
import { validate as pps } from 'stdnum/lib/cjs/ie/pps.js';
import { validate as ieVat } from 'stdnum/lib/cjs/ie/vat.js';
import type { Numbering } from '../numbering.ts';
import { passes } from './passes.ts';
import { weightedSum } from './weightedSum.ts';

const region = 'GB';
const plateWords =
  'registration vehicle number_plate reg reg_no licen[cs]e_plate vrn car_reg* dvla v5c logbook';
/** NHS Data Dictionary, NHS number: modulus 11, a remainder of ten is not issued. */
function nhs(compact: string): boolean {
  const check = (11 - (weightedSum(compact, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return check === Number(compact.charAt(9)) && !/^(\d)\1+$/.test(compact);
}

export const britishIsles: readonly Numbering[] = [
  {
    detector: 'national-id',
    scheme: 'uk-nino',
    region,
    form: '[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\\d{2}[ -]?\\d{2}[ -]?\\d{2}[ -]?[A-D]',
    valid: (compact) =>
      !/^(?:BG|GB|KN|NK|NT|TN|ZZ)/.test(compact) && !/^..000000/.test(compact) && passes(nino)(compact),
    reach: 'record',
    words: 'national_insurance ni_number nino ni_no',
    also: 'tax-id',
  },
  {
    detector: 'health-id',
    scheme: 'uk-nhs',
    region,
    form: '\\d{3}[ -]?\\d{3}[ -]?\\d{4}',
    valid: nhs,
    reach: 'alone',
    words: 'nhs* health_service',
  },
  {
    detector: 'tax-id',
    scheme: 'uk-utr',
    region,
    form: '\\d{5}[ ]?\\d{5}K?',
    valid: passes(utr),
    reach: 'home',
    words: 'utr unique_taxpayer* tax_reference',
  },
  {
    detector: 'tax-id',
    scheme: 'uk-vat',
    region,
    form: 'GB[ ]?\\d{3}[ ]?\\d{4}[ ]?\\d{2}|\\d{3}[ ]?\\d{4}[ ]?\\d{2}',
    valid: (compact) => passes(ukVat)(compact.replace(/^GB/, '')),
    reach: 'home',
    words: 'vat',
  },
  {
    detector: 'company-id',
    scheme: 'uk-crn',
    region,
    form: '(?:SC|NI|OC|SO|NC|R0)?\\d{6}|\\d{8}',
    reach: 'named',
    words: 'company_number company_no company_registration companies_house crn registered_in_england*',
  },
  {
    detector: 'passport',
    scheme: 'uk-passport',
    region,
    form: '[A-Z]{2}\\d{7}|\\d{9}',
    // The older nine digits alone are anything.
    valid: (compact) => /^[A-Z]/.test(compact),
    reach: 'record',
    words: 'passport*',
  },
  {
    detector: 'passport',
    scheme: 'uk-passport',
    region,
    form: '\\d{9}',
    reach: 'named',
    words: 'passport*',
  },
  {
    detector: 'driving-licence',
    scheme: 'uk-licence',
    region,
    // DVLA: five of the surname, decade, month (plus 50), day, year, initials, check.
    form: '[A-Z][A-Z9]{4}\\d[0156]\\d[0-3]\\d{2}[A-Z9]{2}[A-Z0-9]{3}(?:\\d{2})?',
    // The surname is filled up with nines, and nothing follows a nine but nines. A month is at most 12, or 62.
    valid: (compact) =>
      /^[A-Z]{1,5}9{0,4}\d/.test(compact) &&
      Number(compact.slice(6, 8)) % 50 <= 12 &&
      Number(compact.slice(8, 10)) <= 31,
    reach: 'record',
    words: 'driving_licen* driver* licen[cs]e dvla dl_number',
  },
  {
    detector: 'vehicle-plate',
    scheme: 'uk-plate',
    region,
    form: '[A-HJ-PR-Y][A-HJ-PR-Y][ -]?(?:0[2-9]|[1-7]\\d)[ -]?[A-HJ-PR-Z]{3}',
    // Age identifiers run from 02 to this year and from 51 on.
    valid: (compact) => {
      const age = Number(compact.slice(2, 4));
      return age <= 29 || (age >= 51 && age <= 79);
    },
    reach: 'record',
    words: plateWords,
  },
  {
    detector: 'vehicle-plate',
    scheme: 'uk-plate',
    region,
    // Before 2001: a letter for the year in front, or behind.
    form: '[A-HJ-NPR-TV-Y]\\d{1,3}[ -]?[A-Z]{3}|[A-Z]{3}[ -]?\\d{1,3}[ -]?[A-HJ-NPR-TV-Y]',
    reach: 'alone',
    words: plateWords,
  },
  {
    detector: 'bank-account',
    scheme: 'uk-sort-code',
    region,
    form: '\\d{2}[ -]?\\d{2}[ -]?\\d{2}(?:[ ,/]{1,2}\\d{8})?|\\d{8}',
    reach: 'named',
    words: 'sort_code account_number account_no acc_no',
  },
  {
    detector: 'postal-code',
    scheme: 'uk-postcode',
    region,
    // Royal Mail PAF: where which letters may stand.
    form: 'GIR ?0AA|(?:[A-PR-UWYZ]\\d{1,2}|[A-PR-UWYZ][A-HK-Y]\\d{1,2}|[A-PR-UWYZ]\\d[A-HJKPSTUW]|[A-PR-UWYZ][A-HK-Y]\\d[ABEHMNPRV-Y]) ?\\d[ABD-HJLNP-UW-Z]{2}',
    valid: (compact) => compact.startsWith('GIR') || postcodeArea.has(/^[A-Z]{1,2}/.exec(compact)?.[0] ?? ''),
    reach: 'record',
    words: 'postcode post_code postal_code',
  },
  {
    detector: 'tax-id',
    scheme: 'ie-pps',
    region: 'IE',
    form: '\\d{7}[ ]?[A-W][ABHW]?',
    valid: passes(pps),
    reach: 'home',
    words: 'pps ppsn personal_public_service',
    also: 'national-id',
  },
  {
    detector: 'tax-id',
    scheme: 'ie-vat',
    region: 'IE',
    form: 'IE[ ]?\\d[0-9A-Z+*]\\d{5}[A-W][A-I]?',
    valid: passes(ieVat),
    reach: 'record',
    words: 'vat',
  },
  {
    detector: 'postal-code',
    scheme: 'ie-eircode',
    region: 'IE',
    form: '(?:[AC-FHKNPRTV-Y]\\d{2}|D6W) ?[0-9AC-FHKNPRTV-Y]{4}',
    reach: 'home',
    words: 'eircode',
  },
];

/** Royal Mail's 124 postcode areas. */
const postcodeArea = new Set(
  'AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE'.split(
    ' ',
  ),
);
