import { validate as atUid } from 'stdnum/lib/cjs/at/uid.js';
import { validate as atVnr } from 'stdnum/lib/cjs/at/vnr.js';
import { validate as egn } from 'stdnum/lib/cjs/bg/egn.js';
import { validate as chSsn } from 'stdnum/lib/cjs/ch/ssn.js';
import { validate as chUid } from 'stdnum/lib/cjs/ch/uid.js';
import { validate as czRc } from 'stdnum/lib/cjs/cz/rc.js';
import { validate as eeIk } from 'stdnum/lib/cjs/ee/ik.js';
import { validate as amka } from 'stdnum/lib/cjs/gr/amka.js';
import { validate as oib } from 'stdnum/lib/cjs/hr/oib.js';
import { validate as asmens } from 'stdnum/lib/cjs/lt/asmens.js';
import { validate as nip } from 'stdnum/lib/cjs/pl/nip.js';
import { validate as regon } from 'stdnum/lib/cjs/pl/regon.js';
import { validate as cnp } from 'stdnum/lib/cjs/ro/cnp.js';
import { validate as inn } from 'stdnum/lib/cjs/ru/inn.js';
import { validate as emso } from 'stdnum/lib/cjs/si/emso.js';
import type { Numbering } from '../numbering.ts';
import { passes } from './passes.ts';
import { peselCheck } from './peselCheck.ts';
import { weightedSum } from './weightedSum.ts';

