import type { Translate } from '../messages/translate.ts';
import type { DetectorId, Finding } from './finding.ts';
import { isCustomDetector } from './isCustomDetector.ts';

/** What a finding is, as people call it. */
export function kindWords(kind: Finding['kind'], t: Translate): string {
  return kind.type === 'value' ? detectorWords(kind.detector, t) : t(`fieldClass.${kind.class}`);
}

/** A detector that an org wrote has only the name it was given. */
export function detectorWords(id: DetectorId, t: Translate): string {
  return isCustomDetector(id)
    ? t('detector.custom', { name: id.slice('custom:'.length).replaceAll('-', ' ') })
    : t(`detector.${id}`);
}
