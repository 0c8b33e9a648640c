import type { CaptureChannel } from '../../capture/captureRecord.ts';
import type { PageReport } from '../../report/pageReport.ts';
import type { LockedRule } from './lockFile.ts';

/** What a baseline keeps of all looks that have one key: whatever their order, it comes out the same. */
export interface LookSummary {
  add(report: PageReport): void;
  /** Whether one of them loaded. */
  isLoaded(): boolean;
  /** Undefined: it matched nothing in any of them. */
  rule(id: string): MatchedRule | undefined;
  /** Rules that matched, sorted by id. */
  rules(): readonly MatchedRule[];
  /** For each channel the most that one of them had. */
  looked(): Readonly<Partial<Record<CaptureChannel, number>>>;
}

export interface MatchedRule extends LockedRule {
  readonly matches: number;
}

export function createLookSummary(): LookSummary {
  const rules = new Map<string, MatchedRule>();
  const looked: Partial<Record<CaptureChannel, number>> = {};
  let isLoaded = false;

  function add(report: PageReport): void {
    isLoaded ||= report.loaded;
    for (const { id, name, matches, kinds = [] } of report.rules) {
      if (matches === 0) continue;
      const known = rules.get(id);
      rules.set(id, {
        id,
        name: known && known.name < name ? known.name : name,
        kinds: [...new Set([...(known?.kinds ?? []), ...kinds])].toSorted(),
        matches: (known?.matches ?? 0) + matches,
      });
    }
    for (const [channel, counts] of Object.entries(report.coverage ?? {})) {
      const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
      const name = channel as CaptureChannel;
      if (all > 0) looked[name] = Math.max(looked[name] ?? 0, all);
    }
  }

  return {
    add,
    isLoaded: () => isLoaded,
    rule: (id) => rules.get(id),
    rules: () => [...rules.values()].toSorted((a, b) => compareIds(a.id, b.id)),
    looked: () => looked,
  };
}

/** What tells one look from another in the baseline. */
export function lookKey({ page, step = '' }: { readonly page: string; readonly step?: string }): string {
  return `${page}\n${step}`;
}

/** Numbers by size, everything else by code points: the same on every machine. */
export function compareIds(a: string, b: string): number {
  const isNumber = /^\d{1,15}$/;
  if (isNumber.test(a) && isNumber.test(b)) return Number(a) - Number(b);
  return a < b ? -1 : a > b ? 1 : 0;
}
