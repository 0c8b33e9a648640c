import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../projectRoot.ts';
import { type MeasuredCommand, measureCommand, treeOf } from './measureCommand.ts';

/** What every part of the benchmark works with. */
export interface BenchRun {
  readonly folder: string;
  readonly list: string;
  readonly rules: string;
  readonly count: number;
}

const launcher = join(projectRoot, 'bin', 'scrim.mjs');
const aimPerCore = 2;
const aimForShards = 1.11;

/** One run with so many tabs: how fast, how large, and whether it says what other numbers of tabs say. */
export async function benchWorkers(run: BenchRun, workers: number): Promise<void> {
  const measured = await check(run, `w${workers}`, ['--workers', String(workers)]);
  const perSecond = run.count / measured.seconds / cpus().length;
  const perProcessor = run.count / measured.processorSeconds;
  console.log(
    `${workers} tab(s): ${measured.seconds.toFixed(1)} s by the clock, ${measured.processorSeconds.toFixed(1)} s of the processor`,
  );
  console.log(
    `  pages a second for each core, by the clock      ${perSecond.toFixed(2)}  aim >= ${aimPerCore}  ${verdict(perSecond >= aimPerCore)}`,
  );
  console.log(
    `  pages for each second of the processor          ${perProcessor.toFixed(2)}  aim >= ${aimPerCore}  ${verdict(perProcessor >= aimPerCore)}`,
  );
  tellMemory(measured);
  compare(run.folder, `w${workers}.json`);
}

/** Four runs that share the pages, merged: the same report, for how much more time. */
export async function benchShards(run: BenchRun): Promise<void> {
  const whole = await check(run, 'whole', []);
  const shards: MeasuredCommand[] = [];
  const files = [1, 2, 3, 4].map((index) => join(run.folder, `shard${index}.jsonl`));
  for (const [at, file] of files.entries()) {
    rmSync(file, { force: true });
    shards.push(await check(run, `shard${at + 1}`, ['--shard', `${at + 1}/4`, '--results', file]));
  }
  const sum = shards.reduce((total, { seconds }) => total + seconds, 0);
  const work = shards.reduce((total, { processorSeconds }) => total + processorSeconds, 0);
  const ratio = sum / whole.seconds;
  const ratioOfWork = work / whole.processorSeconds;
  console.log(
    `4 shards, summed / one run, by the clock           ${ratio.toFixed(2)}  aim <= ${aimForShards}  ${verdict(ratio <= aimForShards)}`,
  );
  console.log(
    `4 shards, summed / one run, of the processor       ${ratioOfWork.toFixed(2)}  aim <= ${aimForShards}  ${verdict(ratioOfWork <= aimForShards)}`,
  );
  const report = join(run.folder, 'merged.json');
  const merged = await measureCommand(
    process.execPath,
    [launcher, 'merge', ...files, '--report', `json=${report}`],
    { cwd: run.folder },
  );
  console.log(`  merged in ${merged.seconds.toFixed(1)} s`);
  compare(run.folder, 'merged.json');
}

/** The browser is killed again and again at random moments: how many pages are looked at, how many are named. */
export async function benchKilled(run: BenchRun): Promise<void> {
  let kills = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const measured = await check(run, 'killed', ['--workers', '2'], (pid) => {
    const strike = (): void => {
      const own = treeOf(pid).filter(({ parent }) => parent === pid);
      for (const { pid: browser } of own) process.kill(browser, 'SIGKILL');
      kills += own.length;
      timer = setTimeout(strike, 10_000 + Math.random() * 20_000);
    };
    timer = setTimeout(strike, 10_000);
  });
  clearTimeout(timer);
  const { summary, pages } = JSON.parse(readFileSync(join(run.folder, 'killed.json'), 'utf8')) as {
    readonly summary: { readonly pages: number; readonly notLoaded: number };
    readonly pages: readonly object[];
  };
  const isWhole = pages.length === run.count && summary.pages === run.count;
  console.log(
    `browser killed ${kills} times in ${measured.seconds.toFixed(0)} s: ${run.count - summary.notLoaded} of ${run.count} pages looked at, ${summary.notLoaded} named as not loaded  ${verdict(isWhole)}`,
  );
}

async function check(
  run: BenchRun,
  name: string,
  flags: readonly string[],
  started?: (pid: number) => void,
): Promise<MeasuredCommand> {
  const report = join(run.folder, `${name}.json`);
  rmSync(report, { force: true });
  const args = [
    launcher,
    'check',
    '--list',
    run.list,
    '--rules',
    run.rules,
    '--report',
    `json=${report}`,
    ...flags,
  ];
  const measured = await measureCommand(process.execPath, args, {
    cwd: run.folder,
    started: (child) => started?.(child.pid ?? 0),
  });
  if (!existsSync(report)) throw new Error(`The check gave no report: ${measured.output.slice(-500)}`);
  return measured;
}

function verdict(isKept: boolean): string {
  return isKept ? 'kept' : 'MISSED';
}

/** The most in each quarter of the run: flat when the last is no more than the second. */
function tellMemory({ memory, seconds }: MeasuredCommand): void {
  for (const [what, of] of [
    ['the command', 'own'],
    ['with its browser', 'all'],
  ] as const) {
    const quarters = [0, 1, 2, 3].map((quarter) =>
      Math.max(
        0,
        ...memory.filter((one) => Math.floor((one.seconds / seconds) * 4) === quarter).map((one) => one[of]),
      ),
    );
    console.log(
      `  memory, most in each quarter (MB), ${what.padEnd(17)} ${quarters.map((most) => most.toFixed(0)).join(', ')}`,
    );
  }
}

/** Held against what an earlier run said of the same pages, of this call or another. */
function compare(folder: string, name: string): void {
  const hash = createHash('sha256')
    .update(readFileSync(join(folder, name)))
    .digest('hex');
  const kept = join(folder, 'digest.txt');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(kept)) writeFileSync(kept, hash);
  const isSame = readFileSync(kept, 'utf8') === hash;
  console.log(
    `  report, byte by byte as the other runs          ${isSame ? 'the same' : 'ANOTHER'} (${hash.slice(0, 12)})`,
  );
}
