// What is kept on this computer, in numbers, and its end. Nothing is erased unseen: what would be lost of somebody's work
// is counted first, and asks for a word to be typed.

import type { ConnectionInfo } from '../core/connections/connectionInfo.ts';
import { withoutConnection } from '../core/connections/connectionList.ts';
import type { EraseRequest, KeptData, KeptSource } from '../core/connections/keptData.ts';
import { sourceIdOf } from '../core/connections/sourceIdOf.ts';
import type { createTurns } from '../core/settings/createTurns.ts';
import type { JournalEntry } from '../core/settings/draft.ts';
import { replayDrafts } from '../core/settings/replayDrafts.ts';
import { readConnections, writeConnections } from './connectionStore.ts';
import type { JournalKeeper, KeptOfSource } from './journalKeeper.ts';
import type { JournalStorage } from './journalStorage.ts';
import type { KeyVault } from './keyVault.ts';
import { ProblemError } from './problemError.ts';
import { keySlotOf } from './settingsConnection.ts';

export interface DataDesk {
  read(): Promise<KeptData>;
  /** @throws {ProblemError} `confirmation-missing`, `push-running` */
  erase(request: EraseRequest): Promise<KeptData>;
}

export interface DataDeskDeps {
  readonly storage: JournalStorage & JournalKeeper;
  readonly vault: KeyVault;
  /** What is kept outside of the journal's database. */
  readonly others: () => Promise<Pick<KeptData, 'savedPages' | 'sites'>>;
  /** Empties storage.local, storage.session and every database of the extension. */
  readonly eraseEverything: () => Promise<void>;
  readonly isPushing: () => boolean;
  /** Those in which the list of connections is changed. */
  readonly listTurns: ReturnType<typeof createTurns>;
}

/** To be typed before everything is erased. */
const everything = 'erase everything';

export function createDataDesk(deps: DataDeskDeps): DataDesk {
  const read = () => readKept(deps);
  return {
    read,
    erase: async ({ sourceId, typed }) => {
      if (deps.isPushing()) throw new ProblemError('push-running');
      const kept = await read();
      const confirm =
        sourceId === undefined
          ? kept.confirm
          : kept.sources.find((source) => source.sourceId === sourceId)?.confirm;
      if (confirm !== undefined && confirm !== null && typed !== confirm) {
        throw new ProblemError('confirmation-missing');
      }
      await deps.listTurns(() => eraseOf(deps, sourceId));
      return read();
    },
  };
}

async function eraseOf(deps: DataDeskDeps, sourceId: string | undefined): Promise<void> {
  if (sourceId !== undefined) return eraseSource(deps, sourceId);
  await deps.vault.forget();
  await deps.eraseEverything();
}

/** Keys first: whatever fails after that cannot talk to the org. */
async function eraseSource({ storage, vault }: DataDeskDeps, sourceId: string): Promise<void> {
  let list = await readConnections(storage);
  for (const connection of list.connections.filter((one) => sourceIdOf(one) === sourceId)) {
    await vault.forget(keySlotOf(connection));
    list = withoutConnection(list, connection.id);
  }
  await writeConnections(storage, list);
  await storage.eraseSource(sourceId);
}

async function readKept({ storage, vault, others }: DataDeskDeps): Promise<KeptData> {
  const { connections } = await readConnections(storage);
  const sourceIds = new Set([...(await storage.listSources()), ...connections.map(sourceIdOf)]);
  const sources: KeptSource[] = [];
  for (const sourceId of sourceIds) {
    sources.push(countSource(sourceId, connections, await storage.readSource(sourceId)));
  }
  const states = await Promise.all(connections.map((one) => vault.stateOf(keySlotOf(one))));
  return {
    sources,
    ...(await others()),
    keys: states.filter((state) => state !== 'missing').length,
    confirm: sources.some(({ confirm }) => confirm !== null) ? everything : null,
  };
}

function countSource(
  sourceId: string,
  connections: readonly ConnectionInfo[],
  { drafts, pushes, proposals, values }: KeptOfSource,
): KeptSource {
  const shelf = replayDrafts(drafts as readonly JournalEntry[]);
  const draftedChanges = shelf.drafts
    .filter(({ isRemoved }) => !isRemoved)
    .reduce((sum, { id }) => sum + (shelf.stateOf(id)?.changes.length ?? 0), 0);
  const isLocal = sourceId === 'local';
  const name = isLocal ? '' : sourceId.slice(sourceId.indexOf('#') + 1);
  const keptEdits = lengthOf(values.edits);
  const leaks = values.leaks as { detectors?: unknown; suppressions?: unknown } | undefined;
  const leakEntries = lengthOf(leaks?.detectors) + lengthOf(leaks?.suppressions);
  const rules = isLocal ? rulesIn(values['local-rules']) : rulesIn(values.cache);
  const measured = lengthOf(values.measured);
  const work = draftedChanges + keptEdits + leakEntries + measured + (isLocal ? rules : 0);
  return {
    ...{ sourceId, name, draftedChanges, keptEdits, rules, leakEntries },
    connections: connections.filter((one) => sourceIdOf(one) === sourceId).map(({ id }) => id),
    pushes: new Set(pushes.map(({ pushId }) => pushId)).size,
    proposals: new Set(proposals.map(({ key }) => key)).size,
    ruleMemories: lengthOf(values.matches),
    bytes: JSON.stringify([drafts, pushes, proposals, values]).length,
    confirm: work > 0 ? name || 'local rules' : null,
  };
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

/** The cache has a rule set, the local rules are a rule file. */
function rulesIn(value: unknown): number {
  const held = value as { readonly ruleSet?: Holder; readonly file?: Holder } | undefined;
  return lengthOf((held?.ruleSet ?? held?.file)?.rules);
}

interface Holder {
  readonly rules?: unknown;
}
