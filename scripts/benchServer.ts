// `npm run bench:server [-- --seconds 5]`: reads and writes a second, and how long each takes, with the embedded
// database and with PostgreSQL, beside an answer without a database in the same run (docs/server.md).
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { askServer } from './prove/askServer.ts';
import { type Load, measureLoad } from './prove/measureLoad.ts';
import { seedWriters } from './prove/seedWriters.ts';
import { PostgresNotFound, startPostgres } from './prove/startPostgres.ts';
import { startServe } from './prove/startServe.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '5' } } });
const ms = Number(values.seconds) * 1000;

/** Enough that no key comes near its own rate limit. */
const people = 200;

const elements = '/v2beta/privacy/elements';
const bareServer = fileURLToPath(new URL('./prove/bareServer.ts', import.meta.url));

interface Row {
  readonly where: string;
  readonly reads: Load;
  readonly writes: Load;
}

async function measure(where: string, url: string, keys: readonly string[]): Promise<Row> {
  let turn = 0;
  const next = () => keys[turn++ % keys.length] ?? '';
  const write = () => {
    const body = {
      name: `b${turn}`,
      description: '0',
      source: { selector: `.b${turn}` },
      operation: { action: 'MASK', scope: 'ALL_SESSIONS' },
      platforms: ['WEB'],
    };
    const headers = { 'Idempotency-Key': randomUUID() };
    return askServer({ url, key: next(), method: 'POST', path: elements, body, headers });
  };
  const path = `${elements}/${String((await write())?.json.id)}`;
  const isRight = (answer: Awaited<ReturnType<typeof write>>) => answer?.status === 200;
  const reads = await measureLoad(ms, async () => isRight(await askServer({ url, key: next(), path })));
  const writes = await measureLoad(ms, async () => isRight(await write()));
  return { where, reads, writes };
}

async function bare(): Promise<Row> {
  const child = spawn(process.execPath, [bareServer], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    return await measure('no database (control)', await urlOf(child), ['none']);
  } finally {
    child.kill();
  }
}

function urlOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`The control ended with ${code}.`)));
    child.stdout?.once('data', (part: Buffer) => resolve(part.toString().trim().replace('ready at ', '')));
  });
}

async function served(
  where: string,
  place: { readonly databaseUrl?: string; readonly dataDir?: string },
): Promise<Row> {
  const { keys } = await seedWriters(place, people);
  const server = await startServe(place);
  try {
    return await measure(where, server.url, keys);
  } finally {
    await server.end('SIGTERM');
  }
}

async function embedded(): Promise<Row> {
  const dataDir = await mkdtemp(join(tmpdir(), 'scrim-bench-'));
  try {
    return await served('embedded (PGlite)', { dataDir });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function onPostgres(): Promise<Row> {
  const postgres = await startPostgres(console.log);
  try {
    return await served(`PostgreSQL ${postgres.version.split(' ')[0]}`, { databaseUrl: postgres.url });
  } finally {
    await postgres.stop();
  }
}

function print(rows: readonly Row[]): void {
  const [control] = rows;
  console.log('                          requests/s    p50 ms    p99 ms  p50 to control  failed');
  for (const kind of ['reads', 'writes'] as const) {
    for (const row of rows) {
      const { perSecond, p50, p99, failed } = row[kind];
      const ratio = control ? p50 / control[kind].p50 : Number.NaN;
      const numbers = [
        perSecond.toFixed(0).padStart(10),
        p50.toFixed(1).padStart(10),
        p99.toFixed(1).padStart(10),
      ];
      const tail = `${ratio.toFixed(1).padStart(16)}${String(failed).padStart(8)}`;
      console.log(`${kind.padEnd(7)}${row.where.padEnd(23)}${numbers.join('').slice(4)}${tail}`);
    }
  }
}

async function main(): Promise<number> {
  const rows = [await bare(), await embedded(), await onPostgres()];
  print(rows);
  return rows.every(({ reads, writes }) => reads.failed + writes.failed === 0) ? 0 : 1;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof PostgresNotFound ? error.message : error);
  return 1;
});
