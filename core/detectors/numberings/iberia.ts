import { validate as dni } from 'stdnum/lib/cjs/es/dni.js';
import { validate as nie } from 'stdnum/lib/cjs/es/nie.js';
import { validate as nif } from 'stdnum/lib/cjs/es/nif.js';
import { validate as nss } from 'stdnum/lib/cjs/es/nss.js';
import { validate as ptCc } from 'stdnum/lib/cjs/pt/cc.js';
import { validate as ptNif } from 'stdnum/lib/cjs/pt/nif.js';
import type { Numbering } from '../numbering.ts';
import { passes } from './passes.ts';

/** Letters and digits only; leading zeros of the number may be left out on paper. */
const spanishId = (compact: string) => passes(dni)(compact.padStart(9, '0'));

export const iberia: readonly Numbering[] = [
  {
    detector: 'national-id',
    scheme: 'es-nif',
    region: 'ES',
    form: '\\d{7,8}[ -]?[A-Z]|\\d{1,2}\\.\\d{3}\\.\\d{3}[ -]?[A-Z]',
    valid: spanishId,
    reach: 'record',
    words: 'dni nif documento_nacional* identificación',
    also: 'tax-id',
  },
  {
    detector: 'national-id',
    scheme: 'es-nie',
    region: 'ES',
    form: '[XYZ][ -]?\\d{7}[ -]?[A-Z]',
    valid: passes(nie),
    reach: 'record',
    words: 'nie extranjero identificación',
    also: 'tax-id',
  },
  {
    detector: 'tax-id',
    scheme: 'es-cif',
    region: 'ES',
    form: '(?:ES)?[ABCDEFGHJKLMNPQRSUVW][ -]?\\d{7}[ -]?[0-9A-J]',
    valid: (compact) => passes(nif)(compact.replace(/^ES/, '')),
    reach: 'home',
    words: 'cif nif iva vat',
    also: 'company-id',
  },
  {
    detector: 'health-id',
    scheme: 'es-nss',
    region: 'ES',
    form: '\\d{2}[ /-]?\\d{8}[ /-]?\\d{2}',
    valid: passes(nss),
    reach: 'home',
    words: 'seguridad_social nss afiliación',
    also: 'national-id',
  },
  {
    detector: 'passport',
    scheme: 'es-passport',
    region: 'ES',
    form: '[A-Z]{3}\\d{6}',
    reach: 'record',
    words: 'pasaporte passport',
  },
  {
    detector: 'tax-id',
    scheme: 'pt-nif',
    region: 'PT',
    form: '(?:PT)?[1-35689]\\d{2}[ .]?\\d{3}[ .]?\\d{3}',
    valid: (compact) => passes(ptNif)(compact.replace(/^PT/, '')),
    reach: 'home',
    words: 'nif contribuinte nipc',
  },
  {
    detector: 'national-id',
    scheme: 'pt-cc',
    region: 'PT',
    form: '\\d{8}[ ]?\\d[ ]?[A-Z0-9]{2}\\d',
    valid: passes(ptCc),
    reach: 'home',
    words: 'cartão_de_cidadão cartao_de_cidadao bilhete_de_identidade',
  },
];
