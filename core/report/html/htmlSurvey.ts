import type { Uninspected } from '../../capture/captureRecord.ts';
import type { Translate } from '../../messages/translate.ts';
import type { Treatment } from '../../treatment/treatment.ts';
import { createKindTally, type KindTally } from '../kindTally.ts';
import { pageLabel } from '../pageLabel.ts';
import type { PageReport } from '../pageReport.ts';
import type { PageSource } from '../reportWriter.ts';

/** What the first time through the pages is for: everything that is said of all of them together. */
export interface HtmlSurvey {
  readonly pages: number;
  readonly tally: KindTally;
  /** Pieces of content that were looked at, by what becomes of them. */
  readonly looked: Readonly<Record<Treatment, number>>;
  readonly rules: readonly SurveyedRule[];
  readonly unseen: readonly SurveyedGap[];
  /** Numbers of the pages whose pictures are in the report, from 0. */
  readonly pictured: ReadonlySet<number>;
  /** Pages whose pictures there was no room for. */
  readonly picturesLeftOut: number;
}

export interface SurveyedRule {
  readonly id: string;
  readonly name: string;
  matches: number;
  readonly kinds: Set<string>;
  /** Findings that leave because of it. */
  leaks: number;
  readonly problems: Set<string>;
  /** The first pages it matched on, with their numbers. */
  readonly pages: PageOfRule[];
  pageCount: number;
}

export interface PageOfRule {
  readonly number: number;
  readonly label: string;
  readonly matches: number;
}

export interface SurveyedGap {
  readonly reason: string;
  count: number;
  readonly places: { readonly number: number; readonly label: string; readonly gap: Uninspected }[];
}

export const htmlLimits = {
  /** Pages named with each rule, places named with each reason. */
  named: 30,
  /** Characters of all pictures together: what mail and ticket systems take as an attachment (10 MB). */
  pictures: 8_000_000,
  /** Findings listed of one page. */
  findings: 300,
} as const;

export async function surveyPages(pages: PageSource, t: Translate): Promise<HtmlSurvey> {
  const tally = createKindTally(t);
  const looked = { captured: 0, masked: 0, excluded: 0, unknown: 0 };
  const rules = new Map<string, SurveyedRule>();
  const gaps = new Map<string, SurveyedGap>();
  const pictures: { readonly number: number; readonly size: number; readonly rank: number }[] = [];
  let number = 0;
  for await (const page of pages()) {
    tally.add(page);
    for (const counts of Object.values(page.coverage ?? {}))
      for (const treatment of Object.keys(looked) as Treatment[]) looked[treatment] += counts[treatment];
    addRules(page, number, rules);
    for (const gap of page.uninspected) addGap(gap, { number, label: pageLabel(page) }, gaps);
    if (page.pictures) {
      const { before, after } = page.pictures;
      pictures.push({ number, size: before.src.length + after.src.length, rank: ranks[page.verdict.level] });
    }
    number += 1;
  }
  const pictured = choosePictures(pictures);
  return {
    pages: number,
    tally,
    looked,
    rules: [...rules.values()],
    unseen: [...gaps.values()].toSorted((a, b) => b.count - a.count),
    pictured,
    picturesLeftOut: pictures.length - pictured.size,
  };
}

const ranks = { red: 0, amber: 1, green: 2 } as const;

/** Worst pages first, as many as there is room for. */
function choosePictures(
  pictures: readonly { readonly number: number; readonly size: number; readonly rank: number }[],
): Set<number> {
  let left: number = htmlLimits.pictures;
  const chosen = new Set<number>();
  for (const { number, size } of pictures.toSorted((a, b) => a.rank - b.rank || a.number - b.number)) {
    if (size > left) continue;
    left -= size;
    chosen.add(number);
  }
  return chosen;
}

function addRules(page: PageReport, number: number, rules: Map<string, SurveyedRule>): void {
  for (const { id, name, matches, kinds = [] } of page.rules) {
    const known = rules.get(id) ?? newRule(id, name);
    rules.set(id, known);
    known.matches += matches;
    for (const kind of kinds) known.kinds.add(kind);
    if (matches === 0) continue;
    known.pageCount += 1;
    if (known.pages.length < htmlLimits.named) known.pages.push({ number, label: pageLabel(page), matches });
  }
  for (const { places } of page.leaks)
    for (const rule of new Set(places.map((place) => place.rule))) {
      const known = rule === undefined ? undefined : rules.get(rule);
      if (known) known.leaks += 1;
    }
  for (const { ruleId, kind } of page.problems) rules.get(ruleId)?.problems.add(kind);
}

function newRule(id: string, name: string): SurveyedRule {
  return { id, name, matches: 0, kinds: new Set(), leaks: 0, problems: new Set(), pages: [], pageCount: 0 };
}

function addGap(
  gap: Uninspected,
  at: { readonly number: number; readonly label: string },
  gaps: Map<string, SurveyedGap>,
): void {
  const known = gaps.get(gap.reason) ?? { reason: gap.reason, count: 0, places: [] };
  gaps.set(gap.reason, known);
  known.count += 1;
  if (known.places.length < htmlLimits.named) known.places.push({ ...at, gap });
}
