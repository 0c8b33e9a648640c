import { openDatabase } from '../../server/openDatabase.ts';
import { findFaults } from './findFaults.ts';
import { readEverything } from './readEverything.ts';
import { seedWriters } from './seedWriters.ts';
import { startServe } from './startServe.ts';
import { unitRandom } from './unitRandom.ts';
import { createWriter } from './writer.ts';

export interface Proof {
  readonly says: string;
  /** Empty when it holds. */
  readonly faults: readonly string[];
}

/** So many people change one and the same rule. */
const together = 5;

/**
 * Many writers at once, on several instances over one PostgreSQL: each creates a rule, sends the same create
 * again to any instance, and counts up in a rule that five of them share.
 */
export async function proveConcurrency(options: {
  readonly databaseUrl: string;
  readonly writers: number;
  readonly instances: number;
  readonly seed: number;
  readonly log?: (line: string) => void;
}): Promise<Proof> {
  const { databaseUrl, writers: count, instances, seed, log } = options;
  const { orgId, keys } = await seedWriters({ databaseUrl }, count);
  const servers = await Promise.all(Array.from({ length: instances }, () => startServe({ databaseUrl })));
  try {
    const urls = servers.map(({ url }) => url);
    const writers = keys.map((key, n) =>
      createWriter({ urls: () => urls, key, random: unitRandom(seed * 100_003 + n) }),
    );
    const began = performance.now();
    log?.(`${instances} instances and ${count} people are there`);
    const made = await Promise.all(writers.map((writer, n) => writer.create(`r${n}`, 1)));
    log?.(`created after ${((performance.now() - began) / 1000).toFixed(1)} s`);
    const shared = made.filter((_, n) => n % together === 0);
    await Promise.all(
      writers.map(async (writer, n) => writer.countUp(shared[Math.floor(n / together)] ?? '')),
    );
    const seconds = (performance.now() - began) / 1000;
    const diaries = writers.map(({ diary }) => diary);
    const faults = await faultsIn(databaseUrl, orgId, diaries);
    const overtaken = diaries.reduce((sum, diary) => sum + diary.overtaken, 0);
    const unknown = diaries.reduce((sum, diary) => sum + diary.unknown, 0);
    const writes = `${count} creates, each sent twice, and ${count} updates in ${seconds.toFixed(1)} s`;
    return {
      says: `${instances} instances, ${count} writers: ${writes}; ${overtaken} times 412, ${unknown} answers lost`,
      faults,
    };
  } finally {
    await Promise.all(servers.map((server) => server.end('SIGTERM')));
  }
}

async function faultsIn(
  databaseUrl: string,
  orgId: string,
  diaries: Parameters<typeof findFaults>[0],
): Promise<string[]> {
  const database = openDatabase({
    databaseUrl,
    maxConnections: 1,
    now: () => new Date(),
    log: () => undefined,
  });
  try {
    const held = await readEverything(await database.open(), orgId);
    const unknown = diaries.reduce((sum, diary) => sum + diary.unknown, 0);
    return findFaults(diaries, held, unknown === 0);
  } finally {
    await database.close();
  }
}
