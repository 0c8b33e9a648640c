import { openDatabase } from '../../server/openDatabase.ts';
import { seedOrg } from '../../server/seedOrg.ts';

export interface SeededWriters {
  readonly orgId: string;
  /** One Admin key for each writer: five hundred people, each within their own rate limit. */
  readonly keys: readonly string[];
}

/** An org of its own for a proof, in a database that no server need have opened before. */
export async function seedWriters(
  place: { readonly databaseUrl?: string; readonly dataDir?: string },
  writers: number,
): Promise<SeededWriters> {
  const now = () => new Date();
  const database = openDatabase({ ...place, maxConnections: 1, now, log: () => undefined });
  const orgId = `o-P${Date.now().toString(36).toUpperCase()}-na1`;
  const keys = Array.from(
    { length: writers },
    (_, n) => ({ role: 'ADMIN', email: `w${n}@proof.example` }) as const,
  );
  try {
    const made = await seedOrg(database, { orgId, name: 'Proof', rules: [], keys, now });
    return { orgId, keys: made.keys.map(({ key }) => key) };
  } finally {
    await database.close();
  }
}
