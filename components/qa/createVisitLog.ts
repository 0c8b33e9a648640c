import { mergePageReports } from '../../core/report/mergePageReports.ts';
import { pageName } from '../../core/report/pageName.ts';
import type { PageReport } from '../../core/report/pageReport.ts';
import { unseenReport } from '../../core/report/unseenReport.ts';

/** Why a page, or one visit of it, was not looked at: message keys `uninspected.<reason>`. */
export type VisitGap =
  | 'left-too-soon'
  | 'look-failed'
  | 'no-access'
  | 'page-of-browser'
  | 'page-of-store'
  | 'page-is-file'
  | 'page-by-policy'
  | 'page-refused'
  | 'panel-closed'
  | 'too-many-pages';

/** One page of the session: all its visits put together. */
export interface VisitedPage {
  readonly key: string;
  readonly report: PageReport;
  /** It is in the tab now; null of a report: it is being looked at for the first time. */
  readonly isPresent: boolean;
  readonly isLooking: boolean;
}

/** More pages than a tester clicks through: later ones are counted and named as not looked at. */
export const mostPages = 200;

type Present =
  /** Nothing, or nobody knows yet what comes. */
  | { readonly kind: 'none' | 'arriving' }
  | {
      readonly kind: 'looking';
      readonly name: string;
      readonly report: PageReport | null;
      readonly failure?: string;
    }
  | { readonly kind: 'refused'; readonly name: string; readonly gap: VisitGap };

export interface VisitLog {
  /** A document of this address is there and is going to be looked at. */
  opened(url: string): void;
  /** The document is gone, or another is on its way. */
  left(): void;
  /** Nobody may look at what is there. `url` where the browser tells it. */
  refused(gap: VisitGap, url?: string): void;
  /** The same document has another address. @returns whether that is another page */
  moved(url: string): boolean;
  /** The tab began to show another document; without an address where the browser does not tell it. */
  visited(url?: string): void;
  /** What is known of the present page by now. A report of another page is left out: false. */
  told(report: PageReport): boolean;
  failed(detail: string): void;
  /** What was told so far stays; what is told from now on is another look at the same page. */
  again(): void;
  /** Nobody follows any more. */
  ended(): void;
  /** Something that is to be said beside the pages. */
  gap(gap: VisitGap, name: string): void;
  forget(key: string): void;
  pages(): readonly VisitedPage[];
  /** Pages of a session that was kept. */
  restore(reports: readonly PageReport[]): void;
}

/**
 * Which pages a tab showed, and what was found on each: every visit is a look, every look counts, and one that did not
 * come to an end is said to be none.
 *
 * @param unnamed what a page is called whose address the browser does not tell
 */
export function createVisitLog(unnamed: string): VisitLog {
  const pages = new Map<string, PageReport>();
  let present: Present = { kind: 'none' };
  /** Addresses that the tab began to show, and of which nobody knows yet what became. */
  let announced: string[] = [];

  function add(report: PageReport): void {
    const key = keyOf(report);
    const known = pages.get(key);
    if (known) pages.set(key, mergePageReports(known, report));
    else if (pages.size < mostPages) pages.set(key, report);
    else addGap('too-many-pages', unnamed);
  }

  function addGap(gap: VisitGap, name: string): void {
    const report = unseen(name, gap);
    const known = pages.get(keyOf(report));
    pages.set(keyOf(report), known ? mergePageReports(known, report) : report);
  }

  /** What the present look amounts to, if it ends here. */
  function outcome(): PageReport | null {
    if (present.kind === 'refused') return unseen(present.name, present.gap);
    if (present.kind === 'arriving') return unseen(unnamed, 'left-too-soon');
    if (present.kind !== 'looking') return null;
    if (present.failure !== undefined) return unseen(present.name, 'look-failed', present.failure);
    return present.report ?? unseen(present.name, 'left-too-soon');
  }

  function finish(): void {
    const report = outcome();
    if (report) add(report);
    present = { kind: 'none' };
  }

  /** Documents that came and went before anybody could look at them. */
  function missedBefore(name?: string): void {
    const names = announced.map(pageName);
    announced = [];
    // The last one is the document that is there now.
    const missed = names.at(-1) === name ? names.slice(0, -1) : names;
    for (const one of missed) add(unseen(one || unnamed, 'left-too-soon'));
  }

  return {
    opened(url) {
      const name = pageName(url) || unnamed;
      // What was refused is looked at after all, what was on its way is there.
      if (present.kind === 'looking') finish();
      missedBefore(name);
      present = { kind: 'looking', name, report: null };
    },
    left() {
      if (present.kind === 'looking') finish();
      if (present.kind !== 'refused') present = { kind: 'arriving' };
    },
    refused(gap, url) {
      if (present.kind === 'looking') finish();
      const name = (url === undefined ? pageName(announced.at(-1) ?? '') : pageName(url)) || unnamed;
      missedBefore(pageName(announced.at(-1) ?? ''));
      present = { kind: 'refused', name, gap };
    },
    moved(url) {
      const name = pageName(url) || unnamed;
      announced = announced.filter((one) => pageName(one) !== name);
      if (present.kind !== 'looking' || present.name === name) return false;
      finish();
      present = { kind: 'looking', name, report: null };
      return true;
    },
    visited(url) {
      if (present.kind === 'refused') finish();
      if (url === undefined) return;
      const isHere = present.kind === 'looking' && present.name === pageName(url);
      if (!isHere) announced = [...announced.filter((one) => one !== url), url];
    },
    told(report) {
      if (present.kind !== 'looking' || present.name !== report.page) return false;
      present = { kind: 'looking', name: present.name, report };
      return true;
    },
    failed(detail) {
      if (present.kind === 'looking') present = { ...present, failure: detail };
    },
    again() {
      if (present.kind !== 'looking' || !present.report) return;
      const { name } = present;
      finish();
      present = { kind: 'looking', name, report: null };
    },
    ended() {
      // What is on its way has an address.
      if (present.kind === 'arriving' && announced.length > 0) present = { kind: 'none' };
      missedBefore();
      finish();
    },
    gap: addGap,
    forget(key) {
      pages.delete(key);
    },
    pages() {
      const now = outcome();
      if (!now || present.kind === 'arriving')
        return [...pages].map(([key, report]) => ({ key, report, isPresent: false, isLooking: false }));
      const key = keyOf(now);
      const known = pages.get(key);
      const isLooking = present.kind === 'looking' && !present.report && present.failure === undefined;
      const shown = known ? (isLooking ? known : mergePageReports(known, now)) : now;
      const others = new Map([...pages, [key, shown]]);
      return [...others].map(([one, report]) => ({
        key: one,
        report,
        isPresent: one === key,
        isLooking: one === key && isLooking,
      }));
    },
    restore(reports) {
      for (const report of reports) pages.set(keyOf(report), report);
    },
  };
}

function keyOf({ page, step }: PageReport): string {
  return step === undefined ? page : `${page} ${step}`;
}

function unseen(name: string, gap: VisitGap, detail?: string): PageReport {
  const more = detail === undefined ? {} : { detail };
  return unseenReport({ page: name }, { kind: 'page', path: '', reason: gap, ...more });
}
