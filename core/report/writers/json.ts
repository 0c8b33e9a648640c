import type { SuppressionUse } from '../../leakSettings/suppressFindings.ts';
import type { CheckRun } from '../checkRun.ts';
import type { PageReport } from '../pageReport.ts';
import type { PageSource, ReportWriter } from '../reportWriter.ts';

/** Version of the JSON that `scrim check` prints (docs/schemas/check-report.schema.json); raised when a field changes its meaning. */
const formatVersion = 1;

/** For programs: everything that is known, but for the pictures. */
export const json: ReportWriter = { id: 'json', extension: 'json', write };

async function* write(run: CheckRun, pages: PageSource): AsyncGenerator<string> {
  const { id: profile, evidence } = run.profile;
  const { measured } = run;
  yield `{\n${entries({ scrim: formatVersion, profile, evidence, measured })},\n  "pages": [`;
  let isFirst = true;
  for await (const page of pages()) {
    yield `${isFirst ? '' : ','}\n    ${indented(withoutPictures(page), '    ')}`;
    isFirst = false;
  }
  const { detectors, suppressions, settingsProblems, judgement, baseline, notes } = run;
  const rest = {
    ...{ detectors, suppressions, settingsProblems, baseline, notes, judgement },
    summary: summaryOf(run),
  };
  yield `${isFirst ? '' : '\n  '}],\n${entries(rest)}\n}\n`;
}

function withoutPictures({
  pictures: _,
  picturesMissing: __,
  ...page
}: PageReport): Omit<PageReport, 'pictures'> {
  return page;
}

function summaryOf({ totals, suppressions }: CheckRun): object {
  const inState = (state: SuppressionUse['state']) =>
    suppressions.filter((use) => use.state === state).length;
  const { pages, notLoaded, leaks, possibleLeaks, uninspected, suppressed } = totals;
  const { overMasked, accepted, unpredicted } = totals;
  return {
    ...{ pages, notLoaded, leaks, possibleLeaks, uninspected, suppressed },
    suppressions: { used: inState('used'), expired: inState('expired'), unused: inState('unused') },
    overMasked,
    ...{ accepted, unpredicted },
  };
}

function entries(object: object): string {
  return Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `  ${JSON.stringify(key)}: ${indented(value, '  ')}`)
    .join(',\n');
}

function indented(value: unknown, indent: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
}
