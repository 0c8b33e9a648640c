import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { AppDeps, RateLimit } from '../../../server/appEnv.ts';
import { createApp } from '../../../server/createApp.ts';
import type { Database } from '../../../server/database.ts';
import { type OrgSeed, type SeededOrg, seedOrg } from '../../../server/seedOrg.ts';
import { createServerLog } from '../../../server/serverLog.ts';

export interface TestServer {
  readonly url: string;
  readonly lines: readonly string[];
  /** Moves the server's clock. */
  pass(ms: number): void;
  seed(
    seed?: Partial<OrgSeed>,
  ): Promise<SeededOrg & { readonly admin: string; readonly architect: string; readonly user: string }>;
  close(): Promise<void>;
}

/** The real app over real HTTP on a free loopback port, with a clock that the test moves. */
export async function startTestServer(
  database: Database,
  rateLimit?: RateLimit,
  more: Partial<AppDeps> = {},
): Promise<TestServer> {
  const lines: string[] = [];
  let passed = 0;
  let orgs = 0;
  const now = () => new Date(Date.now() + passed);
  const app = createApp({
    database,
    now,
    newId: randomUUID,
    log: createServerLog({ format: 'text', now, write: (line) => lines.push(line) }),
    ...(rateLimit ? { rateLimit } : {}),
    ...more,
  });
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    lines,
    pass: (ms) => {
      passed += ms;
    },
    seed: async (seed = {}) => {
      orgs += 1;
      const keys = (['ADMIN', 'ARCHITECT', 'USER'] as const).map((role) => ({
        role,
        email: `${role}@org${orgs}.example`,
      }));
      const made = await seedOrg(database, {
        orgId: `o-T${orgs}-na1`,
        name: 'Test',
        rules: [],
        keys,
        now,
        // FullStory's clients send no If-Match; what asks for it is tested by name.
        requiresRevision: false,
        ...seed,
      });
      const [admin = '', architect = '', user = ''] = made.keys.map((key) => key.key);
      return { ...made, admin, architect, user };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.close();
    },
  };
}
