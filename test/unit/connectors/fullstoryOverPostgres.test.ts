import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { openDatabase } from '../../../server/openDatabase.ts';
import { describeSettingsContract } from './settingsContract.ts';

describeSettingsContract('the connector and the server over the PostgreSQL protocol', async () => {
  const db = await PGlite.create();
  const socket = new PGLiteSocketServer({ db, port: 0 });
  await socket.start();
  // The socket server serves one connection at a time.
  const database = openDatabase({
    databaseUrl: `postgres://postgres:postgres@${socket.getServerConn()}/postgres?sslmode=disable`,
    maxConnections: 1,
    now: () => new Date(),
    log: () => undefined,
  });
  return {
    open: database.open,
    close: async () => {
      await database.close();
      await socket.stop();
      await db.close();
    },
  };
});
