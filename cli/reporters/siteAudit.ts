import type { AuditFinding, Mend } from '../../core/audit/auditFinding.ts';
import { kindWords } from '../../core/findings/kindWords.ts';
import type { Translate } from '../../core/messages/translate.ts';
import { printable } from '../printable.ts';
import { sessionProblemWords } from './sessionProblem.ts';

/** Everything that `scrim audit <site>` has to say. No raw value is in here. */
export interface SiteAuditReport {
  readonly site: string;
  /** As FullStory names them. */
  readonly sessions: readonly string[];
  readonly events: number;
  /** Events of other sites in the same sessions: not looked at. */
  readonly elsewhere: number;
  readonly findings: readonly AuditFinding[];
  /** Pages that were not opened to compare with. */
  readonly pagesNotLooked: readonly string[];
  /** `session` is '' for the list of them. `code`: `readBack.problem.<code>`, or `cut`: there is more than was looked at. */
  readonly problems: readonly { readonly session: string; readonly code: string; readonly detail: string }[];
  readonly detectorsOff: readonly string[];
}

export function siteAuditText(report: SiteAuditReport, t: Translate): string {
  const { site, sessions, events, elsewhere, findings, pagesNotLooked, problems, detectorsOff } = report;
  const lines = [
    `${findings.length > 0 ? '✗' : problems.length > 0 || sessions.length === 0 ? '?' : '✓'} ${site}`,
    `  ${t('audit.looked', { count: readIn(report) })} ${t('audit.events', { count: events })}`,
    ...(elsewhere > 0 ? [`  ${t('audit.elsewhere', { count: elsewhere })}`] : []),
    `  ${foundWords(report, t)}`,
    ...findings.flatMap((finding) => findingLines(finding, t)),
    ...problems.map((problem) => `  ${problemWords(problem, t)}`),
    ...detectorsOff.map((detector) => `  ${t('audit.detectorOff', { detector: printable(detector) })}`),
    ...(pagesNotLooked.length > 0
      ? [`  ${t('audit.notLooked', { count: pagesNotLooked.length, pages: pagesNotLooked.join(', ') })}`]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** Of sessions that were not read nothing is known: that is no good news. */
function foundWords(report: SiteAuditReport, t: Translate): string {
  const { findings, problems, detectorsOff } = report;
  if (findings.length > 0) return t('audit.found', { count: findings.length });
  if (readIn(report) === 0) return t('audit.notRead');
  return t(problems.length > 0 || detectorsOff.length > 0 ? 'audit.nothingInRead' : 'audit.nothing');
}

/** How many sessions were read, at least in part. */
function readIn({ sessions, problems }: SiteAuditReport): number {
  const failed = new Set(problems.filter(({ code }) => code !== 'cut').map(({ session }) => session));
  return sessions.filter((id) => !failed.has(id)).length;
}

function findingLines(
  { detector, severity, sample, count, places, mends, scheme }: AuditFinding,
  t: Translate,
): readonly string[] {
  const kind = { type: 'value' as const, detector, ...(scheme === undefined ? {} : { scheme }) };
  const head = `  ${t(`severity.${severity}`)}  ${kindWords(kind, t)}  ${sample}  ${t('audit.inEvents', { count })}`;
  return [
    head,
    ...places.map(
      ({ at, page, count: times }) => `      ${printable(at)} (${times})${page === '' ? '' : `  ${page}`}`,
    ),
    ...mends.map((mend) => `      ${t('audit.mend', { what: mendWords(mend, t) })}`),
  ];
}

function mendWords(mend: Mend, t: Translate): string {
  const { kind } = mend;
  if (kind === 'rule') {
    const { selector, page, matchesNow } = mend;
    const now =
      matchesNow === undefined ? t('audit.now.unknown') : t('audit.now.matches', { count: matchesNow });
    return `${t('audit.mend.rule', { selector, page })} ${now}`;
  }
  if (kind === 'element') {
    const { page, leaksNow = [] } = mend;
    const first = t('audit.mend.element', { page });
    return leaksNow.length === 0 ? first : `${first} ${t('audit.now.leaks', { paths: leaksNow.join(', ') })}`;
  }
  if (kind === 'url-param')
    return t('audit.mend.url-param', { param: mend.param, part: t(`audit.part.${mend.part}`) });
  if (kind === 'url-part') return t('audit.mend.url-part', { part: t(`audit.part.${mend.part}`) });
  return t(`audit.mend.${kind}`);
}

function problemWords({ session, code, detail }: SiteAuditReport['problems'][number], t: Translate): string {
  const what = code === 'cut' ? t('readBack.cut') : sessionProblemWords(code, detail, t);
  return session === '' ? t('audit.problemList', { what }) : t('audit.problem', { session, what });
}

/** Version of the JSON that `scrim audit <site>` prints; raised when a field changes its meaning. */
const formatVersion = 1;

export function siteAuditJson(report: SiteAuditReport): string {
  return `${JSON.stringify({ scrim: formatVersion, ...report }, null, 2)}\n`;
}
