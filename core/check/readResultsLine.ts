import * as v from 'valibot';
import { verdictOf } from '../findings/verdictOf.ts';
import type { PageReport } from '../report/pageReport.ts';
import { type PlanLine, type ResultLine, type ResultsHeader, resultsVersion } from './resultsFile.ts';

// Results files travel between machines: what is read from one is checked down to what reports and judgement use.

const maxLooks = 10_000_000;
const number = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(maxLooks));
const texts = v.array(v.string());
const severity = v.picklist(['critical', 'high', 'medium', 'low']);
const optionalText = v.optional(v.string());
const params = v.record(v.string(), v.union([v.string(), v.number()]));

const kind = v.union([
  v.looseObject({ type: v.literal('value'), detector: v.string(), scheme: optionalText }),
  v.looseObject({ type: v.literal('field'), class: v.string() }),
]);
const place = v.looseObject({
  node: v.number(),
  path: v.string(),
  channel: v.string(),
  name: optionalText,
  treatment: v.picklist(['captured', 'masked', 'excluded', 'unknown']),
  why: v.string(),
  rule: optionalText,
});
const leak = {
  id: v.string(),
  kind,
  severity,
  certainty: v.picklist(['leak', 'possible']),
  tags: texts,
  confidence: v.number(),
  sample: v.string(),
  places: v.pipe(v.array(place), v.minLength(1)),
  values: v.optional(texts),
};
const uninspected = v.looseObject({
  kind: v.string(),
  path: v.string(),
  reason: v.string(),
  detail: optionalText,
  origin: optionalText,
});
const suppression = {
  id: v.string(),
  reason: v.string(),
  expires: v.string(),
  matches: v.number(),
  state: v.picklist(['used', 'unused', 'elsewhere', 'expired']),
};
const paths = { count: v.number(), paths: texts };
const arrival = v.looseObject({ id: v.string(), kind: v.string(), isUnpredicted: v.boolean() });

const report = v.looseObject({
  page: v.string(),
  step: optionalText,
  loaded: v.boolean(),
  leaks: v.array(v.looseObject(leak)),
  suppressed: v.array(v.looseObject({ ...leak, by: texts })),
  suppressions: v.array(v.looseObject(suppression)),
  accepted: v.optional(v.array(v.looseObject({ ...leak, reason: v.string(), expires: v.string() }))),
  overMasked: v.array(v.looseObject({ ...paths, content: v.string(), treatment: v.string() })),
  uninspected: v.array(uninspected),
  problems: v.array(
    v.looseObject({ ruleId: v.string(), kind: v.string(), selector: v.string(), detail: v.string() }),
  ),
  hazards: v.array(v.looseObject({ ...paths, id: v.string(), severity, unit: v.string(), rules: texts })),
  inForce: v.nullable(
    v.looseObject({ notGiven: texts, notListed: texts, otherAction: texts, untold: texts }),
  ),
  coverage: v.nullable(v.record(v.string(), v.record(v.string(), v.number()))),
  rules: v.array(v.looseObject({ id: v.string(), name: v.string(), matches: v.number() })),
  wire: v.optional(v.looseObject({ arrivals: v.array(arrival) })),
});

const result = v.strictObject({ at: number, reports: v.array(report) });
const plan = v.strictObject({ plan: number, page: v.string(), step: optionalText });

const measured = v.strictObject({
  date: v.string(),
  version: optionalText,
  doubt: v.optional(v.picklist(['old', 'other-version'])),
  cells: number,
  setAside: number,
  contradictions: v.array(
    v.looseObject({
      ...{ kind: v.string(), name: optionalText, state: v.string(), effect: v.string() },
      says: v.picklist(['leaks', 'hides']),
    }),
  ),
});

const header = v.strictObject({
  scrim: v.literal(resultsVersion),
  file: v.literal('check-results'),
  binding: v.string(),
  list: v.string(),
  looks: number,
  shard: v.optional(
    v.pipe(
      v.strictObject({ index: number, of: number }),
      v.check(({ index, of }) => index >= 1 && index <= of, 'no shard'),
    ),
  ),
  run: v.strictObject({
    profile: v.string(),
    detectors: v.array(v.looseObject({ id: v.string(), severity })),
    rulesFile: v.optional(v.strictObject({ path: v.string(), lines: v.record(v.string(), number) })),
    measured: v.optional(measured),
    settingsProblems: v.array(
      v.looseObject({ kind: v.picklist(['detector', 'suppression']), at: number, code: v.string(), params }),
    ),
    notes: v.array(v.strictObject({ what: v.string(), params })),
    failOn: v.strictObject({
      maxLeaks: v.optional(v.number()),
      severity: v.optional(severity),
      possible: v.optional(v.boolean()),
      detectors: v.optional(v.record(v.string(), v.number())),
      stoppedRules: v.optional(v.boolean()),
      lostCoverage: v.optional(v.boolean()),
    }),
    baseline: optionalText,
    isPart: v.optional(v.boolean()),
    showValues: v.boolean(),
    today: v.string(),
  }),
});

/** A line of a results file is none. Its text says where; it quotes nothing of the line. */
export class ResultsError extends Error {
  override readonly name = 'ResultsError';
}

/** @throws {ResultsError} */
export function readResultsHeader(line: string): ResultsHeader {
  return read(header, line, 'the first line is not the header of a results file') as ResultsHeader;
}

/** @throws {ResultsError} */
export function readPlanLine(line: string): PlanLine {
  return read(plan, line, 'a line of the plan cannot be read') as PlanLine;
}

/**
 * What was found out in one look. Verdicts are made anew: they are what follows from the rest.
 *
 * @throws {ResultsError}
 */
export function readResultLine(line: string): ResultLine {
  const { at, reports } = read(result, line, 'a result cannot be read') as ResultLine;
  return { at, reports: reports.map(judged) };
}

function judged(page: PageReport): PageReport {
  const verdict = verdictOf(page.leaks, page.uninspected);
  // A page that says it was not loaded and names nothing that was not looked at contradicts itself.
  if (!page.loaded && verdict.uninspected === 0) throw new ResultsError('a result contradicts itself');
  return { ...page, verdict };
}

function read(schema: v.GenericSchema, line: string, problem: string): unknown {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ResultsError(`${problem}: it is not JSON`);
  }
  const answer = v.safeParse(schema, json);
  if (answer.success) return answer.output;
  const path = answer.issues[0].path?.map(({ key }) => String(key)).join('.') ?? '';
  throw new ResultsError(`${problem}: ${path.slice(0, 80) || 'its shape'}`);
}
