import { createSavedPageStore } from './savedPageStore.ts';

/** The name of their database, for whoever opens it. */
export const savedPagesDatabase = 'scrim-saved-pages';

/** How many pages are kept, and how long they are as JSON. */
export async function savedPagesKept(): Promise<{ readonly count: number; readonly bytes: number }> {
  const entries = await createSavedPageStore(savedPagesDatabase, () => crypto.randomUUID()).list();
  return { count: entries.length, bytes: entries.reduce((sum, { length }) => sum + length, 0) };
}
