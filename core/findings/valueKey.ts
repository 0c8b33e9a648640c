import { normaliseText } from '../detectors/normaliseText.ts';
import type { DetectorId } from './finding.ts';

/** National and international forms of one phone number share their last digits. */
const significantPhoneDigits = 8;
const compact: ReadonlySet<DetectorId> = new Set([
  'payment-card',
  'iban',
  'us-ssn',
  'mac-address',
  'bank-account',
  'national-id',
  'tax-id',
  'company-id',
  'health-id',
  'passport',
  'driving-licence',
  'vehicle-plate',
  'postal-code',
]);

/** The same for two spellings of one value. Raw: stays in memory, and is gone with the scan. */
export function valueKey(detector: DetectorId, written: string): string {
  const plain = normaliseText(written).text.trim();
  if (detector === 'phone') return `phone:${plain.replace(/\D/g, '').slice(-significantPhoneDigits)}`;
  if (compact.has(detector)) return `${detector}:${plain.replace(/[^\p{L}\d]/gu, '').toLowerCase()}`;
  return detector === 'email' ? `email:${plain.toLowerCase()}` : `${detector}:${plain}`;
}
