import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoOrg } from '../../server/demoOrg.ts';
import { seedOrg } from '../../server/seedOrg.ts';
import { startServer } from '../../server/startServer.ts';

export interface SettingsServer {
  readonly url: string;
  /** An Admin key of the demo org, ada@... */
  readonly key: string;
  /** Another person's Admin key of the same org, bea@... */
  readonly otherKey: string;
  /** Everything it wrote to its log. */
  readonly lines: readonly string[];
  close(): Promise<void>;
}

/** The real settings server with the demo org, on an embedded database in a folder of its own. */
export async function startSettingsServer(): Promise<SettingsServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'scrim-e2e-data-'));
  const lines: string[] = [];
  const server = await startServer({ port: 0, dataDir, log: (line) => lines.push(line) });
  const close = async (): Promise<void> => {
    await server.close();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    await server.ready;
    const other = { role: 'ADMIN', email: 'bea@acme-outfitters.example' } as const;
    const { keys } = await seedOrg(server.database, { ...demoOrg, keys: [...demoOrg.keys, other] });
    const [key, otherKey] = keys.filter(({ role }) => role === 'ADMIN').map((made) => made.key);
    if (key === undefined || otherKey === undefined) throw new Error('The demo org has no Admin keys.');
    return { url: server.url, key, otherKey, lines, close };
  } catch (error) {
    await close();
    throw error;
  }
}
