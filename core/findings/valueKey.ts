import { normaliseText } from '../detectors/normaliseText.ts';
import type { DetectorId } from './finding.ts';
import { isCustomDetector } from './isCustomDetector.ts';

/** National and international forms of one phone number share their last digits. */
const significantPhoneDigits = 8;
/** Each character counts, capitals too. */
const exact: ReadonlySet<DetectorId> = new Set([
  'password',
  'api-key',
  'jwt',
  'private-key',
  'cookie',
  'url-credential',
  'crypto-wallet',
]);
/** Their marks count: 1.23.4.5 is not 12.3.4.5. */
const marked: ReadonlySet<DetectorId> = new Set([
  'email',
  'ip-address',
  'coordinates',
  'person-name',
  'postal-address',
]);

/** The same for two spellings of one value. Raw: stays in memory, and is gone with the scan. */
export function valueKey(detector: DetectorId, written: string): string {
  const plain = normaliseText(written).text.trim();
  if (exact.has(detector) || isCustomDetector(detector)) return `${detector}:${plain}`;
  if (detector === 'phone') return `phone:${plain.replace(/\D/g, '').slice(-significantPhoneDigits)}`;
  if (marked.has(detector)) return `${detector}:${plain.replace(/\s+/g, ' ').toLowerCase()}`;
  return `${detector}:${plain.replace(/[^\p{L}\d]/gu, '').toLowerCase()}`;
}
