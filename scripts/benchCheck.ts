// `npm run bench:check -- [--only workers-1,workers-2,workers-4,shards,killed,bare,peers] [--pages 500] [--data <folder>]`: `scrim check`
// over real pages that are not part of the project (docs/benchmarks.md). Parts compare their reports with each other's.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { benchBare } from './check/benchBare.ts';
import { openBenchCorpus } from './check/benchCorpus.ts';
import { type BenchRun, benchKilled, benchShards, benchWorkers } from './check/benchParts.ts';
import { benchPeers } from './check/benchPeers.ts';
import { benchRules } from './check/benchRules.ts';
import { projectRoot } from './projectRoot.ts';

const parts: Readonly<Record<string, (run: BenchRun) => Promise<void>>> = {
  'workers-1': (run) => benchWorkers(run, 1),
  'workers-2': (run) => benchWorkers(run, 2),
  'workers-4': (run) => benchWorkers(run, 4),
  shards: benchShards,
  killed: benchKilled,
  bare: benchBare,
  peers: benchPeers,
};

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, pages: { type: 'string' }, data: { type: 'string' } },
  });
  const wanted = values.only?.split(',') ?? Object.keys(parts);
  const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length > 0) {
    console.error(`There is no part ${unknown.join(', ')}; there are: ${Object.keys(parts).join(', ')}`);
    return 2;
  }
  const data = resolve(values.data ?? join(projectRoot, '..', 'shared', 'data'));
  const corpus = await openBenchCorpus(data, Number(values.pages ?? 500));
  const count = corpus.addresses.length;
  const folder = join(projectRoot, 'out', 'bench', `check-${count}`);
  // All parts in one call begin anew; a part by itself is held against those before it.
  if (values.only === undefined) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const run = { folder, count, list: join(folder, 'list.txt'), rules: join(folder, 'rules.json') };
  writeFileSync(run.list, corpus.addresses.join('\n'));
  writeFileSync(run.rules, JSON.stringify(benchRules()));
  try {
    for (const name of wanted) {
      console.log(`\n== ${name}, ${count} pages, 500 rules`);
      await parts[name]?.(run);
    }
  } finally {
    await corpus.close();
  }
  return 0;
}

process.exitCode = await main();
