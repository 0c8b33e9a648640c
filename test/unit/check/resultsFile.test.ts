import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { pagesOfRun } from '../../../cli/results/pagesOfRun.ts';
import { createResultsFile, openResultsFile } from '../../../cli/results/resultsFile.ts';
import { ResultsError } from '../../../core/check/readResultsLine.ts';
import { type ResultsHeader, resultsVersion } from '../../../core/check/resultsFile.ts';
import { notLoadedReport } from '../../../core/report/notLoadedReport.ts';
import type { PageReport } from '../../../core/report/pageReport.ts';

const folder = mkdtempSync(join(tmpdir(), 'scrim-results-'));
afterAll(() => rmSync(folder, { recursive: true }));

const numbers = Array.from({ length: 100 }, (_, at) => at).values();
const fresh = () => join(folder, `${numbers.next().value}.jsonl`);

const header: ResultsHeader = {
  scrim: resultsVersion,
  file: 'check-results',
  binding: 'b',
  list: 'l',
  looks: 3,
  run: {
    profile: 'fullstory',
    detectors: [],
    settingsProblems: [],
    notes: [],
    failOn: {},
    showValues: false,
    today: '2026-11-25',
  },
};
const plan = ['a', 'b', 'c'].map((page, at) => ({ plan: at, page }));
const loaded = (page: string): PageReport => ({
  ...notLoadedReport(page, ''),
  loaded: true,
  uninspected: [],
  verdict: { level: 'green', leaks: 0, possibleLeaks: 0, uninspected: 0 },
});

async function written(path: string): Promise<void> {
  const file = await createResultsFile(path, header, plan);
  await Promise.all([file.add(2, [loaded('c')]), file.add(0, [loaded('a')])]);
  await file.close();
}

async function told(path: string): Promise<string> {
  try {
    await pagesIn(path);
    return '';
  } catch (error) {
    if (error instanceof ResultsError) return error.message;
    throw error;
  }
}

async function pagesIn(path: string): Promise<readonly string[]> {
  const file = await openResultsFile(path, 'read');
  const pages: string[] = [];
  try {
    for await (const page of pagesOfRun([file])()) pages.push(`${page.page} ${page.loaded}`);
  } finally {
    await file.close();
  }
  return pages;
}

describe('a results file', () => {
  test('gives its pages in the order of the list, and names those that were not taken', async () => {
    const path = fresh();
    await written(path);
    expect(await pagesIn(path)).toEqual(['a true', 'b false', 'c true']);
  });

  test('is gone on with after its last line was cut off', async () => {
    const path = fresh();
    await written(path);
    truncateSync(path, readFileSync(path).length - 40);
    expect(await pagesIn(path)).toEqual(['a false', 'b false', 'c true']);
    const file = await openResultsFile(path, 'go-on');
    expect([0, 1, 2].map((at) => file.isTaken(at))).toEqual([false, false, true]);
    await file.add(0, [loaded('a')]);
    await file.close();
    expect(await pagesIn(path)).toEqual(['a true', 'b false', 'c true']);
  });

  test('of what was written twice the last counts', async () => {
    const path = fresh();
    await written(path);
    const file = await openResultsFile(path, 'go-on');
    await file.add(2, [notLoadedReport('c', 'gone')]);
    await file.close();
    expect(await pagesIn(path)).toEqual(['a true', 'b false', 'c false']);
  });

  test('is never written over, and nobody else may read it', async () => {
    const path = fresh();
    await written(path);
    await expect(createResultsFile(path, header, plan)).rejects.toThrow('EEXIST');
  });

  const line = JSON.stringify({ at: 1, reports: [loaded('b')] });
  test.each([
    ['empty', () => '', 'no header'],
    ['a report', () => '{"scrim":1,"pages":[]}\n', 'not the header'],
    ['no JSON', () => 'hello\n', 'not JSON'],
    ['of a later version', () => `${JSON.stringify({ ...header, scrim: 2 })}\n`, 'scrim'],
    [
      'with a shard that is none',
      () => `${JSON.stringify({ ...header, shard: { index: 5, of: 4 } })}\n`,
      'shard',
    ],
  ])('that is %s is refused', async (_what, content, why) => {
    const path = fresh();
    writeFileSync(path, content());
    expect(await told(path)).toContain(why);
  });

  test.each([
    ['of another kind', '{"hello":1}', 'none of a results file'],
    ['of a look that nobody planned', line.replace('"at":1', '"at":77'), 'nobody planned'],
    [
      'that says it is clean and did not load',
      line.replace('"loaded":true', '"loaded":false'),
      'contradicts itself',
    ],
    ['with leaks of another shape', line.replace('"leaks":[]', '"leaks":[{"id":{}}]'), 'leaks.0'],
    ['with keys of the prototype', line.replace('"page":"b"', '"__proto__":{"page":"b"}'), 'page'],
  ])('a line %s is refused', async (_what, text, why) => {
    const path = fresh();
    await written(path);
    appendFileSync(path, `${text}\n`);
    expect(await told(path)).toContain(why);
  });

  test('a verdict that was made better by hand is made anew', async () => {
    const path = fresh();
    await written(path);
    const frame = '"uninspected":[{"kind":"frame","path":"p","reason":"frame"}],"problems"';
    appendFileSync(path, `${line.replace('"uninspected":[],"problems"', frame)}\n`);
    const file = await openResultsFile(path, 'read');
    expect((await file.read(1))[0]?.verdict).toMatchObject({ level: 'amber', uninspected: 1 });
    await file.close();
  });
});
