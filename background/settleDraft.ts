import type { LandedRule } from '../core/settings/draft.ts';
import type { JournalStorage } from './journalStorage.ts';

/** Marks draft operations as being the org's settings now. Says nothing twice. */
export async function settleDraft(
  {
    storage,
    now,
    sourceId,
  }: { readonly storage: JournalStorage; readonly now: () => Date; readonly sourceId: string },
  keys: readonly string[],
  landed: readonly LandedRule[],
): Promise<void> {
  const journal = await storage.readDraft(sourceId);
  const settled = new Set(journal.flatMap((entry) => (entry.type === 'settled' ? entry.keys : [])));
  if (keys.every((key) => settled.has(key))) return;
  await storage.appendDraft(sourceId, { type: 'settled', at: now().toISOString(), keys, landed });
}
