import type { AuditFinding } from '../../core/audit/auditFinding.ts';
import { type PageNow, pagesToLookAt } from '../../core/audit/withPages.ts';
import { createDetectorBudget } from '../../core/detectors/detectorBudget.ts';
import { findLeaks } from '../../core/findings/findLeaks.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import type { Rule, RuleSet } from '../../core/rules/rule.ts';
import type { MeasuringContext } from '../measure.ts';
import { PageNotLoaded } from '../pageNotLoaded.ts';
import type { SiteAuditCommand } from '../parseMeasuring.ts';
import { parseTarget } from '../target.ts';

/** More are not opened. */
const maxPages = 5;
const maxPaths = 5;

export interface LookRequest {
  readonly command: SiteAuditCommand;
  readonly profile: Profile;
  readonly options: unknown;
  readonly ruleSet: RuleSet;
}

export interface PagesNow {
  readonly pages: readonly PageNow[];
  /** Pages that were not opened or did not load. */
  readonly notLooked: readonly string[];
}

/** The pages that findings are about as they are today, played with the rules that the findings ask for. */
export async function lookAtPages(
  findings: readonly AuditFinding[],
  context: MeasuringContext,
  request: LookRequest,
): Promise<PagesNow> {
  const pages: PageNow[] = [];
  const notLooked: string[] = [];
  for (const [page, selectors] of pagesToLookAt(findings)) {
    if (pages.length + notLooked.length >= maxPages) notLooked.push(page);
    else {
      const now = await lookAt(page, selectors, context, request);
      if (now) pages.push(now);
      else notLooked.push(page);
    }
  }
  return { pages, notLooked };
}

async function lookAt(
  page: string,
  selectors: readonly string[],
  { browser }: MeasuringContext,
  { command, profile, options, ruleSet }: LookRequest,
): Promise<PageNow | undefined> {
  const rules = selectors.map(ruleFor);
  try {
    const scan = await browser.scan(parseTarget(page, true), {
      profile: profile.id,
      options,
      ruleSet: { ...ruleSet, rules: [...ruleSet.rules, ...rules] },
      timeout: command.timeout,
      wait: command.wait,
      watch: 0,
    });
    // A login page in its place says nothing of the page.
    if (scan.uninspected.some(({ reason }) => reason === 'led-elsewhere')) return undefined;
    const leaks = new Map<string, string[]>();
    for (const { kind, places } of await findLeaks(scan, {
      budget: createDetectorBudget(() => performance.now()),
    })) {
      if (kind.type !== 'value') continue;
      const paths = leaks.get(kind.detector) ?? [];
      leaks.set(kind.detector, [...paths, ...places.map(({ path }) => path)].slice(0, maxPaths));
    }
    const countOf = (id: string) => scan.matchCounts[scan.rules.findIndex((rule) => rule.id === id)] ?? 0;
    return { page, matches: new Map(rules.map(({ id, selector }) => [selector, countOf(id)])), leaks };
  } catch (error) {
    if (error instanceof PageNotLoaded) return undefined;
    throw error;
  }
}

function ruleFor(selector: string, index: number): Rule {
  return {
    id: `audit-${index}`,
    name: selector,
    selector,
    exceptions: [],
    action: 'mask',
    consent: false,
    scope: 'all',
    platforms: ['web'],
    groupId: '0',
    editable: 'any',
  };
}
