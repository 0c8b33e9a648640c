import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './projectRoot.ts';
import { runCommand } from './runCommand.ts';

export interface TestTotals {
  readonly passed: number;
  readonly failed: number;
  /** What went wrong apart from single tests: a file that could not be loaded, a run that did not end. */
  readonly problem?: string;
}

/** The parts of vitest's JSON report that are counted. */
interface JsonReport {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/**
 * Runs one vitest project and counts. Fails closed: no report, no tests, a file that cannot be loaded or a run
 * that ends badly each count as a failure.
 *
 * @param timeout milliseconds until it is stopped
 */
export async function runTestProject(
  name: string,
  timeout: number,
  env: Readonly<Record<string, string>>,
): Promise<TestTotals> {
  const folder = join(projectRoot, 'out', 'test');
  const file = join(folder, `${name}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  const args = ['run', '--project', name, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const { code, problem } = await runCommand('vitest', args, { show: true, timeout, env });
  if (!existsSync(file))
    return { passed: 0, failed: 1, problem: problem ?? `ended with code ${code}, no report` };
  return countReport(JSON.parse(readFileSync(file, 'utf8')) as JsonReport, code, problem);
}

/** Counts a report; `code` and `problem` are of the process that wrote it. */
export function countReport(report: JsonReport, code: number | null, problem?: string): TestTotals {
  const passed = report.numPassedTests;
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + unloaded;
  if (failed + passed === 0) return { passed: 0, failed: 1, problem: problem ?? 'has no tests' };
  if (failed === 0 && (code !== 0 || !report.success)) {
    return { passed, failed: 1, problem: problem ?? `ended with code ${code} although no test failed` };
  }
  return {
    passed,
    failed,
    ...(unloaded > 0 ? { problem: `${unloaded} test file(s) could not be loaded or ended badly` } : {}),
  };
}
