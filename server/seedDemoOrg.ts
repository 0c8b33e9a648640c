import { eq } from 'drizzle-orm';
import type { Database } from './database.ts';
import { demoOrg } from './demoOrg.ts';
import { orgs } from './schema.ts';
import { type SeededOrg, seedOrg } from './seedOrg.ts';

/** Creates the demo org the first time. @returns its keys then, and undefined when it is there already */
export async function seedDemoOrg(database: Database): Promise<SeededOrg | undefined> {
  const db = await database.open();
  const found = await db.select({ id: orgs.id }).from(orgs).where(eq(orgs.id, demoOrg.orgId));
  return found.length > 0 ? undefined : await seedOrg(database, demoOrg);
}
