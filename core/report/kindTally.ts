import type { Severity } from '../findings/finding.ts';
import { kindId } from '../findings/kindId.ts';
import { kindWords } from '../findings/kindWords.ts';
import { severityRank } from '../findings/severityOf.ts';
import type { Translate } from '../messages/translate.ts';
import { pageLabel } from './pageLabel.ts';
import type { PageReport } from './pageReport.ts';

/** Everything of one kind over all pages: what is said once where there is no room to say it on each page. */
export interface KindCount {
  readonly kind: string;
  readonly name: string;
  readonly severity: Severity;
  readonly leaks: number;
  readonly possibleLeaks: number;
  readonly pages: number;
  readonly firstPage: string;
  /** The rule that lets the first of them through, where one does. */
  readonly rule: string | undefined;
}

export interface KindTally {
  add(page: PageReport): void;
  /** Most severe first, then most frequent. */
  kinds(): readonly KindCount[];
  /** By message key of the reason: how often, and on how many pages. */
  uninspected(): readonly { readonly reason: string; readonly count: number; readonly pages: number }[];
  /** Planted values that were sent though the simulation says that they are not. */
  unpredicted(): number;
}

export function createKindTally(t: Translate): KindTally {
  const kinds = new Map<string, KindCount>();
  const reasons = new Map<string, { reason: string; count: number; pages: number }>();
  let unpredicted = 0;

  function add(page: PageReport): void {
    const here = new Set<string>();
    for (const leak of page.leaks) {
      const kind = kindId(leak.kind);
      const known = kinds.get(kind);
      const isLeak = leak.certainty === 'leak';
      kinds.set(kind, {
        kind,
        name: kindWords(leak.kind, t),
        severity:
          known && severityRank[known.severity] < severityRank[leak.severity]
            ? known.severity
            : leak.severity,
        leaks: (known?.leaks ?? 0) + Number(isLeak),
        possibleLeaks: (known?.possibleLeaks ?? 0) + Number(!isLeak),
        pages: (known?.pages ?? 0) + Number(!here.has(kind)),
        firstPage: known?.firstPage ?? pageLabel(page),
        rule: known ? known.rule : leak.places[0].rule,
      });
      here.add(kind);
    }
    const reasonsHere = new Set<string>();
    for (const { reason } of page.uninspected) {
      const known = reasons.get(reason) ?? { reason, count: 0, pages: 0 };
      const pages = known.pages + Number(!reasonsHere.has(reason));
      reasons.set(reason, { reason, count: known.count + 1, pages });
      reasonsHere.add(reason);
    }
    unpredicted += page.wire?.arrivals.filter(({ isUnpredicted }) => isUnpredicted).length ?? 0;
  }

  return {
    add,
    kinds: () =>
      [...kinds.values()].toSorted(
        (a, b) =>
          severityRank[a.severity] - severityRank[b.severity] ||
          b.leaks - a.leaks ||
          (a.kind < b.kind ? -1 : 1),
      ),
    uninspected: () => [...reasons.values()].toSorted((a, b) => b.count - a.count),
    unpredicted: () => unpredicted,
  };
}
