import type { Translate } from '../../core/messages/translate.ts';
import type { PageReport, ReportedHazard, ReportedLeak } from '../pageReport.ts';
import { printable } from '../printable.ts';

/** One page for a person: the verdict first, then each leak with where it is and why it would be recorded. */
export function terminalReport(report: PageReport, recorder: string, t: Translate): string {
  const lines = [`${marks[report.verdict.level]} ${report.page}`, `  ${verdictSentence(report, t)}`];
  for (const leak of report.leaks) lines.push(...leakLines(leak, t));
  lines.push(...hazardLines(report, recorder, t));
  for (const item of report.uninspected) {
    const where = [item.origin, item.path].filter(Boolean).join(' ');
    const detail = item.detail === undefined ? '' : ` (${item.detail})`;
    lines.push(
      `  ${t('cli.notInspected')}  ${t(`uninspected.${item.reason}`)}${detail}${where === '' ? '' : `\n      ${where}`}`,
    );
  }
  for (const problem of report.problems) {
    lines.push(
      `  ${t('cli.ruleProblem')}  ${t(`ruleProblem.${problem.kind}`)}: ${printable(problem.selector)}\n      ${printable(problem.detail)}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

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
  const name = kind.type === 'value' ? t(`detector.${kind.detector}`) : t(`fieldClass.${kind.class}`);
  const what =
    kind.type === 'value'
      ? leak.sample
      : t(leak.certainty === 'leak' ? 'finding.field' : 'finding.field-possible');
  const head = `  ${t(`severity.${leak.severity}`)}  ${name}  ${what}`;
  const places = leak.places.map((place) => {
    const channel = place.name === undefined ? place.channel : `${place.channel} ${place.name}`;
    return `      ${channel}: ${place.path || '/'} - ${t(`why.${place.why}`, { rule: place.rule ?? '' })}`;
  });
  const values = (leak.values ?? []).map((value) => `      = ${JSON.stringify(value)}`);
  return [head, ...places, ...values];
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
