// `npm test`: everything that must hold, on a bare machine. The last line is `N passed, N failed`.
import { buildExtension } from './buildExtension.ts';
import { buildPageScript } from './buildPageScript.ts';
import { type BrowserKind, findBrowser } from './findBrowser.ts';
import { runCommand } from './runCommand.ts';
import { runTestProject, type TestTotals } from './runTestProject.ts';

const projects = ['unit', 'architecture', 'page', 'conformance', 'ui', 'screens', 'e2e'] as const;

/**
 * Where it is stopped. On two quiet cores the longest part takes 10 minutes and the whole about 40, more than the quarter
 * of an hour that it should; a run that hangs still ends.
 */
const wholeRun = 60 * 60_000;
const oneStep = 15 * 60_000;

interface Line extends TestTotals {
  readonly name: string;
  readonly seconds: number;
}

async function main(): Promise<number> {
  const started = Date.now();
  const env: Record<string, string> = {};
  const lines: Line[] = [];
  const timeLeft = (): number => Math.max(1_000, Math.min(oneStep, started + wholeRun - Date.now()));
  const step = async (name: string, run: () => Promise<TestTotals>): Promise<void> => {
    const begun = Date.now();
    console.log(`\n== ${name}`);
    const totals = await run().catch(failedRun);
    if (totals.problem) console.log(`${name}: ${totals.problem}`);
    lines.push({ name, seconds: Math.round((Date.now() - begun) / 1000), ...totals });
  };

  await step('chrome', () => needBrowser('chrome', 'CHROME_PATH', env));
  await step('firefox', () => needBrowser('firefox', 'FIREFOX_PATH', env));
  await step('build', buildAll);
  await step('check', () => runCheck(timeLeft()));
  for (const project of projects) await step(project, () => runTestProject(project, timeLeft(), env));
  return report(lines);
}

/** Nothing to count when it works: a browser is a condition, not a test. */
async function needBrowser(
  kind: BrowserKind,
  variable: string,
  env: Record<string, string>,
): Promise<TestTotals> {
  const path = await findBrowser({ kind, install: true, log: console.log });
  env[variable] = path;
  console.log(path);
  return { passed: 0, failed: 0 };
}

async function buildAll(): Promise<TestTotals> {
  console.log(await buildPageScript());
  console.log(await buildExtension('chrome'));
  console.log(await buildExtension('firefox'));
  return { passed: 0, failed: 0 };
}

/** Types, lint, formatting and the arrows: one thing that holds or does not. */
async function runCheck(timeout: number): Promise<TestTotals> {
  const { code, problem } = await runCommand('npm', ['run', '--silent', 'check'], { show: true, timeout });
  if (code === 0) return { passed: 1, failed: 0 };
  return { passed: 0, failed: 1, problem: problem ?? `npm run check ended with code ${code}` };
}

function failedRun(error: unknown): TestTotals {
  return { passed: 0, failed: 1, problem: error instanceof Error ? error.message : String(error) };
}

function report(lines: readonly Line[]): number {
  const sum = (key: 'passed' | 'failed'): number => lines.reduce((total, line) => total + line[key], 0);
  console.log('\n== totals');
  for (const { name, passed, failed, seconds, problem } of lines) {
    const columns = [name.padEnd(14), `${passed} passed`.padStart(12), `${failed} failed`.padStart(10)];
    console.log(`${columns.join(' ')}  ${seconds} s${problem ? `  ${problem.split('\n')[0]}` : ''}`);
  }
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
}

process.exitCode = await main();
