// Starts the settings server on its own: `node server/main.ts [--port 4870] [--data-dir <folder>]`.
// Environment: PORT, SCRIM_DATA_DIR, DATABASE_URL (never an argument: those show in process lists).
// It prints keys once, when it creates the demo org, and never again.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Catalog, createTranslator } from '../core/messages/translate.ts';
import { seedDemoOrg } from './seedDemoOrg.ts';
import { startServer } from './startServer.ts';

const defaultPort = 4870;

const words = new URL('../assets/locales/en/server.json', import.meta.url);
const t = createTranslator(JSON.parse(readFileSync(words, 'utf8')) as Catalog, 'en');

const say = (line: string) => process.stdout.write(`${line}\n`);

/** An argument, else the environment, else nothing. */
function readOptions() {
  const { values } = parseArgs({ options: { port: { type: 'string' }, 'data-dir': { type: 'string' } } });
  const port = Number(values.port ?? process.env.PORT ?? defaultPort);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(t('server.bad-port'));
  return {
    port,
    dataDir: values['data-dir'] ?? process.env.SCRIM_DATA_DIR,
    databaseUrl: process.env.DATABASE_URL || undefined,
  };
}

async function run(): Promise<void> {
  const server = await startServer({ ...readOptions(), log: say });
  const stop = () => {
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    await server.ready;
    const demo = await seedDemoOrg(server.database);
    if (demo) {
      say(t('server.demo-created', { org: demo.orgId }));
      for (const { role, email, key } of demo.keys) say(`  ${role.padEnd(10)} ${email}  ${key}`);
    }
    say(t('server.listening', { url: server.url }));
  } catch (error) {
    await server.close();
    throw error;
  }
}

run().catch((error: unknown) => {
  process.stderr.write(
    `${t('server.not-started', { reason: error instanceof Error ? error.message : '' })}\n`,
  );
  process.exitCode = 1;
});
