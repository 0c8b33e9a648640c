import type { Page } from 'puppeteer';
import type { Uninspected } from '../../core/capture/captureRecord.ts';
import { withoutValues } from '../../core/findings/withoutValues.ts';
import type { LookedAt, PageAdditions } from '../../core/report/makePageReport.ts';
import { notLoadedReport } from '../../core/report/notLoadedReport.ts';
import { pageName } from '../../core/report/pageName.ts';
import type { PageReport } from '../../core/report/pageReport.ts';
import { createIdentity } from '../../core/visitor/createIdentity.ts';
import type { PlantedValue } from '../../core/visitor/plantedValue.ts';
import type { PlayedRecorder } from '../besidesTheWalk.ts';
import type { PageAttendant, PageVisit } from '../pageAttendant.ts';
import { createFlowVisitor } from '../visitor/createFlowVisitor.ts';
import { createFlowRecording, type Recorded, type RecordedPart } from './createFlowRecording.ts';
import type { Flow } from './flow.ts';

export interface NamedFlow {
  /** As reports name it: the path of its module. */
  readonly name: string;
  readonly run: Flow;
}

export interface RunFlowOptions {
  /** A tab in which nothing was opened yet. */
  readonly page: Page;
  /** Source of dist/pageScript.js. */
  readonly pageScript: string;
  readonly recorder: PlayedRecorder;
  readonly wait: number;
  readonly timeout: number;
  readonly seed: number;
  /** BCP 47. */
  readonly locale: string;
  readonly baseUrl?: string;
  /** Who listens over the whole flow; what they found out stands in the last report. They are not asked to act. */
  readonly attendants?: readonly PageAttendant[];
  /** `makePageReport` with what it needs of the run. */
  readonly report: (page: string, scan: LookedAt, step: string) => Promise<PageReport>;
}

/** Step of what was recorded after the last check of a flow. */
export const lastStep = 'after the last check';

/**
 * Runs one flow. Each check becomes a report, and so does each document that was left between two checks; a flow that
 * throws, or checks nothing, becomes a report of a page that was not inspected.
 *
 * @returns in the order of the checks, never empty
 */
export async function runFlow(flow: NamedFlow, options: RunFlowOptions): Promise<readonly PageReport[]> {
  const { page, attendants = [], baseUrl } = options;
  const visit: PageVisit = { page, planted: [] };
  for (const one of attendants) await one.prepare?.(visit);
  const course = await createCourse(visit, options);
  const failure = await failureOf(() =>
    flow.run({ page, scrim: course.scrim, ...(baseUrl === undefined ? {} : { baseUrl }) }),
  );
  // What a flow does not wait for, or catches, is no less a part of the page that was not looked at.
  const unsaid = await course.settled();
  await course.finish();
  const reports = [...course.reports()];
  const why = failure ?? unsaid;
  if (why !== undefined) reports.push(failedReport(flow.name, course, withoutValues(why, visit.planted)));
  else if (course.checks() === 0) reports.push(failedReport(flow.name, course, 'it checks nothing'));
  return withAdditions(reports, await course.additions());
}

async function failureOf(run: () => Promise<void>): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    // Whatever a test throws: the flow is not inspected from there on, and the report says so.
    return firstLine(error);
  }
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n', 1)[0] ?? '';
}

interface Course {
  readonly scrim: Parameters<Flow>[0]['scrim'];
  reports(): readonly PageReport[];
  checks(): number;
  /** Step of the last check; '' before the first one. */
  step(): string;
  /** Resolves when every check and every filling has ended. @returns what the first of them that failed said */
  settled(): Promise<string | undefined>;
  /** What was recorded after the last check is reported too. */
  finish(): Promise<void>;
  additions(): Promise<PageAdditions>;
}

