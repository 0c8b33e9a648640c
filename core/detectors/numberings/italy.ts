import { validate as codiceFiscale } from 'stdnum/lib/cjs/it/codicefiscale.js';
import { validate as iva } from 'stdnum/lib/cjs/it/iva.js';
import { luhn } from '../luhn.ts';
import type { Numbering } from '../numbering.ts';
import { passes } from './passes.ts';

const region = 'IT';
/** Digits of a codice fiscale may be letters where two people would share one (DM 23/12/1976). */
const digit = '[0-9LMNPQRSTUV]';

export const italy: readonly Numbering[] = [
  {
    detector: 'tax-id',
    scheme: 'it-codice-fiscale',
    region,
    form: `[A-Z]{6}${digit}{2}[A-EHLMPRST]${digit}{2}[A-Z]${digit}{3}[A-Z]`,
    valid: passes(codiceFiscale),
    reach: 'anywhere',
    words: 'codice_fiscale cod_fisc c.f',
    also: 'national-id',
  },
  {
    detector: 'tax-id',
    scheme: 'it-iva',
    region,
    form: '(?:IT[ ]?)?\\d(?:[ _]?\\d){10}',
    valid: (compact) => {
      const digits = compact.replace(/^IT/, '');
      return !/^0+$/.test(digits) && passes(iva)(digits);
    },
    reach: 'alone',
    words: 'partita_iva p_iva vat p.iva piva iva',
    also: 'company-id',
  },
  {
    detector: 'tax-id',
    scheme: 'it-iva',
    region,
    // The office in the eighth to tenth digit is a province's; test data does not keep to that.
    form: '(?:IT[ ]?)?\\d{11}',
    valid: (compact) => luhn(compact.replace(/^IT/, '')),
    reach: 'home',
    words: 'partita_iva p_iva vat p.iva piva iva',
    also: 'company-id',
  },
  {
    detector: 'national-id',
    scheme: 'it-id-card',
    region,
    form: '[A-Z]{2}[ ]?\\d{7}|[A-Z]{2}\\d{5}[A-Z]{2}|\\d{7}[A-Z]{2}',
    reach: 'alone',
    words: "carta_d'identità carta_di_identità carta_identità carta cie documento documento_di_identità",
  },
  {
    detector: 'driving-licence',
    scheme: 'it-licence',
    region,
    form: '[A-Z]{2}\\d{7}[A-Z]|U1[A-HJ-NP-Z0-9]{7}[A-Z]',
    reach: 'record',
    words: 'patente* licen[cs]e licenza',
  },
  {
    detector: 'passport',
    scheme: 'it-passport',
    region,
    form: '[A-Z]{2}\\d{7}',
    reach: 'alone',
    words: 'passaporto passport',
  },
];
