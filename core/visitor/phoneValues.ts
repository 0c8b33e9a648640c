import type { FieldPart } from './fieldPart.ts';
import { identityRegions, type PlaceOfIdentity } from './identityRegions.ts';
import type { Person } from './makePerson.ts';

/** The telephone number in the forms that fields ask for, the usual one first. */
export function phoneValues(part: FieldPart, { phone }: Person, place: PlaceOfIdentity): readonly string[] {
  const { dialCode, country } = place;
  if (part === 'dial-code') return [`+${dialCode}`, dialCode, `00${dialCode}`];
  if (part === 'extension') return ['4'];
  const digits = phone.replaceAll(/\D/g, '');
  if (part === 'area-code') return [/^\d+/.exec(phone)?.[0] ?? digits.slice(0, 3)];
  const bare = digits.replace(/^0/, '');
  const national = [phone, digits, bare];
  const international = [`+${dialCode} ${phone.replace(/^0/, '')}`, `+${dialCode}${bare}`];
  // Of a country without numbers for fiction there is no national form.
  const isHome = country === 'US' || identityRegions[country]?.phone !== undefined;
  return isHome ? [...national, ...international] : [...international, ...national];
}
