import type { FieldPart } from './fieldPart.ts';
import { identityRegions, type PlaceOfIdentity } from './identityRegions.ts';
import type { Person } from './makePerson.ts';

/** The telephone number in the forms that fields ask for, the usual one first. */
export function phoneValues(part: FieldPart, { phone }: Person, place: PlaceOfIdentity): readonly string[] {
  const { dialCode, country } = place;
  if (part === 'dial-code') return [`+${dialCode}`, dialCode, `00${dialCode}`];
  if (part === 'extension') return ['4'];
  const isNorthAmerican = dialCode === '1';
  if (part === 'area-code') return [phone.slice(0, isNorthAmerican ? 3 : 4)];
  const bare = phone.replace(/^0/, '');
  const spaced = isNorthAmerican
    ? phone.replace(/(\d{3})(\d{3})(\d{4})/, '$1-$2-$3')
    : `${phone.slice(0, 5)} ${phone.slice(5)}`;
  const national = [spaced, phone, bare];
  const international = [`+${dialCode} ${isNorthAmerican ? spaced : bare}`, `+${dialCode}${bare}`];
  // Of a country without numbers for fiction there is no national form.
  const isHome = country === 'US' || identityRegions[country]?.phone !== undefined;
  return isHome ? [...national, ...international] : [...international, ...national];
}
