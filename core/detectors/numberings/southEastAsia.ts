import { validate as npwp } from 'stdnum/lib/cjs/id/npwp.js';
import { validate as nric } from 'stdnum/lib/cjs/my/nric.js';
import { validate as uen } from 'stdnum/lib/cjs/sg/uen.js';
import type { Numbering } from '../numbering.ts';
import { passes } from './passes.ts';
import { weightedSum } from './weightedSum.ts';

export const southEastAsia: readonly Numbering[] = [
  {
    detector: 'national-id',
    scheme: 'sg-nric',
    region: 'SG',
    // The check letter is not published; each series has its own eleven letters.
    form: '[ST]\\d{7}[A-JZ]|[FG]\\d{7}[KLMNPQRTUWX]|M\\d{7}[KLJNPQRTUWX]',
    reach: 'record',
    words: 'nric fin ic_no identity_card',
  },
  // Other first letters are not issued yet, yet the form is as telling.
  {
    detector: 'national-id',
    scheme: 'sg-nric',
    region: 'SG',
    form: '[A-Z]\\d{7}[A-Z]',
    reach: 'alone',
    words: 'nric fin',
  },
  {
    detector: 'company-id',
    scheme: 'sg-uen',
    region: 'SG',
    form: '\\d{8,9}[A-Z]|[RST]\\d{2}[A-Z]{2}\\d{4}[A-Z]',
    valid: passes(uen),
    reach: 'record',
    words: 'uen unique_entity* acra',
  },
  {
    detector: 'national-id',
    scheme: 'th-id',
    region: 'TH',
    // The second and third digit name a province that exists (ISO 3166-2:TH).
    form: '[1-9](?:[134]\\d|2[0-7]|5[0-8]|[67][0-7]|[89][0-6])\\d{10}|[1-9][ -]\\d{4}[ -]\\d{5}[ -]\\d{2}[ -]\\d',
    valid: thaiId,
    reach: 'alone',
    words: 'เลขประจำตัวประชาชน เลขบัตรประชาชน บัตรประชาชน รหัสปชช thai_id* thai_national* tnin',
  },
  {
    detector: 'national-id',
    scheme: 'my-nric',
    region: 'MY',
    form: '\\d{6}-\\d{2}-\\d{4}',
    valid: passes(nric),
    reach: 'record',
    words: 'mykad nric no._kad kad_pengenalan',
  },
  {
    detector: 'national-id',
    scheme: 'id-nik',
    region: 'ID',
    form: '\\d{16}',
    valid: nik,
    reach: 'home',
    words: 'nik ktp nomor_induk*',
  },
  {
    detector: 'tax-id',
    scheme: 'id-npwp',
    region: 'ID',
    form: '\\d{2}\\.\\d{3}\\.\\d{3}\\.\\d-\\d{3}\\.\\d{3}',
    valid: passes(npwp),
    reach: 'record',
    words: 'npwp',
  },
  {
    detector: 'tax-id',
    scheme: 'ph-tin',
    region: 'PH',
    form: '\\d{3}-\\d{3}-\\d{3}(?:-\\d{3,5})?|\\d{12}|\\d{14}',
    valid: philippineTin,
    looseWhenNamed: true,
    reach: 'alone',
    words: 'tin bir taxpayer* rdo revenue_district*',
  },
  {
    detector: 'tax-id',
    scheme: 'ph-tin',
    region: 'PH',
    form: '\\d{9}|\\d{3} \\d{3} \\d{3}(?: \\d{3})?',
    valid: philippineTin,
    reach: 'alone',
    words: 'tin bir taxpayer* rdo revenue_district*',
  },
  {
    detector: 'national-id',
    scheme: 'ph-umid',
    region: 'PH',
    form: '\\d{4}-\\d{7}-\\d',
    reach: 'record',
    words: 'umid crn philsys psn',
  },
  {
    detector: 'health-id',
    scheme: 'ph-philhealth',
    region: 'PH',
    form: '\\d{2}-?\\d{9}-?\\d',
    reach: 'named',
    words: 'philhealth pin',
  },
  {
    detector: 'national-id',
    scheme: 'vn-cccd',
    region: 'VN',
    form: '0\\d{11}|\\d{9}',
    reach: 'named',
    words: 'cccd cmnd căn_cước* chứng_minh*',
  },
];

/** Ministry of Home Affairs: six digits of the place, then birth date with 40 added to the day of women. */
function nik(compact: string): boolean {
  const day = Number(compact.slice(6, 8)) % 40;
  const month = Number(compact.slice(8, 10));
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 && /^[1-9]/.test(compact);
}

/** Bureau of Internal Revenue: weights 9 to 2, the ninth digit is the remainder by eleven. A branch may follow. */
function philippineTin(compact: string): boolean {
  return weightedSum(compact, [9, 8, 7, 6, 5, 4, 3, 2]) % 11 === Number(compact.charAt(8));
}

/** Department of Provincial Administration: weights 13 to 2, modulo 11. stdnum takes no nine in front. */
function thaiId(compact: string): boolean {
  const rest = weightedSum(compact, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return (11 - rest) % 10 === Number(compact.charAt(12));
}
