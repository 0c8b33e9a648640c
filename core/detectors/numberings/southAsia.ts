import type { Numbering } from '../numbering.ts';
import { verhoeff } from './verhoeff.ts';

const region = 'IN';
/** States and union territories on number plates. */
const states =
  '(?:AN|AP|AR|AS|BR|CG|CH|CT|DD|DH|DL|DN|GA|GJ|HP|HR|JH|JK|KA|KL|LA|LD|MH|ML|MN|MP|MZ|NL|OD|OR|PB|PY|RJ|SK|TN|TR|TG|TS|UA|UK|UL|UP|UT|WB)';

export const southAsia: readonly Numbering[] = [
  {
    detector: 'national-id',
    scheme: 'in-aadhaar',
    region,
    form: '[2-9]\\d{11}|[2-9]\\d{3}[ :-]\\d{4}[ :-]\\d{4}',
    valid: (compact) => verhoeff(compact) && compact !== [...compact].reverse().join(''),
    reach: 'alone',
    words: 'aadhaar* aadhar* uidai uid आधार',
  },
  {
    detector: 'national-id',
    scheme: 'in-epic',
    region,
    form: '[A-Z]{3}\\d{7}',
    reach: 'record',
    words: 'voter* epic elector* vote',
  },
  {
    detector: 'tax-id',
    scheme: 'in-pan',
    region,
    // The fourth letter is the kind of holder.
    form: '[A-Z]{5}\\d{4}[A-Z]',
    reach: 'record',
    words: 'pan permanent_account* income_tax',
  },
  {
    detector: 'tax-id',
    scheme: 'in-pan',
    region,
    // Written wrongly, but called one: six letters and four digits in a row.
    form: '[A-Z]{1,6}\\d{4}[A-Z]{0,5}',
    valid: (compact) => compact.length === 10,
    reach: 'named',
    words: 'pan permanent_account*',
  },
  {
    detector: 'tax-id',
    scheme: 'in-gstin',
    region,
    // State, the holder's PAN, entity, Z, check character. States run to 38, with 97 and 99 for what has none.
    form: '(?:0[1-9]|[12]\\d|3[0-7]|97|99)[A-Z]{5}\\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]',
    reach: 'anywhere',
    words: 'gstin gst*',
  },
  {
    detector: 'tax-id',
    scheme: 'in-gstin',
    region,
    // Digits among the holder's first five letters are seen too; the first digit of the state, the Z and the length
    // are still telling.
    form: '(?:0[1-9]|[12]\\d|3[0-7]|97|99)[A-Z0-9]{5}\\d{4}[A-Z][0-9A-Z]Z[0-9A-Z]',
    valid: (compact) => /(?:[A-Z]\d*){3}/.test(compact.slice(2, 7)),
    reach: 'record',
    words: 'gstin gst*',
  },
  {
    detector: 'passport',
    scheme: 'in-passport',
    region,
    form: '[A-PR-WY][1-9]\\d ?\\d{4}[1-9]',
    reach: 'alone',
    words: 'passport*',
  },
  {
    detector: 'vehicle-plate',
    scheme: 'in-plate',
    region,
    form: `${states}[ -]?\\d{1,2}[ -]?[A-Z]{1,3}[ -]?(?!0000)\\d{4}|[2-9]\\d[ -]?BH[ -]?\\d{4}[ -]?[A-HJ-NP-Z]{1,2}`,
    reach: 'record',
    words: 'vehicle plate registration rto',
  },
  {
    detector: 'vehicle-plate',
    scheme: 'in-plate',
    region,
    form: `${states}(?!0000)\\d{4}|I(?!00000)\\d{5}`,
    reach: 'alone',
    words: 'vehicle plate registration rto',
  },
  {
    detector: 'vehicle-plate',
    scheme: 'in-plate',
    region,
    // Diplomats, consuls and the United Nations; the armed forces.
    form: '\\d{1,3}(?:CD|CC|UN)[1-9]\\d{1,3}|\\d{2}[ABCDEFHKPRX]\\d{6}[A-Z]',
    reach: 'alone',
    words: 'vehicle plate rto',
  },
  {
    detector: 'vehicle-plate',
    scheme: 'in-plate',
    region,
    form: '[A-Z]{3}(?!0000)\\d{4}',
    reach: 'home',
    words: 'vehicle plate rto',
  },
  {
    detector: 'bank-account',
    scheme: 'in-ifsc',
    region,
    form: '[A-Z]{4}0[0-9A-Z]{6}',
    reach: 'named',
    words: 'ifsc',
  },
  {
    detector: 'bank-account',
    scheme: 'in-account',
    region,
    form: '\\d{9,18}',
    reach: 'named',
    words: 'account_number account_no a/c',
  },
  {
    detector: 'driving-licence',
    scheme: 'in-licence',
    region,
    form: `${states}[ -]?\\d{2}[ -]?(?:19|20)\\d{2}[ -]?\\d{7}`,
    reach: 'record',
    words: 'driving_licen* dl',
  },
  {
    detector: 'postal-code',
    scheme: 'in-pin',
    region,
    form: '[1-9]\\d{2} ?\\d{3}',
    reach: 'named',
    words: 'pin pincode pin_code',
  },
  {
    detector: 'national-id',
    scheme: 'pk-cnic',
    region: 'PK',
    form: '\\d{5}-\\d{7}-\\d',
    reach: 'record',
    words: 'cnic nic',
  },
];
