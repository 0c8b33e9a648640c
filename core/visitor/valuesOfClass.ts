import type { FieldClass } from '../fields/fieldFacts.ts';
import { dateAsShown, dateOfType, type PlainDate, partOfDate, writtenDates } from './dateText.ts';
import { type FieldPart, fieldPart } from './fieldPart.ts';
import type { FieldRequest } from './fieldRequest.ts';
import type { PlaceOfIdentity } from './identityRegions.ts';
import type { Person } from './makePerson.ts';
import { phoneValues } from './phoneValues.ts';

interface Asked {
  readonly request: FieldRequest;
  readonly person: Person;
  readonly place: PlaceOfIdentity;
  /** Which of these the field asks for. */
  readonly part: (...among: FieldPart[]) => FieldPart;
}

type ValuesOf = (asked: Asked) => readonly string[];

/** Every class has its row: best first, shorter and stricter forms after it. */
const valuesBy: Readonly<Record<FieldClass, ValuesOf>> = {
  name: nameValues,
  'cc-name': nameValues,
  email: ({ person }) => [
    `${person.mail.toLowerCase()}@example.org`,
    `${person.mail.toLowerCase().slice(0, 6)}@example.org`,
  ],
  tel: ({ part, person, place }) => phoneValues(part('dial-code', 'area-code', 'extension'), person, place),
  street: streetValues,
  locality: localityValues,
  postal: ({ person }) => [person.postal, person.postal.replaceAll(/[ -]/g, '')],
  country: ({ place }) => [countryName(place), place.country],
  organization: ({ person }) => [`${person.other} Testworks`, person.other],
  'cc-number': ({ person }) => [person.card, person.card.replaceAll(/(\d{4})(?=\d)/g, '$1 ')],
  'cc-csc': ({ person }) => [person.csc, `${person.csc}9`],
  'cc-exp': expiryValues,
  'cc-other': ({ person }) => [person.card.startsWith('4') ? 'Visa' : 'Mastercard', '1'],
  password: ({ person }) => [
    person.password,
    `Tst!${person.otp.slice(0, 4)}`,
    person.otp,
    person.otp.slice(0, 4),
  ],
  username: ({ person }) => [
    person.username,
    person.username.replaceAll(/[^a-z\d]/g, ''),
    `${person.mail.toLowerCase()}@example.org`,
  ],
  otp: ({ person }) => [person.otp, person.otp.slice(0, 4), person.otp.slice(0, 1)],
  dob: birthValues,
  id: ({ place }) => place.ids.flatMap((id) => [id, id.replaceAll(/[^\dA-Z]/g, '')]),
  gender: () => ['diverse', 'divers', 'other', 'non-binary', 'female', 'weiblich', 'x'],
  bank: bankValues,
  token: ({ person }) => [person.token, person.token.replaceAll(/[^a-zA-Z\d]/g, '')],
  demographic: ({ person }) => [person.other],
  'other-personal': otherValues,
  none: otherValues,
};

/** What the person would write into a field of this class, best first; what does not fit is sorted out later. */
export function valuesOfClass(
  found: FieldClass,
  request: FieldRequest,
  person: Person,
  place: PlaceOfIdentity,
): readonly string[] {
  return valuesBy[found]({ request, person, place, part: (...among) => fieldPart(request, among) });
}

function nameValues({ part, person }: Asked): readonly string[] {
  const { given, middle, family } = person;
  const asked = part('given', 'family', 'middle', 'prefix');
  if (asked === 'given') return [given];
  if (asked === 'family') return [family];
  if (asked === 'middle') return [middle, middle.slice(0, 1)];
  if (asked === 'prefix') return ['Dr.', 'Dr', 'Mx'];
  return [`${given} ${family}`, family];
}

function streetValues({ part, person, place }: Asked): readonly string[] {
  const asked = part('second-line', 'house-number');
  if (asked === 'second-line') return [`${person.other} 3`, person.other];
  if (asked === 'house-number') return [person.house];
  return [place.street(person.street, person.house), person.street];
}

/** A state is chosen by its name; where it is typed a real one would be found all over the page. */
function localityValues({ part, request, person, place }: Asked): readonly string[] {
  if (part('state') !== 'state') return [person.city];
  return request.choices === undefined ? [person.region] : place.states;
}

/** In the words of the page's readers where the host knows them. */
function countryName({ language, country }: PlaceOfIdentity): string {
  try {
    return new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country;
  } catch (error) {
    // No country of this code, or no language of this name.
    if (error instanceof RangeError) return country;
    throw error;
  }
}

function expiryValues({ part, request, person }: Asked): readonly string[] {
  const { expiry } = person;
  const month = String(expiry.month).padStart(2, '0');
  const short = String(expiry.year % 100);
  return [
    ...typed(request, expiry),
    ...(partOfDate(part('month', 'year'), expiry) ?? []),
    ...shown(request, expiry, 'expiry'),
    `${month}/${short}`,
    `${month}${short}`,
    `${month}/${expiry.year}`,
    ...(request.choices || request.maxLength === 2 ? [month, short] : []),
  ];
}

function birthValues({ part, request, person, place }: Asked): readonly string[] {
  const { birth } = person;
  return [
    ...typed(request, birth),
    ...(partOfDate(part('day', 'month', 'year'), birth) ?? []),
    ...shown(request, birth, 'birth'),
    ...writtenDates(birth, place),
    ...(request.type === 'number' || request.maxLength === 4 ? [String(birth.year)] : []),
  ];
}

function bankValues({ part, place }: Asked): readonly string[] {
  const asked = part('bank-code', 'account');
  if (asked === 'bank-code') return [place.bankCode];
  if (asked === 'account' || place.iban === undefined) return [place.account];
  return [place.iban, place.account];
}

/** Anything: what is asked for is not known. A number stays small, it may be how many of something are bought. */
function otherValues({ request, person }: Asked): readonly string[] {
  const { type, tag, min = '', max = '' } = request;
  if (type === 'number') return [min === '' ? '1' : min];
  const date = dateOfType(type, { year: 2031, month: 5, day: 17 });
  if (date !== undefined) return [min === '' ? date : min, max];
  const word = person.other;
  if (type === 'email') return [`${word.toLowerCase()}@example.org`];
  if (type === 'url') return [`https://example.org/${word.toLowerCase()}`];
  const long = tag === 'textarea' ? [`${word} ${person.street} ${person.middle}`] : [];
  return [...long, word, person.otp];
}

function typed(request: FieldRequest, date: PlainDate): string[] {
  const found = dateOfType(request.type, date);
  return found === undefined ? [] : [found];
}

function shown(request: FieldRequest, date: PlainDate, kind: 'birth' | 'expiry'): string[] {
  const found = dateAsShown(request, date, kind);
  return found === undefined ? [] : [found];
}
