import { tokeniseLabel } from '../fields/tokeniseLabel.ts';
import type { FieldRequest } from './fieldRequest.ts';

/** Which part of a name, an address, a date or a number a field asks for; `whole` where nothing says otherwise. */
export type FieldPart =
  | 'whole'
  | 'given'
  | 'family'
  | 'middle'
  | 'prefix'
  | 'second-line'
  | 'house-number'
  | 'state'
  | 'dial-code'
  | 'area-code'
  | 'extension'
  | 'day'
  | 'month'
  | 'year'
  | 'bank-code'
  | 'account';

const partOfToken: Readonly<Record<string, FieldPart>> = {
  'given-name': 'given',
  'family-name': 'family',
  'additional-name': 'middle',
  nickname: 'given',
  'honorific-prefix': 'prefix',
  'honorific-suffix': 'prefix',
  'cc-given-name': 'given',
  'cc-family-name': 'family',
  'cc-additional-name': 'middle',
  'address-line2': 'second-line',
  'address-line3': 'second-line',
  'address-level1': 'state',
  'tel-country-code': 'dial-code',
  'tel-area-code': 'area-code',
  'tel-extension': 'extension',
  'cc-exp-month': 'month',
  'cc-exp-year': 'year',
  'bday-day': 'day',
  'bday-month': 'month',
  'bday-year': 'year',
};

/** By word, of labels and names as `tokeniseLabel` writes them. The first row that has a word of the field decides. */
const wordsOfPart: readonly (readonly [FieldPart, string])[] = [
  [
    'given',
    'first name|firstname|fname|given name|givenname|forename|vorname|prenom|nombre de pila|primer nombre|nome proprio|voornaam|imie|fornamn|fornavn|etunimi|jmeno|keresztnev',
  ],
  [
    'family',
    'last name|lastname|lname|family name|familyname|surname|nachname|familienname|nom de famille|apellido|apellidos|cognome|sobrenome|apelido|achternaam|nazwisko|efternamn|etternavn|efternavn|sukunimi|prijmeni|vezeteknev',
  ],
  ['middle', 'middle name|middlename|middle initial|mname|zweiter vorname|deuxieme prenom|segundo nombre'],
  ['prefix', 'title|salutation|honorific|anrede|titel|civilite|tratamiento|titolo|aanhef'],
  [
    'second-line',
    'line 2|address 2|street 2|apartment|apt|suite|unit|floor|adresszusatz|complement|piso|interno|toevoeging',
  ],
  [
    'house-number',
    'house number|housenumber|house no|hausnummer|haus nr|hausnr|numero civico|huisnummer|streetnumber|street number|nr domu',
  ],
  [
    'state',
    'state|province|region|county|bundesland|provincia|departement|provincie|wojewodztwo|estado|kanton',
  ],
  ['dial-code', 'country code|dial code|dialcode|phone code|landesvorwahl|indicatif|prefijo|ddi'],
  ['area-code', 'area code|areacode|vorwahl|ddd'],
  ['extension', 'extension|ext|durchwahl'],
  ['bank-code', 'routing|sort code|sortcode|bsb|blz|bankleitzahl|bic|swift|bank code|transit|branch'],
  [
    'account',
    'account number|accountnumber|account no|kontonummer|numero de cuenta|numero de compte|rekeningnummer',
  ],
  ['day', 'day|dd|tag|jour|dia|giorno|dag'],
  ['month', 'month|mm|monat|mois|mes|mese|maand|miesiac|manad'],
  ['year', 'year|yyyy|yy|jahr|annee|ano|anno|jaar|rok|ar'],
];

const patterns = wordsOfPart.map(([part, words]) => [part, words.split('|')] as const);

/** @param among the parts that the field's class has; any other is `whole` */
export function fieldPart(request: FieldRequest, among: readonly FieldPart[]): FieldPart {
  const stated = (request.attributes.autocomplete ?? '').toLowerCase().trim().split(/\s+/);
  for (const token of stated.reverse()) {
    const part = Object.hasOwn(partOfToken, token) ? partOfToken[token] : undefined;
    if (part !== undefined && among.includes(part)) return part;
  }
  const { name = '', id = '' } = request.attributes;
  // Its own words first: a heading or a legend speaks of the whole form.
  const own = request.labels.filter(({ kind }) => !remote.has(kind)).map(({ text }) => text);
  for (const text of [...own, name, id]) {
    const found = partIn(` ${tokeniseLabel(text)} `, among);
    if (found) return found;
  }
  return 'whole';
}

const remote: ReadonlySet<string> = new Set(['legend', 'heading', 'described', 'after']);

const joins = / (?:and|und|et|y|e|en|och|i) /;

/** One part; a text that names two ("day and month", "MM/YY", "first and last name") asks for the whole. */
function partIn(tokens: string, among: readonly FieldPart[]): FieldPart | undefined {
  if (joins.test(tokens)) return undefined;
  const found = patterns.filter(
    ([part, words]) => among.includes(part) && words.some((word) => tokens.includes(` ${word} `)),
  );
  return found.length === 1 ? found[0]?.[0] : undefined;
}
