// `npm run prove:server -- [--seed <n>] [--writers 500] [--instances 3] [--kills 8] [--only concurrency|crashes|embedded]`:
// real servers on a real PostgreSQL; nothing lost, nothing doubled, the audit log complete (docs/server.md).
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Proof, proveConcurrency } from './prove/proveConcurrency.ts';
import { proveCrashes } from './prove/proveCrashes.ts';
import { PostgresNotFound, startPostgres } from './prove/startPostgres.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    writers: { type: 'string', default: '500' },
    instances: { type: 'string', default: '3' },
    kills: { type: 'string', default: '8' },
    only: { type: 'string' },
  },
});

const seed = Number(values.seed ?? Math.floor(Math.random() * 1e6));
const kills = Number(values.kills);
const writers = Number(values.writers);

/** As many as one process answers while it is killed every other second. */
const crashWriters = 20;

async function onPostgres(): Promise<readonly Proof[]> {
  const postgres = await startPostgres(console.log);
  console.log(`PostgreSQL ${postgres.version}`);
  try {
    const proofs: Proof[] = [];
    if (values.only !== 'crashes') {
      const instances = Number(values.instances);
      proofs.push(
        tell(
          await proveConcurrency({ databaseUrl: postgres.url, writers, instances, seed, log: console.log }),
        ),
      );
    }
    if (values.only !== 'concurrency')
      proofs.push(tell(await proveCrashes({ postgres, writers: crashWriters, kills, seed })));
    return proofs;
  } finally {
    await postgres.stop();
  }
}

async function onFolder(): Promise<readonly Proof[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'scrim-prove-'));
  try {
    return [tell(await proveCrashes({ dataDir, writers: crashWriters, kills, seed }))];
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

function tell(proof: Proof): Proof {
  console.log(`${proof.faults.length === 0 ? 'holds' : 'FAILS'}  ${proof.says}`);
  for (const fault of proof.faults.slice(0, 20)) console.log(`       ${fault}`);
  return proof;
}

async function main(): Promise<number> {
  console.log(`seed ${seed}`);
  const proofs = [
    ...(values.only === 'embedded' ? [] : await onPostgres()),
    ...(values.only === undefined || values.only === 'embedded' ? await onFolder() : []),
  ];
  return proofs.every(({ faults }) => faults.length === 0) ? 0 : 1;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof PostgresNotFound ? error.message : error);
  return 1;
});
