import { type ReadonlySignal, signal } from '@preact/signals';
import { noLeakSettings } from '../../core/leakSettings/leakSettings.ts';
import type { RuleSet } from '../../core/rules/rule.ts';
import { snapshotLimits } from '../../core/saved/pageSnapshot.ts';
import {
  type SavedPageEntry,
  SavedPagesError,
  type SavedPagesProblem,
} from '../../core/saved/savedPageStorage.ts';
import { snapshotEnding } from '../../core/saved/snapshotFile.ts';
import type { DraftState } from '../../core/settings/draft.ts';
import type { PageClient, PanelClient } from '../client.ts';
import { countCandidates } from '../savedPages/countCandidates.ts';
import type { SavedPagesClient } from '../savedPages/createSavedPagesClient.ts';
import { createSnapshotAssembly } from '../savedPages/createSnapshotAssembly.ts';
import { followEdit } from '../savedPages/followEdit.ts';
import type { SavedCount, SavedImpact } from '../savedPages/savedQuestions.ts';
import type { EditorStore } from './createEditorStore.ts';
import type { LeakSettingsStore } from './createLeakSettingsStore.ts';
import type { SessionStore } from './createSessionStore.ts';

/** What is being done with the saved pages; null while nothing is. */
export type SavedPagesWork = 'keeping' | 'reading' | 'writing' | 'changing';

export type SavedImpactState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'known'; readonly impact: SavedImpact }
  | { readonly kind: 'failed'; readonly detail: string };

export interface SavedPagesStore {
  /** Null while they were not read yet. */
  readonly entries: ReadonlySignal<readonly SavedPageEntry[] | null>;
  readonly work: ReadonlySignal<SavedPagesWork | null>;
  readonly problem: ReadonlySignal<{ readonly code: SavedPagesProblem; readonly detail: string } | null>;
  /** What came of the last thing that was asked for, as a message key and a count. */
  readonly done: ReadonlySignal<{ readonly key: 'kept' | 'imported'; readonly count: number } | null>;
  /** What the edit under way, with the draft, changes on every saved page. */
  readonly impact: ReadonlySignal<SavedImpactState>;
  /** How many elements of the saved pages a suggested selector matches; undefined while that is not known. */
  countOf(selector: string): SavedCount | undefined;
  /** Keeps the page as it is now. */
  keep(): void;
  rename(id: string, name: string): Promise<boolean>;
  remove(id: string): Promise<boolean>;
  clear(): Promise<boolean>;
  /** Offers these pages as one file. */
  save(ids: readonly string[]): Promise<void>;
  read(file: Pick<File, 'size' | 'text'>): Promise<void>;
}

export interface SavedPagesDeps {
  readonly pages: SavedPagesClient;
  readonly page: PageClient;
  readonly saveFile: PanelClient['saveFile'];
  readonly session: SessionStore;
  readonly ruleSet: ReadonlySignal<RuleSet | null>;
  readonly draft: ReadonlySignal<DraftState>;
  readonly editor: EditorStore;
  readonly leakSettings: LeakSettingsStore;
  readonly nextId: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** The saved pages, and what the edit under way changes on them. */
export function createSavedPagesStore(deps: SavedPagesDeps): SavedPagesStore {
  const { pages, page, signal: abort } = deps;
  const entries = signal<readonly SavedPageEntry[] | null>(null);
  const work = signal<SavedPagesWork | null>(null);
  const problem = signal<{ code: SavedPagesProblem; detail: string } | null>(null);
  const done = signal<{ key: 'kept' | 'imported'; count: number } | null>(null);
  const assembly = createSnapshotAssembly();

  /** One thing at a time; afterwards the list is read again. */
  async function run(kind: SavedPagesWork, task: () => Promise<void>): Promise<boolean> {
    // A page that is being kept is at work since it was asked for.
    if (work.peek() !== null && kind !== 'keeping') return false;
    work.value = kind;
    problem.value = null;
    done.value = null;
    try {
      await task();
      entries.value = await pages.ask('list', {});
      return true;
    } catch (error) {
      problem.value = problemOf(error);
      return false;
    } finally {
      work.value = null;
    }
  }

  function keep(): void {
    if (work.peek() !== null) return;
    work.value = 'keeping';
    problem.value = null;
    done.value = null;
    const requestId = deps.nextId();
    assembly.begin(requestId);
    page.send({ type: 'snapshot/take', body: { requestId } });
  }

  function giveUp(code: SavedPagesProblem): void {
    if (work.peek() !== 'keeping') return;
    assembly.begin(-1);
    work.value = null;
    problem.value = { code, detail: '' };
  }

  page.onMessage((message) => {
    if (!('requestId' in message.body) || !assembly.isWaitingFor(message.body.requestId)) return;
    if (message.type === 'snapshot/part') assembly.part(message.body);
    if (message.type === 'snapshot/failed')
      giveUp(message.body.reason === 'too-large' ? 'too-large' : 'not-read');
    if (message.type !== 'snapshot/done') return;
    const whole = assembly.finish(message.body);
    if (!whole) giveUp('incomplete');
    else
      void run('keeping', async () => {
        const savedAt = new Date(deps.now()).toISOString();
        const leaks = deps.leakSettings.dated.peek()?.settings ?? noLeakSettings;
        await pages.ask('keep', { ...whole, savedAt, leaks });
        done.value = { key: 'kept', count: 1 };
      });
  }, abort);
  page.onState((state) => state.kind !== 'ready' && giveUp('not-read'), abort);

  void pages.ask('list', {}, abort).then(
    (known) => {
      entries.value = known;
    },
    (error: unknown) => {
      if (!abort.aborted) problem.value = problemOf(error);
    },
  );

  return {
    entries,
    work,
    problem,
    done,
    impact: followEdit(deps, entries),
    countOf: countCandidates(deps, entries),
    keep,
    rename: (id, name) => run('changing', async () => void (await pages.ask('rename', { id, name }))),
    remove: (id) => run('changing', async () => void (await pages.ask('remove', { id }))),
    clear: () => run('changing', async () => void (await pages.ask('clear', {}))),
    async save(ids) {
      await run('writing', async () => {
        const text = await pages.ask('write', { ids });
        deps.saveFile({ name: fileName(ids, entries.peek() ?? []), type: 'application/json', text });
      });
    },
    async read(file) {
      await run('reading', async () => {
        // Read into memory only when it could be taken at all.
        if (file.size > snapshotLimits.total) throw new SavedPagesError('file');
        const text = await file.text();
        done.value = { key: 'imported', count: await pages.ask('read', { text }) };
      });
    },
  };
}

function problemOf(error: unknown): { code: SavedPagesProblem; detail: string } {
  if (error instanceof SavedPagesError) return { code: error.code, detail: error.message };
  return { code: 'not-stored', detail: error instanceof Error ? error.name : '' };
}

function fileName(ids: readonly string[], entries: readonly SavedPageEntry[]): string {
  const [only] = ids.length === 1 ? entries.filter(({ id }) => id === ids[0]) : [];
  const words = (only?.name ?? 'saved pages').toLowerCase().match(/[a-z0-9]{1,40}/g) ?? ['page'];
  return `${words.slice(0, 6).join('-')}${snapshotEnding}`;
}
