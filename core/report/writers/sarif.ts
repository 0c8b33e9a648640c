import { homeOf, pageKey } from '../../check/baseline/pageKey.ts';
import type { Severity } from '../../findings/finding.ts';
import { severityRank } from '../../findings/severityOf.ts';
import type { Translate } from '../../messages/translate.ts';
import type { CheckRun } from '../checkRun.ts';
import { pageLabel } from '../pageLabel.ts';
import type { PageSource, ReportWords, ReportWriter } from '../reportWriter.ts';
import { runVerdict } from '../runVerdict.ts';
import { type SarifFinding, sarifFindings } from '../sarifFindings.ts';
import { sarifLimits } from '../sarifLimits.ts';
import { sarifResult } from '../sarifResult.ts';

/**
 * SARIF 2.1.0 within the limits of GitHub's code scanning, which keeps the 5,000 most severe results of a run and drops the
 * others without a word: here they are left out by severity, and the run says how many.
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export const sarif: ReportWriter = { id: 'sarif', extension: 'sarif', write };

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

async function* write(run: CheckRun, pages: PageSource, words: ReportWords): AsyncGenerator<string> {
  const seen = await survey(pages, words.t);
  const room = roomFor(seen.counts);
  const driver = {
    name: 'Scrim',
    version: words.version,
    rules: [...seen.kinds.values()]
      .toSorted((a, b) => (a.kind < b.kind ? -1 : 1))
      .map((kind) => ruleOf(kind)),
  };
  yield `{"$schema":${JSON.stringify(schema)},"version":"2.1.0","runs":[{"tool":${JSON.stringify({ driver })},\n`;
  yield `"invocations":[${JSON.stringify(invocationOf(run, seen, words))}],\n`;
  yield '"columnKind":"utf16CodeUnits","results":[';
  const home = homeOf(seen.pages);
  let separator = '\n';
  for await (const page of pages()) {
    for (const finding of sarifFindings(page, words.t)) {
      if (room[finding.severity] === 0) continue;
      room[finding.severity] -= 1;
      const place = { page: pageLabel(page), key: pageKey(page.page, home), rulesFile: run.rulesFile };
      yield separator + JSON.stringify(sarifResult(finding, place, words.t));
      separator = ',\n';
    }
  }
  yield '\n]}]}\n';
}

interface Survey {
  readonly counts: Record<Severity, number>;
  readonly kinds: Map<string, SarifFinding>;
  readonly pages: string[];
  readonly notLoaded: string[];
}

/** The first time through: how many there are of each severity, and of which kinds. */
async function survey(pages: PageSource, t: Translate): Promise<Survey> {
  const seen: Survey = {
    counts: { critical: 0, high: 0, medium: 0, low: 0 },
    kinds: new Map(),
    pages: [],
    notLoaded: [],
  };
  for await (const page of pages()) {
    seen.pages.push(page.page);
    if (!page.loaded) seen.notLoaded.push(pageLabel(page));
    for (const finding of sarifFindings(page, t)) {
      seen.counts[finding.severity] += 1;
      const known = seen.kinds.get(finding.kind);
      if (!known || severityRank[finding.severity] < severityRank[known.severity])
        seen.kinds.set(finding.kind, { ...finding, places: [] });
    }
  }
  return seen;
}

/** How many of each severity there is room for, most severe first. */
function roomFor(counts: Survey['counts']): Record<Severity, number> {
  const room = { critical: 0, high: 0, medium: 0, low: 0 };
  let left: number = sarifLimits.results;
  for (const severity of ['critical', 'high', 'medium', 'low'] as const) {
    room[severity] = Math.min(left, counts[severity]);
    left -= room[severity];
  }
  return room;
}

/** What GitHub sorts by: a CVSS-like number. https://docs.github.com/en/code-security (security-severity) */
const scores: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
};

function ruleOf({ kind, name, level, severity, tags, help }: SarifFinding): object {
  return {
    id: kind,
    name: kind.replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string = '') => next.toUpperCase()),
    shortDescription: { text: name },
    fullDescription: { text: help },
    help: { text: help },
    defaultConfiguration: { level },
    properties: {
      tags: ['privacy', ...tags].slice(0, sarifLimits.tags),
      precision: 'high',
      'security-severity': scores[severity],
    },
  };
}

function invocationOf(run: CheckRun, { counts, notLoaded }: Survey, { t, writtenAt }: ReportWords): object {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const leftOut = Math.max(0, all - sarifLimits.results);
  const { sentence, details } = runVerdict(run, t);
  const note = (level: string, text: string) => ({ level, message: { text } });
  const shown = notLoaded.slice(0, notLoadedNamed);
  return {
    executionSuccessful: run.judgement.exitCode !== 3,
    exitCode: run.judgement.exitCode,
    ...(writtenAt === undefined ? {} : { endTimeUtc: writtenAt }),
    toolExecutionNotifications: [
      note('note', [sentence, ...details].join(' ')),
      ...(leftOut > 0
        ? [note('warning', t('report.leftOut', { count: leftOut, most: sarifLimits.results }))]
        : []),
      ...shown.map((page) => note('error', `${page}: ${t('uninspected.not-loaded')}`)),
    ],
    properties: { resultsLeftOut: leftOut, pagesNotLoaded: notLoaded.length },
  };
}

const notLoadedNamed = 100;
