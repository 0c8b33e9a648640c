import { validate as idnr } from 'stdnum/lib/cjs/de/idnr.js';
import { validate as svnr } from 'stdnum/lib/cjs/de/svnr.js';
import { validate as vat } from 'stdnum/lib/cjs/de/vat.js';
import type { Numbering } from '../numbering.ts';
import { icaoCheck } from './icaoCheck.ts';
import { passes } from './passes.ts';
import { weightedSum } from './weightedSum.ts';

const region = 'DE';
/** Letters of serial numbers since 2010 leave out vowels and what looks like a digit (BMI, Dokumentenseriennummer). */
const serial = 'CFGHJKLMNPRTVWXYZ0-9';
/** Regions of the associations of physicians, KBV Arztnummern-Richtlinie, Anlage 1. */
const physicianRegions = new Set('01 02 03 17 20 35 38 46 51 52 71 72 73 74 78 83 88 93 98'.split(' '));

export const germany: readonly Numbering[] = [
  {
    detector: 'national-id',
    scheme: 'de-id-card',
    region,
    form: `[LMNPRTVWXY][${serial}]{8}\\d?`,
    // Nine characters; the check digit follows in the machine-readable zone only. The first cards of this form had a T
    // and eight digits, later ones mix both, and leave out all vowels.
    valid: (compact) =>
      compact.length === 9
        ? /^T\d{8}$/.test(compact) ||
          (/^.\d*[A-Z]/.test(compact) && /\d.*\d/.test(compact)) ||
          icaoCheck(compact)
        : /\d.*\d/.test(compact) && icaoCheck(compact),
    looseWhenNamed: true,
    reach: 'alone',
    words:
      'personalausweis* ausweis ausweisnummer ausweis-nr ausweis_nr ausweisdokument* identity_card id_card',
  },
  {
    detector: 'national-id',
    scheme: 'de-svnr',
    region,
    form: '\\d{2}[ -]?\\d{6}[ -]?[A-Z][ -]?\\d{3}',
    valid: (compact) => passes(svnr)(compact) || pensionNumber(compact),
    reach: 'record',
    words: 'rvnr svnr sozialversicherung* rentenversicherung* versicherungsnummer',
    also: 'health-id',
  },
  {
    detector: 'tax-id',
    scheme: 'de-idnr',
    region,
    form: '[1-9]\\d(?:[ ]?\\d{3}){3}',
    // BZSt: among the first ten one digit stands two or three times, never three in a row. stdnum does not look at that.
    valid: (compact) => passes(idnr)(compact) && !/(\d)\1\1/.test(compact.slice(0, 10)),
    reach: 'alone',
    strong: true,
    words: 'steuer_id* steueridentifikation* idnr identifikationsnummer tin',
  },
  {
    detector: 'tax-id',
    scheme: 'de-stnr',
    region,
    form: '(?:0[1-9]|1[0-6])\\d{11}|\\d{2,3}/\\d{3,4}/\\d{4,5}',
    reach: 'alone',
    words: 'steuernummer steuer_nr st_nr st.-nr finanzamt steuerbescheid',
  },
  {
    detector: 'tax-id',
    scheme: 'de-vat',
    region,
    form: 'DE[ .]?\\d{3}[ .]?\\d{3}[ .]?\\d{3}',
    valid: passes(vat),
    reach: 'record',
    words: 'ust_id* ustid* umsatzsteuer* vat_id vat mwst* mehrwertsteuer*',
  },
  {
    detector: 'company-id',
    scheme: 'de-hr',
    region,
    form: 'HR ?[AB][ -]?\\d{1,6}(?: ?[A-Z]{1,2}(?![A-Za-z]))?',
    reach: 'record',
    words: 'handelsregister* registergericht amtsgericht',
  },
  {
    detector: 'health-id',
    scheme: 'de-kvnr',
    region,
    form: '[A-Z]\\d{9}',
    // Two digits for the letter, then weights 1 and 2 in turn with digit sums (§ 290 SGB V).
    valid: (compact) => {
      const digits = String(compact.charCodeAt(0) - 64).padStart(2, '0') + compact.slice(1, 9);
      const sum = [...digits].reduce((all, digit, index) => {
        const product = Number(digit) * (index % 2 === 0 ? 1 : 2);
        return all + (product > 9 ? product - 9 : product);
      }, 0);
      return sum % 10 === Number(compact.charAt(9));
    },
    reach: 'record',
    words: 'kvnr krankenversicher* krankenkasse* egk* versicherten* gesundheitskarte gkv aok tkk barmer dak',
  },
  {
    detector: 'health-id',
    scheme: 'de-lanr',
    region,
    form: '\\d{9}',
    // KBV Arztnummern-Richtlinie § 4: weights 4 and 9 in turn over six digits.
    valid: (compact) =>
      String((10 - (weightedSum(compact, [4, 9, 4, 9, 4, 9]) % 10)) % 10) === compact.charAt(6) &&
      !/^0{6}/.test(compact),
    reach: 'alone',
    words: 'lanr arztnummer arzt_nr arzt_nummer physician_number doctor_number',
  },
  {
    detector: 'health-id',
    scheme: 'de-bsnr',
    region,
    form: '\\d{9}',
    valid: (compact) => physicianRegions.has(compact.slice(0, 2)),
    looseWhenNamed: true,
    reach: 'alone',
    words: 'bsnr betriebsstätte* nebenbetriebsstätte* hauptbetriebsstätte* praxisnummer kv_nummer',
  },
  {
    detector: 'passport',
    scheme: 'de-passport',
    region,
    form: `[CFGHJKLMNPRTVWXYZ][${serial}]{8}\\d?`,
    valid: (compact) => /\d.*\d/.test(compact) && icaoCheck(compact),
    looseWhenNamed: true,
    reach: 'alone',
    words: 'reisepass* pass-nr pass_nr passnummer passport* dokumentennummer ausweisdokument*',
  },
  {
    detector: 'driving-licence',
    scheme: 'de-licence',
    region,
    form: '[A-Z]{2}\\d{8}[A-Z0-9]|[A-Z]\\d{2}[A-Z0-9]{6}\\d[A-Z0-9]',
    reach: 'record',
    words: 'führerschein* fuehrerschein* fahrerlaubnis*',
  },
  {
    detector: 'vehicle-plate',
    scheme: 'de-plate',
    region,
    form: '[A-ZÄÖÜ]{1,3}[ -][A-Z]{1,2}[ -]?[1-9]\\d{0,3}[EH]?',
    reach: 'alone',
    words: 'kennzeichen kfz* nummernschild* fahrzeug* pkw lkw zulassung*',
  },
  {
    detector: 'bank-account',
    scheme: 'de-account',
    region,
    form: '\\d{5,10}|\\d{3} \\d{3} \\d{2}',
    reach: 'named',
    words: 'kontonummer konto_nr kto ktonr blz bankleitzahl',
  },
  {
    detector: 'postal-code',
    scheme: 'de-plz',
    region,
    // 01001 is the lowest, 00 and a few more are not in use.
    form: '(?!01000)(?:0[1-9]|[1-9]\\d)\\d{3}',
    valid: (compact) => compact >= '01001' && compact <= '99998',
    reach: 'alone',
    words: 'plz postleitzahl postanschrift wohnort lieferadresse rechnungsadresse',
  },
];

/**
 * VKVV § 4: two digits for the letter, weights, digit sums. Where a birthday has been given out already, 50 is added to
 * the day, which stdnum takes for no date.
 */
function pensionNumber(compact: string): boolean {
  const day = Number(compact.slice(2, 4)) % 50;
  const month = Number(compact.slice(4, 6));
  if (day < 1 || day > 31 || month < 1 || month > 12) return false;
  const letter = String(compact.charCodeAt(8) - 64).padStart(2, '0');
  const weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
  const sum = [...(compact.slice(0, 8) + letter + compact.slice(9, 11))].reduce((all, digit, index) => {
    const product = Number(digit) * (weights[index] ?? 0);
    return all + Math.floor(product / 10) + (product % 10);
  }, 0);
  return sum % 10 === Number(compact.charAt(11));
}
