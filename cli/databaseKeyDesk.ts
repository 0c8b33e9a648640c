import { eq } from 'drizzle-orm';
import { ApiError } from '../server/apiError.ts';
import type { NewKey } from '../server/apiKeys.ts';
import type { Db } from '../server/database.ts';
import { keyJson, keyRoles, parseKeyBody, roleName } from '../server/keyBody.ts';
import { createKey, listKeys, regenerateKey, revokeKey } from '../server/keyStore.ts';
import { orgs } from '../server/schema.ts';
import { seedOrg } from '../server/seedOrg.ts';
import { type KeyDesk, KeyDeskError, type MadeKey, type WantedKey } from './keyDesk.ts';
import { type DatabasePlace, localActor, localDatabase } from './localDatabase.ts';

export interface DatabaseKeyDeskOptions extends DatabasePlace {
  readonly org: string;
  /** Name of the org, when it is to be created with its first key. */
  readonly newOrg: string | undefined;
}

/** As FullStory's ids are; the part behind the last dash is the region. */
const orgIdForm = /^o-[A-Za-z0-9]{1,40}-[a-z]{2}[0-9]$/;

const maxListed = 100_000;

/**
 * The keys of an org in the database itself.
 *
 * @throws {KeyDeskError} for everything that is refused
 */
export async function databaseKeyDesk(options: DatabaseKeyDeskOptions): Promise<KeyDesk> {
  const { org, newOrg } = options;
  if (newOrg !== undefined && !orgIdForm.test(org))
    throw new KeyDeskError('The id of an org looks like o-ACME-na1: letters and digits, then the region.');
  const database = localDatabase(options);
  const withDb = <T>(work: (db: Db) => Promise<T>) => refused(async () => work(await database.open()));
  try {
    await withDb((db) => checkOrg(db, org, newOrg !== undefined));
  } catch (error) {
    await database.close();
    throw error;
  }
  const create = async (wanted: WantedKey): Promise<MadeKey> => {
    const { email, role, expiresAt: expires_at } = wanted;
    const owner = parseKeyBody({ email, role, expires_at }, new Date());
    if (newOrg === undefined) return withDb(async (db) => shown(await createKey(db, localActor(org), owner)));
    if (owner.role !== keyRoles.admin || owner.expiresAt)
      throw new KeyDeskError('The first key of an org is an Admin key that does not expire.');
    const { keys } = await seedOrg(database, { orgId: org, name: newOrg, rules: [], keys: [owner] });
    const [made] = keys;
    if (!made) throw new Error('An org without its key.');
    return shown(made);
  };
  return {
    create: (wanted) => refused(() => create(wanted)),
    list: () => withDb(async (db) => (await listKeys(db, org, { after: 0, limit: maxListed })).map(keyJson)),
    revoke: (id) => withDb((db) => revokeKey(db, localActor(org), id)),
    regenerate: (id) => withDb(async (db) => shown(await regenerateKey(db, localActor(org), id))),
    close: database.close,
  };
}

async function checkOrg(db: Db, org: string, isNew: boolean): Promise<void> {
  const [found] = await db.select({ id: orgs.id }).from(orgs).where(eq(orgs.id, org));
  if (found && isNew) throw new KeyDeskError(`There is an org ${org} already. Leave --new-org out.`);
  if (!found && !isNew) throw new KeyDeskError(`There is no org ${org} here. --new-org "<name>" creates it.`);
}

/** What the server would answer in JSON, the command says in its own way. */
async function refused<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ApiError) throw new KeyDeskError(error.message);
    throw error;
  }
}

function shown({ id, email, role, key }: NewKey): MadeKey {
  return { id, email, role: roleName(role), key };
}
