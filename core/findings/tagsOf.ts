import type { FieldClass } from '../fields/fieldFacts.ts';
import type { BuiltInDetectorId, Finding, LeakTag } from './finding.ts';
import { isCustomDetector } from './isCustomDetector.ts';

/** Every tag, in the order they are shown in. */
export const leakTags: readonly LeakTag[] = ['pci', 'special-category', 'credential', 'contact', 'identity'];

const tagsOfDetector: Readonly<Record<BuiltInDetectorId, readonly LeakTag[]>> = {
  'payment-card': ['pci'],
  'card-security-code': ['pci'],
  'card-expiry': ['pci'],
  'private-key': ['credential'],
  'api-key': ['credential'],
  jwt: ['credential'],
  'url-credential': ['credential'],
  password: ['credential'],
  cookie: ['credential'],
  email: ['contact', 'identity'],
  phone: ['contact', 'identity'],
  'postal-address': ['contact', 'identity'],
  'postal-code': ['contact'],
  'person-name': ['identity'],
  'birth-date': ['identity'],
  'us-ssn': ['identity'],
  'national-id': ['identity'],
  'tax-id': ['identity'],
  passport: ['identity'],
  'driving-licence': ['identity'],
  'vehicle-plate': ['identity'],
  // A health insurance number says who somebody is; with what stands around it, it is data about health.
  'health-id': ['special-category', 'identity'],
  // An account number is no card data (PCI DSS covers cards only), but it names its holder.
  iban: ['identity'],
  'bank-account': ['identity'],
  'crypto-wallet': ['identity'],
  // A sole trader's number is that of a person.
  'company-id': ['identity'],
  // Online identifiers and location data: GDPR, article 4 (1) and recital 30.
  'ip-address': ['identity'],
  'mac-address': ['identity'],
  coordinates: ['identity'],
};

/** Every detector that a report, a suppression or the command line may name, whether it is run or not. */
export const builtInDetectorIds: readonly string[] = Object.keys(tagsOfDetector);

const tagsOfClass: Readonly<Record<FieldClass, readonly LeakTag[]>> = {
  'cc-number': ['pci'],
  'cc-csc': ['pci'],
  'cc-exp': ['pci'],
  'cc-name': ['pci', 'identity'],
  'cc-other': ['pci'],
  password: ['credential'],
  otp: ['credential'],
  token: ['credential'],
  username: ['credential', 'identity'],
  email: ['contact', 'identity'],
  tel: ['contact', 'identity'],
  street: ['contact', 'identity'],
  locality: ['contact'],
  postal: ['contact'],
  country: [],
  name: ['identity'],
  dob: ['identity'],
  id: ['identity'],
  bank: ['identity'],
  organization: ['identity'],
  // Sex is no special category by itself; origin, religion, orientation and health are.
  gender: ['identity'],
  demographic: ['special-category'],
  'other-personal': [],
  none: [],
};

export const fieldClasses: readonly string[] = Object.keys(tagsOfClass);

/**
 * What a finding is about, for those who filter by it.
 *
 * @param own tags of the custom detector that found it
 * @param field class of the field the value stands in: an address typed as a user name is a credential too
 */
export function tagsOf(
  kind: Finding['kind'],
  field?: FieldClass,
  own: readonly LeakTag[] = [],
): readonly LeakTag[] {
  const ofKind =
    kind.type === 'field'
      ? tagsOfClass[kind.class]
      : isCustomDetector(kind.detector)
        ? own
        : tagsOfDetector[kind.detector];
  const tags = new Set([...ofKind, ...(field === undefined ? [] : tagsOfClass[field])]);
  return leakTags.filter((tag) => tags.has(tag));
}
