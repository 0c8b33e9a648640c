import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../server/openDatabase.ts';
import { findFaults } from './findFaults.ts';
import type { Proof } from './proveConcurrency.ts';
import { readEverything } from './readEverything.ts';
import { seedWriters } from './seedWriters.ts';
import type { Postgres } from './startPostgres.ts';
import { type ServeProcess, startServe } from './startServe.ts';
import { unitRandom } from './unitRandom.ts';
import { createWriter, type Writer } from './writer.ts';

interface Place {
  readonly databaseUrl?: string;
  readonly dataDir?: string;
}

export interface CrashOptions {
  /** With one, instances and PostgreSQL itself are killed in turn; without, the one process on `dataDir`. */
  readonly postgres?: Postgres;
  readonly dataDir?: string;
  readonly writers: number;
  readonly kills: number;
  readonly seed: number;
}

/**
 * kill -9 under load, again and again, while writers create and count up and settle what they were not told; then
 * every acknowledged write must be there, once.
 */
export async function proveCrashes(options: CrashOptions): Promise<Proof> {
  const { postgres, dataDir, writers: count, kills, seed } = options;
  const place: Place = postgres ? { databaseUrl: postgres.url } : { dataDir: dataDir ?? '' };
  const { orgId, keys } = await seedWriters(place, count);
  const servers = await Promise.all(Array.from({ length: postgres ? 3 : 1 }, () => startServe(place)));
  const writers = keys.map((key, n) =>
    createWriter({ urls: () => servers.map(({ url }) => url), key, random: unitRandom(seed * 7_919 + n) }),
  );
  let isOver = false;
  const work = Promise.all(writers.map((writer, n) => keepWriting(writer, n, () => isOver)));
  // Whoever fails early is heard below, after the killing.
  work.catch(() => undefined);
  try {
    await killInTurn(servers, place, { postgres, kills, random: unitRandom(seed) });
  } finally {
    isOver = true;
  }
  await work;
  await Promise.all(servers.map((server) => server.end('SIGTERM')));
  return await judge(place, orgId, {
    writers,
    kills,
    what: postgres ? 'PostgreSQL and 3 instances' : 'embedded',
  });
}

async function keepWriting(writer: Writer, n: number, isOver: () => boolean): Promise<void> {
  for (let round = 0; !isOver(); round += 1) {
    const id = await writer.create(`c${n}x${round}`, 1);
    for (let times = 0; times < 3 && id !== undefined && !isOver(); times += 1) await writer.countUp(id);
  }
}

async function killInTurn(
  servers: ServeProcess[],
  place: Place,
  how: { readonly postgres: Postgres | undefined; readonly kills: number; readonly random: () => number },
): Promise<void> {
  const { postgres, kills, random } = how;
  const victims = servers.length + (postgres ? 1 : 0);
  for (let kill = 0; kill < kills; kill += 1) {
    await sleep(500 + random() * 1_500);
    const victim = kill % victims;
    const server = servers[victim];
    if (server) {
      await server.end('SIGKILL');
      servers[victim] = await startServe(place);
    } else await postgres?.killAndRestart();
  }
  await sleep(500);
}

async function judge(
  place: Place,
  orgId: string,
  run: { readonly writers: readonly Writer[]; readonly kills: number; readonly what: string },
): Promise<Proof> {
  const diaries = run.writers.map(({ diary }) => diary);
  const database = openDatabase({ ...place, maxConnections: 1, now: () => new Date(), log: () => undefined });
  try {
    const held = await readEverything(await database.open(), orgId);
    const created = diaries.flatMap((diary) => [...diary.created.values()]).filter((ids) => ids.size > 0);
    const updates = diaries.reduce((sum, diary) => sum + diary.updates.length, 0);
    const unknown = diaries.reduce((sum, diary) => sum + diary.unknown, 0);
    const told = `${created.length} creates and ${updates} updates acknowledged, ${unknown} answers lost`;
    return {
      says: `${run.what}: killed ${run.kills} times under ${diaries.length} writers; ${told}`,
      faults: findFaults(diaries, held, false),
    };
  } finally {
    await database.close();
  }
}
