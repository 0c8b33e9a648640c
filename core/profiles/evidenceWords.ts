import type { Translate } from '../messages/translate.ts';
import type { ProfileEvidence } from './profile.ts';

/** "Documented, not verified", or against which package a profile is verified: said wherever a recorder is named. */
export function evidenceWords(evidence: ProfileEvidence, t: Translate): string {
  if (evidence.kind === 'documented') return t('evidence.documented');
  return t(`evidence.${evidence.kind}`, { package: evidence.package, version: evidence.version });
}