async function createCourse(visit: PageVisit, options: RunFlowOptions): Promise<Course> {
  const { page, seed, locale, attendants = [] } = options;
  const recording = await createFlowRecording(options);
  const identity = createIdentity({ seed, locale });
  const visitor = createFlowVisitor({ page, seed, locale });
  const reports: PageReport[] = [];
  const scans: RecordedPart[] = [];
  const typed: { readonly value: PlantedValue; readonly document: number }[] = [];
  const asked: Promise<string | undefined>[] = [];
  let checks = 0;
  let step = '';

  function told<T>(what: string, work: Promise<T>): Promise<T> {
    asked.push(
      work.then(
        () => undefined,
        (error: unknown) => `${what}: ${firstLine(error)}`,
      ),
    );
    return work;
  }

  async function checkNow(name: string): Promise<PageReport> {
    const recorded = await recording.take();
    await report(recorded, name);
    const last = reports.at(-1);
    if (!last) throw new Error(`nothing was open to be checked at "${name}"`);
    return last;
  }

  async function fillNow(): Promise<number> {
    const { filled, planted } = await visitor.fill();
    plant(planted);
    return filled.length;
  }

  function plant(values: readonly PlantedValue[]): void {
    for (const value of values) {
      typed.push({ value, document: recording.document() });
      visit.planted.push(value);
    }
  }

  /** Reports of all parts, the open document's last. */
  async function report(recorded: Recorded, name: string): Promise<void> {
    for (const part of recorded.parts) {
      scans.push(part);
      const planted = plantedBy(part.document);
      reports.push(await options.report(pageName(part.scan.url), { ...part.scan, planted }, name));
    }
    if (recorded.lost.length > 0) reports.push(lostReport(recorded.lost, name));
  }

  function plantedBy(document: number): readonly PlantedValue[] {
    return typed
      .filter((one) => one.document <= document)
      .map((one) => (one.document < document ? { ...one.value, isEarlier: true } : one.value));
  }

  return {
    scrim: {
      check(name) {
        checks += 1;
        step = name;
        return told('check', checkNow(name));
      },
      fill: () => told('fill', fillNow()),
      value(kind) {
        const value = identity.valueFor(kind);
        if (value === undefined) throw new Error(`the test identity has nothing of the kind "${kind}"`);
        plant([{ kind, value }]);
        return value;
      },
    },
    reports: () => reports,
    checks: () => checks,
    step: () => step,
    settled: async () => (await Promise.all(asked)).find((said) => said !== undefined),
    async finish() {
      const rest = await recording.take().catch(goneWith);
      const kept = rest.parts.filter(({ scan }) => scan.records.length > 0);
      await report({ ...rest, parts: kept }, lastStep);
      await recording.end().catch(goneWith);
    },
    async additions() {
      const scan = scans.at(-1)?.scan;
      if (!scan) return {};
      const whole = { ...scan, records: scans.flatMap((part) => part.scan.records) };
      let all: PageAdditions = {};
      for (const one of attendants) all = { ...all, ...((await one.finish?.(visit, whole)) ?? {}) };
      return all;
    },
  };
}

/** The tab is gone: what it still had is lost, and that is said. */
function goneWith(error: unknown): Recorded {
  if (!(error instanceof Error)) throw error;
  const detail = error.message.split('\n', 1)[0] ?? '';
  return { parts: [], lost: [{ kind: 'page', path: '', reason: 'flow-part-lost', detail }] };
}

function lostReport(lost: readonly Uninspected[], step: string): PageReport {
  const report = notLoadedReport('', '', step);
  return { ...report, uninspected: lost };
}

function failedReport(name: string, course: Course, why: string): PageReport {
  const after = course.step();
  const detail = after === '' ? why : `after "${after}": ${why}`;
  return {
    ...notLoadedReport(name, detail),
    uninspected: [{ kind: 'page', path: '', reason: 'flow-failed', detail }],
  };
}

function withAdditions(reports: readonly PageReport[], additions: PageAdditions): readonly PageReport[] {
  const last = reports.findLastIndex(({ loaded }) => loaded);
  const { uninspected = [], ...rest } = additions;
  return reports.map((report, at) =>
    at === last ? { ...report, ...rest, uninspected: [...report.uninspected, ...uninspected] } : report,
  );
}
