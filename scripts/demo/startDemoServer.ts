import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { demoOrg } from '../../server/demoOrg.ts';
import { DataFolderInUseError } from '../../server/lockDataFolder.ts';
import { orgs } from '../../server/schema.ts';
import { seedOrg } from '../../server/seedOrg.ts';
import { startServer } from '../../server/startServer.ts';
import { projectRoot } from '../projectRoot.ts';

export interface DemoServer {
  readonly url: string;
  /** An Admin key of the demo org, made for this run. */
  readonly key: string;
  close(): Promise<void>;
}

/**
 * The real settings server on an embedded database in .scrim/demo, with the demo org as it was on its first
 * day: what an earlier demo pushed is gone, so that there is something to find again.
 */
export async function startDemoServer(log: (line: string) => void): Promise<DemoServer> {
  let starting = true;
  // How it starts is worth a line; its access log is not.
  const logStart = (line: string): void => {
    if (starting) log(line);
  };
  const dataDir = join(projectRoot, '.scrim', 'demo');
  const server = await startServer({ port: 0, dataDir, log: logStart }).catch(sayInUse);
  try {
    await server.ready;
    starting = false;
    const database = await server.database.open();
    await database.delete(orgs).where(eq(orgs.id, demoOrg.orgId));
    const { keys } = await seedOrg(server.database, demoOrg);
    const admin = keys.find(({ role }) => role === 'ADMIN');
    if (!admin) throw new Error('The demo org has no Admin key.');
    return { url: server.url, key: admin.key, close: server.close };
  } catch (error) {
    await server.close();
    throw error;
  }
}

function sayInUse(error: unknown): never {
  if (!(error instanceof DataFolderInUseError)) throw error;
  throw new Error(
    'Another npm start is still running, and two cannot share its database. End that one first.',
    {
      cause: error,
    },
  );
}
