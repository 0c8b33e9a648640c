import { validate as cpr } from 'stdnum/lib/cjs/dk/cpr.js';
import { validate as cvr } from 'stdnum/lib/cjs/dk/cvr.js';
import { validate as hetu } from 'stdnum/lib/cjs/fi/hetu.js';
import { validate as ytunnus } from 'stdnum/lib/cjs/fi/ytunnus.js';
import { validate as kennitala } from 'stdnum/lib/cjs/is/kennitala.js';
import { validate as fodselsnummer } from 'stdnum/lib/cjs/no/fodselsnummer.js';
import { validate as noOrgnr } from 'stdnum/lib/cjs/no/orgnr.js';
import { validate as seOrgnr } from 'stdnum/lib/cjs/se/orgnr.js';
import { luhn } from '../luhn.ts';
import type { Numbering } from '../numbering.ts';
import { isShortDate } from './isShortDate.ts';
import { passes } from './passes.ts';

/** Skatteverket SKV 704: Luhn over the last ten digits; 60 is added to the day for those who only stay a while. */
function personnummer(compact: string): boolean {
  const digits = compact.slice(-10);
  const day = Number(digits.slice(4, 6));
  const date = day > 60 ? digits.slice(0, 4) + String(day - 60).padStart(2, '0') : digits;
  return (compact.length === 10 || /^(?:18|19|20)/.test(compact)) && isShortDate(date, 'ymd') && luhn(digits);
}

export const nordic: readonly Numbering[] = [
  {
    detector: 'national-id',
    scheme: 'se-personnummer',
    region: 'SE',
    form: '(?:18|19|20)?\\d{6}[+-]?\\d{4}',
    valid: personnummer,
    reach: 'alone',
    strong: true,
    words: 'personnummer pnr person_nr swedish_id* samordningsnummer',
  },
  {
    detector: 'company-id',
    scheme: 'se-orgnr',
    region: 'SE',
    // The third digit is two or more: that is what tells it from a person's.
    form: '(?:16)?\\d{2}[2-9]\\d{3}-?\\d{4}',
    valid: (compact) => passes(seOrgnr)(compact.slice(-10)),
    reach: 'alone',
    words: 'organisationsnummer org_nr orgnr företag*',
  },
  {
    detector: 'national-id',
    scheme: 'fi-hetu',
    region: 'FI',
    form: '\\d{6}[-+A-FU-Y]\\d{3}[0-9A-FHJ-NPR-Y]',
    // Signs of the century beside + - A since 2023 (DVV).
    valid: (compact) => isShortDate(compact, 'dmy') && finnishCheck(compact),
    reach: 'record',
    words: 'hetu henkilötunnus* henkilotunnus* personbeteckning finnish_id* finnish_personal*',
  },
  {
    detector: 'company-id',
    scheme: 'fi-ytunnus',
    region: 'FI',
    form: '\\d{7}-\\d',
    valid: passes(ytunnus),
    reach: 'home',
    words: 'y-tunnus y_tunnus fo-nummer',
  },
  {
    detector: 'national-id',
    scheme: 'dk-cpr',
    region: 'DK',
    form: '\\d{6}[ -]?\\d{4}',
    valid: passes(cpr),
    reach: 'home',
    words: 'cpr* personnummer',
  },
  {
    detector: 'company-id',
    scheme: 'dk-cvr',
    region: 'DK',
    form: '(?:DK)?\\d{8}',
    valid: (compact) => passes(cvr)(compact.replace(/^DK/, '')),
    reach: 'home',
    words: 'cvr* se-nr',
  },
  {
    detector: 'national-id',
    scheme: 'no-fodselsnummer',
    region: 'NO',
    form: '\\d{6}[ ]?\\d{5}',
    valid: passes(fodselsnummer),
    reach: 'home',
    words: 'fødselsnummer fodselsnummer personnummer d-nummer',
  },
  {
    detector: 'company-id',
    scheme: 'no-orgnr',
    region: 'NO',
    form: '\\d{3}[ ]?\\d{3}[ ]?\\d{3}(?: ?MVA)?',
    valid: (compact) => passes(noOrgnr)(compact.replace(/MVA$/, '')),
    reach: 'home',
    words: 'organisasjonsnummer org_nr orgnr',
  },
  {
    detector: 'national-id',
    scheme: 'is-kennitala',
    region: 'IS',
    form: '\\d{6}-?\\d{4}',
    valid: passes(kennitala),
    reach: 'home',
    words: 'kennitala kt',
  },
];

/** The letter is the remainder of the nine digits by 31; stdnum is asked where the sign is one it knows. */
function finnishCheck(compact: string): boolean {
  const digits = compact.replace(/^(\d{6})[A-Z]?(\d{3}).$/, '$1$2');
  return (
    '0123456789ABCDEFHJKLMNPRSTUVWXY'.charAt(Number(digits) % 31) === compact.at(-1) || passes(hetu)(compact)
  );
}
