import type { FieldClass } from './fieldFacts.ts';

/** Autofill field names of the HTML standard (section 4.10.18.7), by what they hold. */
const classOfToken: Readonly<Record<string, FieldClass>> = {
  name: 'name',
  'given-name': 'name',
  'family-name': 'name',
  'additional-name': 'name',
  'honorific-prefix': 'name',
  'honorific-suffix': 'name',
  nickname: 'name',
  email: 'email',
  tel: 'tel',
  'tel-national': 'tel',
  'tel-country-code': 'tel',
  'tel-area-code': 'tel',
  'tel-local': 'tel',
  'tel-local-prefix': 'tel',
  'tel-local-suffix': 'tel',
  'tel-extension': 'tel',
  'street-address': 'street',
  'address-line1': 'street',
  'address-line2': 'street',
  'address-line3': 'street',
  'address-level1': 'locality',
  'address-level2': 'locality',
  'address-level3': 'locality',
  'address-level4': 'locality',
  'postal-code': 'postal',
  country: 'country',
  'country-name': 'country',
  organization: 'organization',
  'organization-title': 'organization',
  'cc-number': 'cc-number',
  'cc-csc': 'cc-csc',
  'cc-exp': 'cc-exp',
  'cc-exp-month': 'cc-exp',
  'cc-exp-year': 'cc-exp',
  'cc-name': 'cc-name',
  'cc-given-name': 'cc-name',
  'cc-family-name': 'cc-name',
  'cc-additional-name': 'cc-name',
  'cc-type': 'cc-other',
  'current-password': 'password',
  'new-password': 'password',
  username: 'username',
  'one-time-code': 'otp',
  bday: 'dob',
  'bday-day': 'dob',
  'bday-month': 'dob',
  'bday-year': 'dob',
  sex: 'gender',
};

/** Class that a valid autocomplete attribute states, or undefined. Section, address and contact tokens are skipped. */
export function classOfAutocomplete(value: string): { class: FieldClass; token: string } | undefined {
  const tokens = value.toLowerCase().trim().split(/\s+/);
  if (tokens.at(-1) === 'webauthn') tokens.pop();
  const token = tokens.at(-1) ?? '';
  const found = Object.hasOwn(classOfToken, token) ? classOfToken[token] : undefined;
  return found ? { class: found, token } : undefined;
}
