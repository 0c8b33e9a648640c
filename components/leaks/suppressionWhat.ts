import type { DetectorId } from '../../core/findings/finding.ts';
import { detectorWords } from '../../core/findings/kindWords.ts';
import type { Suppression } from '../../core/leakSettings/leakSettings.ts';
import type { Translate } from '../../core/messages/translate.ts';

const fieldPrefix = 'field:';

/** What a suppression speaks of, in one line: kind, place, page. */
export function suppressionWhat({ detector, selector, page }: Suppression, t: Translate): string {
  const parts = [
    detector === undefined ? t('suppressed.anyKind') : kindOf(detector, t),
    ...(selector === undefined ? [] : [t('suppressed.at', { selector })]),
    ...(page === undefined ? [] : [t('suppressed.on', { page })]),
  ];
  return parts.join(' ');
}

function kindOf(detector: string, t: Translate): string {
  return detector.startsWith(fieldPrefix)
    ? t(`fieldClass.${detector.slice(fieldPrefix.length)}`)
    : detectorWords(detector as DetectorId, t);
}
