import { kindWords } from '../../core/findings/kindWords.ts';
import type { Translate } from '../../core/messages/translate.ts';
import type { Measurement } from '../../core/profiles/documented/measuredPolicy.ts';
import { evidenceWords } from '../../core/profiles/evidenceWords.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import type { PageReport, ReportedHazard, ReportedLeak } from '../../core/report/pageReport.ts';
import { printable } from '../printable.ts';
import { inForceLines } from './inForce.ts';
import { wireLines } from './wire.ts';

/**
 * One page for a person: the verdict first and how well its recorder is known, then each leak with where it is and
 * why it would be recorded.
 */
export function terminalReport(report: PageReport, profile: NamedProfile, t: Translate): string {
  const lines = [`${marks[report.verdict.level]} ${report.page}`, `  ${verdictSentence(report, t)}`];
  const { name: recorder, evidence, measured } = profile;
  lines.push(`  ${recorder}: ${evidenceWords(evidence, t, measured)}`);
  if (report.verdict.level === 'green' && evidence.kind === 'documented')
    lines.push(
      `  ${measured ? t('measured.restsOn', { recorder, date: measured.date }) : t('verdict.restsOn', { recorder })}`,
    );
  for (const leak of report.leaks) lines.push(...leakLines(leak, t));
  lines.push(...visitorLines(report, t), ...suppressedLines(report, t), ...overMaskedLines(report, t));
  lines.push(...hazardLines(report, profile.name, t));
  for (const item of report.uninspected) {
    const where = [item.origin, item.path].filter(Boolean).join(' ');
    const detail = item.detail === undefined ? '' : ` (${item.detail})`;
    lines.push(
      `  ${t('cli.notInspected')}  ${t(`uninspected.${item.reason}`)}${detail}${where === '' ? '' : `\n      ${where}`}`,
    );
  }
  lines.push(...inForceLines(report, t), ...wireLines(report, t));
  for (const problem of report.problems) {
    lines.push(
      `  ${t('cli.ruleProblem')}  ${t(`ruleProblem.${problem.kind}`)}: ${printable(problem.selector)}\n      ${printable(problem.detail)}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

type NamedProfile = Pick<Profile, 'name' | 'evidence'> & {
  /** What was measured of it. Absent: nothing. */
  readonly measured?: Pick<Measurement, 'date'> | undefined;
};

const marks = { red: '✗', amber: '?', green: '✓' } as const;

function verdictSentence({ loaded, verdict }: PageReport, t: Translate): string {
  if (!loaded) return t('cli.notLoaded');
  const parts: string[] = [];
  if (verdict.leaks > 0) parts.push(t('cli.leaks', { count: verdict.leaks }));
  if (verdict.possibleLeaks > 0) parts.push(t('cli.possibleLeaks', { count: verdict.possibleLeaks }));
  if (verdict.uninspected > 0) parts.push(t('cli.uninspected', { count: verdict.uninspected }));
  if (verdict.leaks + verdict.possibleLeaks === 0) parts.unshift(t('cli.nothingFound'));
  return parts.join(' ');
}

function leakLines(leak: ReportedLeak, t: Translate): string[] {
  const { kind } = leak;
  const name = kindWords(kind, t);
  const what =
    kind.type === 'value' || leak.planted
      ? leak.sample
      : t(leak.certainty === 'leak' ? 'finding.field' : 'finding.field-possible');
  const tags = leak.tags.map((tag) => t(`tag.${tag}`)).join(', ');
  const head = `  ${t(`severity.${leak.severity}`)}  ${name}  ${what}${tags === '' ? '' : `  [${tags}]`}`;
  const places = leak.places.map((place) => {
    const channel = place.name === undefined ? place.channel : `${place.channel} ${place.name}`;
    return `      ${channel}: ${place.path || '/'} - ${t(`why.${place.why}`, { rule: place.rule ?? '' })}`;
  });
  const values = (leak.values ?? []).map((value) => `      = ${JSON.stringify(value)}`);
  const planted = leak.planted ? [`      ${t('finding.planted')}`] : [];
  return [head, ...planted, ...places, ...values];
}

function visitorLines({ visitor }: PageReport, t: Translate): string[] {
  if (!visitor) return [];
  const { filled, shownPasswords, opened, skipped } = visitor;
  const [fields, passwords, parts] = [filled.length, shownPasswords, opened];
  return [`  ${t('visitor.did', { fields, passwords, parts, skipped: skipped.length })}`];
}

/** Counted, not listed: somebody looked at them already. They are in the JSON. */
function suppressedLines({ suppressed, suppressions }: PageReport, t: Translate): string[] {
  const expired = suppressions.filter(({ state, matches }) => state === 'expired' && matches > 0).length;
  const said = [
    ...(suppressed.length > 0 ? [t('cli.suppressed', { count: suppressed.length })] : []),
    ...(expired > 0 ? [t('cli.expired', { count: expired })] : []),
  ];
  return said.length === 0 ? [] : [`  ${said.join(', ')}`];
}

/** The quiet list: one line for each rule and kind. */
function overMaskedLines({ overMasked, rules }: PageReport, t: Translate): string[] {
  if (overMasked.length === 0) return [];
  return [
    `  ${t('overMasked.title')}`,
    ...overMasked.map(({ content, treatment, count, rule, paths }) => {
      const by = rule === undefined ? undefined : rules.find(({ id }) => id === rule)?.name;
      const words = { count, rule: printable(by ?? rule ?? '') };
      const what = t(`overMasked.${content}`, words);
      const why = t(by === undefined ? `overMasked.default-${treatment}` : `overMasked.${treatment}`, words);
      return `    ${what}: ${why}\n        ${paths[0] ?? ''}`;
    }),
    `    ${t('overMasked.onlyStructure')}`,
  ];
}

/** A short section after the leaks. What stands with the rule problems is not said twice. */
function hazardLines({ hazards, rules }: PageReport, recorder: string, t: Translate): string[] {
  const shown = hazards.filter(({ isRuleProblem }) => !isRuleProblem);
  const namesOf = (hazard: ReportedHazard) =>
    hazard.rules.map((id) => rules.find((rule) => rule.id === id)?.name ?? id);
  if (shown.length === 0) return [];
  return [
    `  ${t('hazards.title', { recorder })}:`,
    ...shown.flatMap((hazard) => linesOf({ ...hazard, rules: namesOf(hazard) }, recorder, t)),
  ];
}

function linesOf(hazard: ReportedHazard, recorder: string, t: Translate): string[] {
  const { id, severity, count, unit, rules, paths } = hazard;
  const words = { recorder, count };
  const [place] = paths;
  const more = paths.length > 0 && count > 1 ? ` ${t('list.more', { count: count - 1 })}` : '';
  return [
    `    ${t(`severity.${severity}`)}  ${t(`hazard.${id}.what`)}  (${t(`hazards.count.${unit}`, { count })})`,
    `        ${t(`hazard.${id}.means`, words)}`,
    `        ${t('hazards.do', { what: t(`hazard.${id}.do`, words) })}`,
    ...(rules.length > 0 ? [`        ${t('hazards.trusted', { rules: rules.join(', ') })}`] : []),
    ...(place ? [`        ${place}${more}`] : []),
  ];
}
