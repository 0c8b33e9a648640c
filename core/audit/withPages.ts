import type { AuditFinding, Mend } from './auditFinding.ts';

/** What a page shows today, looked at with the rules that the findings ask for. */
export interface PageNow {
  /** As findings name it. */
  readonly page: string;
  /** How many elements each selector matches. */
  readonly matches: ReadonlyMap<string, number>;
  /** Places of what the page would let leave today, by detector. */
  readonly leaks: ReadonlyMap<string, readonly string[]>;
}

/** Findings whose mends are compared with the pages they are about; a page that was not looked at changes nothing. */
export function withPages(
  findings: readonly AuditFinding[],
  pages: readonly PageNow[],
): readonly AuditFinding[] {
  const byPage = new Map(pages.map((one) => [one.page, one]));
  return findings.map((finding) => ({
    ...finding,
    mends: finding.mends.map((mend): Mend => {
      const now = 'page' in mend ? byPage.get(mend.page) : undefined;
      if (!now) return mend;
      if (mend.kind === 'rule') return { ...mend, matchesNow: now.matches.get(mend.selector) ?? 0 };
      if (mend.kind === 'element') return { ...mend, leaksNow: now.leaks.get(finding.detector) ?? [] };
      return mend;
    }),
  }));
}

/** Pages that can be opened without opening what a visitor opened: no query, no part that may be somebody's. */
export function pagesToLookAt(findings: readonly AuditFinding[]): ReadonlyMap<string, readonly string[]> {
  const selectors = new Map<string, Set<string>>();
  for (const mend of findings.flatMap(({ mends }) => mends)) {
    if (!('page' in mend) || mend.page === '' || mend.page.includes('*')) continue;
    const known = selectors.get(mend.page) ?? new Set<string>();
    if (mend.kind === 'rule') known.add(mend.selector);
    selectors.set(mend.page, known);
  }
  return new Map([...selectors].map(([page, all]) => [page, [...all]]));
}
