import { validate as beNn } from 'stdnum/lib/cjs/be/nn.js';
import { validate as beVat } from 'stdnum/lib/cjs/be/vat.js';
import { validate as nir } from 'stdnum/lib/cjs/fr/nir.js';
import { validate as siren } from 'stdnum/lib/cjs/fr/siren.js';
import { validate as siret } from 'stdnum/lib/cjs/fr/siret.js';
import { validate as tva } from 'stdnum/lib/cjs/fr/tva.js';
import { validate as bsn } from 'stdnum/lib/cjs/nl/bsn.js';
import { validate as btw } from 'stdnum/lib/cjs/nl/btw.js';
import type { Numbering } from '../numbering.ts';
import { passes } from './passes.ts';

/** France, Belgium, the Netherlands. */
export const france: readonly Numbering[] = [
  {
    detector: 'national-id',
    scheme: 'fr-nir',
    region: 'FR',
    form: '[1-478] ?\\d{2} ?\\d{2} ?(?:\\d{2}|2[AB]) ?\\d{3} ?\\d{3} ?\\d{2}',
    valid: passes(nir),
    reach: 'alone',
    words: 'sécurité_sociale securite_sociale nir insee carte_vitale n°_sécu',
    also: 'health-id',
  },
  { detector: 'company-id', scheme: 'fr-siret', region: 'FR', form: '\\d{3} ?\\d{3} ?\\d{3} ?\\d{5}', valid: passes(siret), reach: 'home', words: 'siret' },
  { detector: 'company-id', scheme: 'fr-siren', region: 'FR', form: '\\d{3} ?\\d{3} ?\\d{3}', valid: passes(siren), reach: 'home', words: 'siren rcs' },
  { detector: 'tax-id', scheme: 'fr-tva', region: 'FR', form: 'FR ?[0-9A-HJ-NP-Z]{2} ?\\d{3} ?\\d{3} ?\\d{3}', valid: passes(tva), reach: 'record', words: 'tva vat' },
  { detector: 'tax-id', scheme: 'fr-spi', region: 'FR', form: '[0-3]\\d ?\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}', reach: 'named', words: 'numéro_fiscal numero_fiscal spi référence_fiscale' },
  { detector: 'national-id', scheme: 'fr-cni', region: 'FR', form: '\\d{12}|[A-Z0-9]{9}', reach: 'named', words: "carte_d'identité carte_nationale* cni", valid: (compact) => /\d{4}/.test(compact) },
  { detector: 'passport', scheme: 'fr-passport', region: 'FR', form: '\\d{2}[A-Z]{2}\\d{5}', reach: 'home', words: 'passeport* passport' },
  { detector: 'driving-licence', scheme: 'fr-licence', region: 'FR', form: '\\d{12}|\\d{2}[A-Z]{2}\\d{5}', reach: 'named', words: 'permis_de_conduire permis' },
  { detector: 'vehicle-plate', scheme: 'fr-plate', region: 'FR', form: '[A-HJ-NP-TV-Z]{2}-\\d{3}-[A-HJ-NP-TV-Z]{2}', reach: 'record', words: 'immatriculation plaque' },
  { detector: 'bank-account', scheme: 'fr-rib', region: 'FR', form: '\\d{5} ?\\d{5} ?[0-9A-Z]{11} ?\\d{2}', reach: 'named', words: 'rib relevé_d’identité compte' },
  {
    detector: 'national-id',
    scheme: 'be-nn',
    region: 'BE',
    form: '\\d{2}[.]?\\d{2}[.]?\\d{2}[ -]?\\d{3}[ .]?\\d{2}',
    valid: passes(beNn),
    reach: 'alone',
    words: 'rijksregisternummer registre_national numéro_national insz niss',
  },
  { detector: 'company-id', scheme: 'be-vat', region: 'BE', form: '(?:BE ?)?[01]\\d{3}[. ]?\\d{3}[. ]?\\d{3}', valid: (compact) => passes(beVat)(compact.replace(/^BE/, '')), reach: 'home', words: 'btw tva kbo bce ondernemingsnummer', also: 'tax-id' },
  { detector: 'national-id', scheme: 'nl-bsn', region: 'NL', form: '\\d{9}|\\d{4}[. ]\\d{2}[. ]\\d{3}', valid: passes(bsn), reach: 'home', words: 'bsn burgerservicenummer sofi*' },
  { detector: 'tax-id', scheme: 'nl-btw', region: 'NL', form: 'NL ?\\d{9}B\\d{2}', valid: (compact) => passes(btw)(compact), reach: 'record', words: 'btw vat omzetbelasting*' },
  { detector: 'company-id', scheme: 'nl-kvk', region: 'NL', form: '\\d{8}', reach: 'named', words: 'kvk kamer_van_koophandel' },
  { detector: 'postal-code', scheme: 'nl-postcode', region: 'NL', form: '[1-9]\\d{3} ?(?!SA|SD|SS)[A-Z]{2}', reach: 'home', words: 'postcode' },
  { detector: 'driving-licence', scheme: 'nl-licence', region: 'NL', form: '\\d{10}', reach: 'named', words: 'rijbewijs*' },
  { detector: 'vehicle-plate', scheme: 'nl-plate', region: 'NL', form: '(?:[A-Z]{2}|\\d{2,3}|[A-Z]{3}|\\d)-(?:[A-Z]{2,3}|\\d{2,3})-(?:[A-Z]{1,2}|\\d{1,2})', reach: 'named', words: 'kenteken' },
];
