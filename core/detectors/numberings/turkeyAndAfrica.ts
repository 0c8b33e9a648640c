import { validate as ilId } from 'stdnum/lib/cjs/il/idnr.js';
import { validate as tckimlik } from 'stdnum/lib/cjs/tr/tckimlik.js';
import { validate as vkn } from 'stdnum/lib/cjs/tr/vkn.js';
import { luhn } from '../luhn.ts';
import type { Numbering } from '../numbering.ts';
import { isShortDate } from './isShortDate.ts';
import { passes } from './passes.ts';
import { verhoeff } from './verhoeff.ts';

/** Turkey, Israel, the Gulf, Africa. */
export const turkeyAndAfrica: readonly Numbering[] = [
  {
    detector: 'national-id',
    scheme: 'tr-tckn',
    region: 'TR',
    form: '[1-9]\\d{10}',
    valid: passes(tckimlik),
    reach: 'alone',
    strong: true,
    words: 'tckn tc_kimlik* kimlik* t.c.',
  },
  {
    detector: 'tax-id',
    scheme: 'tr-vkn',
    region: 'TR',
    form: '\\d{10}',
    valid: passes(vkn),
    reach: 'home',
    words: 'vkn vergi_kimlik* vergi_no',
  },
  {
    detector: 'vehicle-plate',
    scheme: 'tr-plate',
    region: 'TR',
    // 81 provinces; one letter goes with four or five digits on new plates, shorter ones are older.
    form: '(?:0[1-9]|[1-7]\\d|8[01])(?: ?[A-PR-VYZ]{1,3} ?|-[A-PR-VYZ]{1,3}-)\\d{2,5}',
    reach: 'record',
    words: 'plaka* plate',
  },
  {
    detector: 'national-id',
    scheme: 'za-id',
    region: 'ZA',
    // Birth date, sequence, citizenship 0 to 2, then 8 or 9 (Department of Home Affairs). stdnum knows no refugees.
    form: '\\d{6} ?\\d{4} ?[0-2][89]\\d',
    valid: (compact) => isShortDate(compact, 'ymd') && luhn(compact),
    reach: 'alone',
    strong: true,
    words: 'south_african_id* rsa_id* id_number identity_number smart_id resident_number',
  },
  {
    detector: 'national-id',
    scheme: 'ng-nin',
    region: 'NG',
    form: '\\d{11}',
    valid: verhoeff,
    reach: 'alone',
    words: 'nin nimc national_identi*',
  },
  {
    detector: 'vehicle-plate',
    scheme: 'ng-plate',
    region: 'NG',
    form: '[A-Z]{3}[ -]?\\d{3}[ -]?[A-Z]{2}',
    reach: 'record',
    words: 'plate vehicle registration',
  },
  {
    detector: 'bank-account',
    scheme: 'ng-nuban',
    region: 'NG',
    form: '\\d{10}',
    reach: 'named',
    words: 'nuban account_number',
  },
  {
    detector: 'national-id',
    scheme: 'il-id',
    region: 'IL',
    form: '\\d{9}',
    valid: passes(ilId),
    reach: 'home',
    words: 'תעודת_זהות ת.ז ת״ז teudat*',
  },
  {
    detector: 'national-id',
    scheme: 'ae-eid',
    region: 'AE',
    form: '784-?\\d{4}-?\\d{7}-?\\d',
    valid: luhn,
    reach: 'record',
    words: 'emirates_id eid',
  },
  {
    detector: 'national-id',
    scheme: 'sa-id',
    region: 'SA',
    form: '[12]\\d{9}',
    valid: luhn,
    reach: 'home',
    words: 'iqama رقم_الهوية الإقامة national_id',
  },
  {
    detector: 'national-id',
    scheme: 'eg-id',
    region: 'EG',
    form: '[23]\\d{13}',
    reach: 'named',
    words: 'الرقم_القومي national_id',
  },
];
