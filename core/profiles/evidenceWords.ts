import type { Translate } from '../messages/translate.ts';
import type { Measurement } from './documented/measuredPolicy.ts';
import type { ProfileEvidence } from './profile.ts';

/**
 * "Documented, not verified", or against which package a profile is verified: said wherever a recorder is named.
 *
 * @param measured what was measured of a documented one, where something was
 */
export function evidenceWords(
  evidence: ProfileEvidence,
  t: Translate,
  measured?: Pick<Measurement, 'date'> | undefined,
): string {
  if (evidence.kind === 'documented')
    return measured ? t('measured.evidence', { date: measured.date }) : t('evidence.documented');
  return t(`evidence.${evidence.kind}`, { package: evidence.package, version: evidence.version });
}
