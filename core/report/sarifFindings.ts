import type { LeakPlace, Severity } from '../findings/finding.ts';
import { kindId } from '../findings/kindId.ts';
import { kindWords } from '../findings/kindWords.ts';
import type { Translate } from '../messages/translate.ts';
import { leakWords, placeReason } from './leakWords.ts';
import type { PageReport, ReportedLeak } from './pageReport.ts';
import { wireWords } from './wireWords.ts';

/** Something that stands in a list of results by itself: a leak, what was not inspected, what was sent unpredicted. */
export interface SarifFinding {
  /** A detector's id, `field:<class>`, `uninspected` or `unpredicted`. */
  readonly kind: string;
  /** What all of its kind are called. */
  readonly name: string;
  readonly help: string;
  readonly severity: Severity;
  readonly level: 'error' | 'warning' | 'note';
  readonly tags: readonly string[];
  /** What is said of this one. */
  readonly text: string;
  readonly places: readonly Pick<LeakPlace, 'path' | 'channel' | 'name' | 'rule'>[];
}

export function sarifFindings(page: PageReport, t: Translate): SarifFinding[] {
  return [
    ...unpredicted(page, t),
    ...page.leaks.map((leak) => leakFinding(leak, page, t)),
    ...notInspected(page, t),
  ];
}

const levels = { critical: 'error', high: 'error', medium: 'warning', low: 'note' } as const;

function leakFinding(leak: ReportedLeak, page: PageReport, t: Translate): SarifFinding {
  const isLeak = leak.certainty === 'leak';
  const [place] = leak.places;
  const said = isLeak ? 'certainty.leak' : 'certainty.possible';
  return {
    kind: kindId(leak.kind),
    name: kindWords(leak.kind, t),
    help: t('report.help.leak', { kind: kindWords(leak.kind, t) }),
    severity: isLeak ? leak.severity : 'low',
    level: isLeak ? levels[leak.severity] : 'note',
    tags: leak.tags,
    text: `${t(said)}: ${leakWords(leak, t)}. ${placeReason(place, page, t)}.`,
    places: leak.places,
  };
}

function notInspected({ uninspected }: PageReport, t: Translate): SarifFinding[] {
  return uninspected.map(({ path, reason, origin, detail }) => ({
    kind: 'uninspected',
    name: t('report.kind.uninspected'),
    help: t('report.help.uninspected'),
    severity: 'high',
    level: 'warning',
    tags: [],
    text: [t(`uninspected.${reason}`), ...[origin, detail].filter(Boolean)].join(' - '),
    places: [{ path, channel: 'text' }],
  }));
}

function unpredicted({ wire }: PageReport, t: Translate): SarifFinding[] {
  return (wire?.arrivals ?? [])
    .filter(({ isUnpredicted }) => isUnpredicted)
    .map((arrival) => ({
      kind: 'unpredicted',
      name: t('report.kind.unpredicted'),
      help: t('report.help.unpredicted'),
      severity: 'critical',
      level: 'error',
      tags: [],
      text: wireWords(arrival, t),
      places: [{ path: arrival.id, channel: 'resource' }],
    }));
}
