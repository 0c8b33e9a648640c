import type { FieldClass } from '../fields/fieldFacts.ts';
import type { BuiltInDetectorId, DetectorId, Finding, Severity } from './finding.ts';
import { isCustomDetector } from './isCustomDetector.ts';

/** Critical opens an account or spends money; high reaches or names a person; medium helps to; low is a trace. */
const severityOfDetector: Readonly<Record<BuiltInDetectorId, Severity>> = {
  'payment-card': 'critical',
  'card-security-code': 'critical',
  'us-ssn': 'critical',
  'national-id': 'critical',
  passport: 'critical',
  'private-key': 'critical',
  'api-key': 'critical',
  jwt: 'critical',
  'url-credential': 'critical',
  password: 'critical',
  cookie: 'critical',
  email: 'high',
  phone: 'high',
  iban: 'high',
  'bank-account': 'high',
  'tax-id': 'high',
  'health-id': 'high',
  'driving-licence': 'high',
  'birth-date': 'high',
  'postal-address': 'high',
  'person-name': 'high',
  'card-expiry': 'medium',
  'company-id': 'medium',
  'vehicle-plate': 'medium',
  coordinates: 'medium',
  'crypto-wallet': 'medium',
  'postal-code': 'low',
  'ip-address': 'low',
  'mac-address': 'low',
};

const severityOfClass: Readonly<Record<FieldClass, Severity>> = {
  'cc-number': 'critical',
  'cc-csc': 'critical',
  password: 'critical',
  otp: 'critical',
  token: 'critical',
  id: 'critical',
  bank: 'high',
  email: 'high',
  tel: 'high',
  name: 'high',
  street: 'high',
  dob: 'high',
  username: 'high',
  'cc-name': 'high',
  demographic: 'high',
  'cc-exp': 'medium',
  gender: 'medium',
  locality: 'medium',
  postal: 'medium',
  'other-personal': 'medium',
  'cc-other': 'low',
  organization: 'low',
  country: 'low',
  none: 'low',
};

/** Of a custom detector its org says how severe it is; until somebody does it is taken as high. */
export function severityOf(kind: Finding['kind']): Severity {
  if (kind.type === 'field') return severityOfClass[kind.class];
  return isCustomDetector(kind.detector) ? 'high' : severityOfDetector[kind.detector];
}

/** For sorting: the most severe first. */
export const severityRank: Readonly<Record<Severity, number>> = { critical: 0, high: 1, medium: 2, low: 3 };

/** Whether this is the id of a detector that is known here, or one that an org may have written. */
export function isDetectorId(id: string): id is DetectorId {
  return Object.hasOwn(severityOfDetector, id) || /^custom:[a-z0-9-]{1,64}$/.test(id);
}
