import { eq } from 'drizzle-orm';
import { inject } from 'vitest';
import { demoOrg } from '../../server/demoOrg.ts';
import { orgs } from '../../server/schema.ts';
import { seedOrg } from '../../server/seedOrg.ts';
import { type RunningServer, startServer } from '../../server/startServer.ts';

export interface SettingsServer {
  readonly url: string;
  /** Ada's Admin key of the demo org: the one the extension gets. */
  readonly key: string;
  /** Bea's Admin key of the same org: somebody else. */
  readonly otherKey: string;
  /** Everything it wrote to its log. */
  readonly lines: readonly string[];
  close(): Promise<void>;
}

export const otherEmail = 'bea@acme-outfitters.example';

/** The real settings server with the demo org as it was on its first day. */
export async function startSettingsServer(): Promise<SettingsServer> {
  const lines: string[] = [];
  const log = (line: string) => lines.push(line);
  const server = await startServer({ port: 0, dataDir: inject('dataDir'), log });
  try {
    await server.ready;
    const [key, otherKey] = await adminKeys(server);
    if (key === undefined || otherKey === undefined) throw new Error('The demo org has no Admin keys.');
    return { url: server.url, key, otherKey, lines, close: server.close };
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function adminKeys({ database }: RunningServer): Promise<string[]> {
  const db = await database.open();
  await db.delete(orgs).where(eq(orgs.id, demoOrg.orgId));
  const seed = { ...demoOrg, keys: [...demoOrg.keys, { role: 'ADMIN', email: otherEmail } as const] };
  const { keys } = await seedOrg(database, seed);
  return keys.filter(({ role }) => role === 'ADMIN').map(({ key }) => key);
}
