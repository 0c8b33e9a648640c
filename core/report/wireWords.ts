import type { Translate } from '../messages/translate.ts';
import type { WireArrival } from '../wire/wireReport.ts';
import { visibleText } from './visibleText.ts';

/** A planted value that arrived somewhere, on one line: `Email address sent to https://r.example (fetch)`. */
export function wireWords({ kind, receiver, carriers }: WireArrival, t: Translate): string {
  return t('report.wire.arrival', {
    kind: kind === 'text' ? t('report.wire.text') : t(`fieldClass.${kind}`),
    receiver: visibleText(receiver.origin),
    carriers: carriers.join(', '),
  });
}