/** From Switzerland to Russia. */
export const centralEurope: readonly Numbering[] = [
  {
    detector: 'national-id',
    scheme: 'pl-pesel',
    region: 'PL',
    form: '\\d{11}',
    valid: peselCheck,
    reach: 'alone',
    strong: true,
    words: 'pesel',
  },
  {
    detector: 'tax-id',
    scheme: 'pl-nip',
    region: 'PL',
    form: '(?:PL)?\\d{3}[ -]?\\d{3}[ -]?\\d{2}[ -]?\\d{2}|\\d{3}-\\d{2}-\\d{2}-\\d{3}',
    valid: (compact) => passes(nip)(compact.replace(/^PL/, '')),
    reach: 'home',
    words: 'nip',
  },
  {
    detector: 'company-id',
    scheme: 'pl-regon',
    region: 'PL',
    form: '\\d{9}|\\d{14}',
    valid: passes(regon),
    reach: 'home',
    words: 'regon',
  },
  {
    detector: 'national-id',
    scheme: 'pl-id-card',
    region: 'PL',
    form: '[A-Z]{3} ?\\d{6}',
    valid: (compact) => weightedSum(compact, [7, 3, 1, 9, 7, 3, 1, 7, 3]) % 10 === 0,
    reach: 'home',
    words: 'dowód* dowod* nr_dowodu',
  },
  {
    detector: 'national-id',
    scheme: 'cz-rc',
    region: 'CZ',
    form: '\\d{6}/?\\d{3,4}',
    valid: passes(czRc),
    reach: 'home',
    words: 'rodné_číslo rodne_cislo rč r.č',
  },
  {
    detector: 'national-id',
    scheme: 'sk-rc',
    region: 'SK',
    form: '\\d{6}/?\\d{3,4}',
    valid: passes(czRc),
    reach: 'home',
    words: 'rodné_číslo rodne_cislo r.č',
  },
  {
    detector: 'company-id',
    scheme: 'cz-ico',
    region: 'CZ',
    form: '\\d{8}',
    reach: 'named',
    words: 'ičo ico ič',
  },
  {
    detector: 'tax-id',
    scheme: 'hu-tax',
    region: 'HU',
    form: '8\\d{9}|\\d{8}-\\d-\\d{2}',
    reach: 'named',
    words: 'adóazonosító* adószám*',
  },
  {
    detector: 'health-id',
    scheme: 'hu-taj',
    region: 'HU',
    form: '\\d{3}[ -]?\\d{3}[ -]?\\d{3}',
    valid: (compact) => weightedSum(compact, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 === Number(compact.charAt(8)),
    reach: 'named',
    words: 'taj*',
  },
  {
    detector: 'national-id',
    scheme: 'ro-cnp',
    region: 'RO',
    form: '[1-9]\\d{12}',
    valid: passes(cnp),
    reach: 'home',
    words: 'cnp cod_numeric*',
  },
  {
    detector: 'national-id',
    scheme: 'bg-egn',
    region: 'BG',
    form: '\\d{10}',
    valid: passes(egn),
    reach: 'home',
    words: 'егн egn',
  },
  {
    detector: 'national-id',
    scheme: 'gr-amka',
    region: 'GR',
    form: '\\d{11}',
    valid: passes(amka),
    reach: 'home',
    words: 'αμκα amka',
    also: 'health-id',
  },
  { detector: 'tax-id', scheme: 'gr-afm', region: 'GR', form: '\\d{9}', reach: 'named', words: 'αφμ afm' },
  {
    detector: 'national-id',
    scheme: 'hr-oib',
    region: 'HR',
    form: '\\d{11}',
    valid: passes(oib),
    reach: 'home',
    words: 'oib',
  },
  {
    detector: 'national-id',
    scheme: 'si-emso',
    region: 'SI',
    form: '\\d{13}',
    valid: passes(emso),
    reach: 'home',
    words: 'emšo emso',
  },
  {
    detector: 'national-id',
    scheme: 'ee-ik',
    region: 'EE',
    form: '[1-8]\\d{10}',
    valid: passes(eeIk),
    reach: 'home',
    words: 'isikukood',
  },
  {
    detector: 'national-id',
    scheme: 'lt-ak',
    region: 'LT',
    form: '[1-8]\\d{10}',
    valid: passes(asmens),
    reach: 'home',
    words: 'asmens_kodas asmens_kodo',
  },
  {
    detector: 'national-id',
    scheme: 'lv-pk',
    region: 'LV',
    form: '\\d{6}-?\\d{5}',
    reach: 'named',
    words: 'personas_kods',
  },
  {
    detector: 'national-id',
    scheme: 'ch-ahv',
    region: 'CH',
    form: '756[. ]?\\d{4}[. ]?\\d{4}[. ]?\\d{2}',
    valid: passes(chSsn),
    reach: 'record',
    words: 'ahv* avs* oasi sozialversicherungsnummer',
    also: 'health-id',
  },
  {
    detector: 'company-id',
    scheme: 'ch-uid',
    region: 'CH',
    form: 'CHE[ -]?\\d{3}[. ]?\\d{3}[. ]?\\d{3}',
    valid: passes(chUid),
    reach: 'record',
    words: 'uid mwst ide',
  },
  {
    detector: 'national-id',
    scheme: 'at-svnr',
    region: 'AT',
    form: '[1-9]\\d{3}[ ]?\\d{6}',
    valid: passes(atVnr),
    reach: 'home',
    words: 'sozialversicherungsnummer svnr sv-nr',
    also: 'health-id',
  },
  {
    detector: 'tax-id',
    scheme: 'at-uid',
    region: 'AT',
    form: 'ATU ?\\d{8}',
    valid: passes(atUid),
    reach: 'record',
    words: 'uid ust',
  },
  {
    detector: 'tax-id',
    scheme: 'ru-inn',
    region: 'RU',
    form: '\\d{10}|\\d{12}',
    valid: passes(inn),
    reach: 'home',
    words: 'инн inn',
  },
  {
    detector: 'national-id',
    scheme: 'ru-snils',
    region: 'RU',
    form: '\\d{3}-\\d{3}-\\d{3}[ -]\\d{2}',
    valid: snils,
    reach: 'record',
    words: 'снилс snils',
  },
  {
    detector: 'passport',
    scheme: 'ru-passport',
    region: 'RU',
    form: '\\d{2} ?\\d{2} ?\\d{6}',
    reach: 'named',
    words: 'паспорт* passport серия',
  },
  {
    detector: 'tax-id',
    scheme: 'ua-rntrc',
    region: 'UA',
    form: '\\d{10}',
    reach: 'named',
    words: 'іпн рнокпп інн',
  },
];

/** Pension Fund of Russia: weights 9 to 1, modulo 101, 100 counts as 0. */
function snils(compact: string): boolean {
  const check = (weightedSum(compact, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100;
  return check === Number(compact.slice(9));
}
