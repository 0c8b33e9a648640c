import { kindId } from '../../findings/kindId.ts';
import { kindWords } from '../../findings/kindWords.ts';
import type { Translate } from '../../messages/translate.ts';
import type { BaselineResult, CheckRun } from '../checkRun.ts';
import { leakWords, placeReason, placeWords } from '../leakWords.ts';
import { pageLabel } from '../pageLabel.ts';
import type { PageReport, ReportedLeak } from '../pageReport.ts';
import type { PageSource, ReportWords, ReportWriter } from '../reportWriter.ts';
import { judgementWords, runVerdict } from '../runVerdict.ts';
import { visibleText } from '../visibleText.ts';
import { wireWords } from '../wireWords.ts';

/** One test case for each page and kind of finding: what leaks is a failure, what could not be looked at an error. */
export const junit: ReportWriter = { id: 'junit', extension: 'xml', write };

interface TestCase {
  readonly name: string;
  /** Absent: it passed. */
  readonly outcome?: 'failure' | 'error';
  readonly type?: string;
  readonly message?: string;
  readonly lines?: readonly string[];
}

async function* write(run: CheckRun, pages: PageSource, words: ReportWords): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n';
  let id = 0;
  for await (const page of pages()) {
    yield suite(pageLabel(page), casesOf(page, words.t), id, words);
    id += 1;
  }
  if (run.baseline) yield suite(words.t('report.baseline'), baselineCases(run.baseline, words.t), id, words);
  const sentences = [runVerdict(run, words.t).sentence, ...judgementWords(run, words.t)];
  const last: TestCase = { name: words.t('report.judgement'), lines: sentences };
  const isBad = run.judgement.exitCode !== 0;
  const outcome = run.judgement.exitCode === 3 ? 'error' : 'failure';
  const judged: TestCase = isBad
    ? { ...last, outcome, type: 'judgement', message: sentences.join(' ') }
    : last;
  yield suite(words.t('report.run'), [judged], id + 1, words);
  yield '</testsuites>\n';
}

function casesOf(page: PageReport, t: Translate): TestCase[] {
  return [lookedAt(page, t), ...leakCases(page, t), ...acceptedCases(page, t), ...wireCases(page, t)];
}

function lookedAt({ uninspected }: PageReport, t: Translate): TestCase {
  const name = t('report.case.lookedAt');
  if (uninspected.length === 0) return { name };
  const lines = uninspected.map(({ reason, detail, path, origin }) =>
    [t(`uninspected.${reason}`), ...[detail, origin, path].filter(Boolean)].join(' - '),
  );
  const message = t('report.uninspected', { count: uninspected.length });
  return { name, outcome: 'error', type: 'uninspected', message, lines };
}

function leakCases(page: PageReport, t: Translate): TestCase[] {
  if (page.leaks.length === 0) return page.loaded ? [{ name: t('report.case.clean') }] : [];
  return [...byKind(page.leaks)].map(([type, leaks]) => {
    const isLeak = leaks.some(({ certainty }) => certainty === 'leak');
    const [first] = leaks;
    return {
      name: first ? kindWords(first.kind, t) : type,
      outcome: 'failure' as const,
      type: isLeak ? type : `possible:${type}`,
      message: t(isLeak ? 'report.leaks' : 'report.possibleLeaks', { count: leaks.length }),
      lines: leaks.flatMap((leak) => leakLines(leak, page, t)),
    };
  });
}

function leakLines(leak: ReportedLeak, page: PageReport, t: Translate): string[] {
  const head = `${t(`severity.${leak.severity}`)}: ${leakWords(leak, t)}`;
  const places = leak.places.map((place) => `  ${placeWords(place)} - ${placeReason(place, page, t)}`);
  const values = (leak.values ?? []).map((value) => `  = ${JSON.stringify(value)}`);
  return [head, ...places, ...values];
}

function acceptedCases({ suppressed, accepted = [] }: PageReport, t: Translate): TestCase[] {
  return [...byKind([...suppressed, ...accepted])].map(([, leaks]) => {
    const name = leaks[0] ? kindWords(leaks[0].kind, t) : '';
    return { name: t('report.case.accepted', { name, count: leaks.length }) };
  });
}

function wireCases({ wire }: PageReport, t: Translate): TestCase[] {
  return (wire?.arrivals ?? [])
    .filter(({ isUnpredicted }) => isUnpredicted)
    .map((arrival) => ({
      name: wireWords(arrival, t),
      outcome: 'failure' as const,
      type: 'unpredicted',
      message: t('report.unpredicted', { count: 1 }),
    }));
}

function baselineCases({ stoppedRules, lostCoverage, lostPages }: BaselineResult, t: Translate): TestCase[] {
  const failure = (name: string, message: string): TestCase => ({
    name,
    outcome: 'failure',
    type: 'baseline',
    message,
  });
  const cases = [
    ...stoppedRules.map(({ name, page, kinds }) =>
      failure(`${page}: ${name}`, t('report.stoppedRule', { rule: name, page, kinds: kinds.join(', ') })),
    ),
    ...lostCoverage.map(({ page, channel, before, now }) =>
      failure(`${page}: ${channel}`, t('report.lostCoverage', { page, channel, before, now })),
    ),
    ...lostPages.map((page) => failure(page, t('report.lostPage', { page }))),
  ];
  return cases.length > 0 ? cases : [{ name: t('report.case.baseline') }];
}

function byKind<Leak extends ReportedLeak>(leaks: readonly Leak[]): Map<string, Leak[]> {
  const kinds = new Map<string, Leak[]>();
  for (const leak of leaks) {
    const id = kindId(leak.kind);
    kinds.set(id, [...(kinds.get(id) ?? []), leak]);
  }
  return kinds;
}

/** Ant's schema knows no skipped test, so what is accepted has passed. Valid for it as well as for Jenkins' when it is known when the report was written. */
function suite(
  name: string,
  cases: readonly TestCase[],
  id: number,
  { writtenAt, version }: ReportWords,
): string {
  const count = (outcome: TestCase['outcome']) => cases.filter((one) => one.outcome === outcome).length;
  const head = {
    name,
    package: 'scrim',
    id,
    ...(writtenAt === undefined ? {} : { timestamp: writtenAt.slice(0, 19) }),
    hostname: 'scrim',
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    time: 0,
  };
  const inside = cases.map((one) => caseText(one, name)).join('');
  const recorder = `<properties><property name="scrim"${attributes({ value: version })}/></properties>`;
  return `  <testsuite${attributes(head)}>\n    ${recorder}\n${inside}    <system-out/>\n    <system-err/>\n  </testsuite>\n`;
}

function caseText(
  { name, outcome, type = 'scrim', message = '', lines = [] }: TestCase,
  className: string,
): string {
  const head = `    <testcase${attributes({ name, classname: className, time: 0 })}`;
  if (outcome === undefined) return `${head}/>\n`;
  const text = lines.map((line) => escapeXml(line)).join('\n');
  return `${head}>\n      <${outcome}${attributes({ type, message })}>${text}</${outcome}>\n    </testcase>\n`;
}

function attributes(of: Readonly<Record<string, string | number>>): string {
  return Object.entries(of)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Characters that no XML may hold, not even escaped, are shown as what they are. */
function escapeXml(text: string): string {
  return visibleText(text).replace(/[&<>"']/g, (char) => entities[char] ?? char);
}
