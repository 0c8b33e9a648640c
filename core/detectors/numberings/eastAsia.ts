import { validate as ric } from 'stdnum/lib/cjs/cn/ric.js';
import { validate as uscc } from 'stdnum/lib/cjs/cn/uscc.js';
import { validate as hkid } from 'stdnum/lib/cjs/hk/hkid.js';
import { validate as jpCn } from 'stdnum/lib/cjs/jp/cn.js';
import { validate as brn } from 'stdnum/lib/cjs/kr/brn.js';
import { validate as natid } from 'stdnum/lib/cjs/tw/natid.js';
import type { Numbering } from '../numbering.ts';
import { isShortDate } from './isShortDate.ts';
import { passes } from './passes.ts';
import { weightedSum } from './weightedSum.ts';

const koreanBirth = '\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';

export const eastAsia: readonly Numbering[] = [
  {
    detector: 'national-id',
    scheme: 'kr-rrn',
    region: 'KR',
    form: `${koreanBirth}-?[1-4]\\d{6}`,
    // The last six digits are random since October 2020, so there is no check digit to count on.
    valid: (compact) => isShortDate(compact, 'ymd'),
    reach: 'alone',
    strong: true,
    words: '주민등록번호 주민번호 rrn resident_registration*',
  },
  {
    detector: 'national-id',
    scheme: 'kr-frn',
    region: 'KR',
    form: `${koreanBirth}-?[5-8]\\d{6}`,
    valid: (compact) => isShortDate(compact, 'ymd'),
    reach: 'alone',
    strong: true,
    words: '외국인등록번호 외국인번호 frn foreigner_registration* alien_registration*',
  },
  {
    detector: 'company-id',
    scheme: 'kr-brn',
    region: 'KR',
    form: '\\d{3}[ -]?\\d{2}[ -]?\\d{5}',
    valid: passes(brn),
    reach: 'alone',
    words: '사업자등록번호 사업자번호 business_registration* brn',
  },
  {
    detector: 'driving-licence',
    scheme: 'kr-licence',
    region: 'KR',
    form: '(?:1[1-9]|2[0-68])[ -]\\d{2}[ -]\\d{6}[ -]\\d{2}|(?:1[1-9]|2[0-68])\\d{10}',
    valid: () => true,
    reach: 'record',
    words: '운전면허* 면허번호 driver* licen[cs]e',
  },
  {
    detector: 'passport',
    scheme: 'kr-passport',
    region: 'KR',
    form: '[MSRODG]\\d{3}[A-Z]\\d{4}',
    reach: 'record',
    words: '여권* passport*',
  },
  {
    detector: 'passport',
    scheme: 'kr-passport',
    region: 'KR',
    form: '[MSRODG]\\d{8}',
    reach: 'alone',
    words: '여권* passport*',
  },
  {
    detector: 'tax-id',
    scheme: 'jp-my-number',
    region: 'JP',
    form: '\\d{4}[ -]?\\d{4}[ -]?\\d{4}',
    valid: myNumber,
    reach: 'home',
    words: 'マイナンバー 個人番号 my_number',
    also: 'national-id',
  },
  {
    detector: 'company-id',
    scheme: 'jp-cn',
    region: 'JP',
    form: 'T?[1-9]\\d{12}',
    valid: (compact) => passes(jpCn)(compact.replace(/^T/, '')),
    reach: 'home',
    words: '法人番号 登録番号 corporate_number',
  },
  {
    detector: 'passport',
    scheme: 'jp-passport',
    region: 'JP',
    form: '[A-Z]{2}\\d{7}',
    reach: 'named',
    words: '旅券* パスポート passport',
  },
  {
    detector: 'driving-licence',
    scheme: 'jp-licence',
    region: 'JP',
    form: '\\d{12}',
    reach: 'named',
    words: '運転免許* 免許証*',
  },
  {
    detector: 'postal-code',
    scheme: 'jp-postal',
    region: 'JP',
    form: '〒? ?\\d{3}-\\d{4}',
    reach: 'home',
    words: '〒 郵便番号',
  },
  {
    detector: 'bank-account',
    scheme: 'jp-account',
    region: 'JP',
    form: '\\d{7}',
    reach: 'named',
    words: '口座番号 普通 口座',
  },
  {
    detector: 'national-id',
    scheme: 'cn-ric',
    region: 'CN',
    form: '[1-8]\\d{5}(?:18|19|20)\\d{9}[0-9X]',
    valid: passes(ric),
    reach: 'record',
    words: '身份证* 身分證* 居民身份证* resident_id* id_card',
  },
  {
    detector: 'company-id',
    scheme: 'cn-uscc',
    region: 'CN',
    form: '[159NY][1239]\\d{6}[0-9A-HJ-NPQRTUWXY]{10}',
    valid: passes(uscc),
    reach: 'record',
    words: '统一社会信用代码 uscc',
  },
  {
    detector: 'passport',
    scheme: 'cn-passport',
    region: 'CN',
    form: '[EGDSPH][A-Z]?\\d{7,8}',
    reach: 'named',
    words: '护照* passport',
  },
  {
    detector: 'vehicle-plate',
    scheme: 'cn-plate',
    region: 'CN',
    form: '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][ ·.]?[A-HJ-NP-Z0-9]{5,6}',
    reach: 'record',
    words: '车牌*',
  },
  {
    detector: 'national-id',
    scheme: 'hk-id',
    region: 'HK',
    form: '[A-Z]{1,2}\\d{6}\\([0-9A]\\)',
    valid: passes(hkid),
    reach: 'record',
    words: 'hkid 身份證*',
  },
  {
    detector: 'national-id',
    scheme: 'tw-id',
    region: 'TW',
    form: '[A-Z][1289]\\d{8}',
    valid: passes(natid),
    reach: 'alone',
    words: '身分證* 身份證* 國民身分證* national_id',
  },
];

/** Ministry ordinance on the My Number: weights 6 5 4 3 2 7 6 5 4 3 2, remainders of 0 and 1 give 0. */
function myNumber(compact: string): boolean {
  const rest = weightedSum(compact, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return (rest <= 1 ? 0 : 11 - rest) === Number(compact.charAt(11));
}
