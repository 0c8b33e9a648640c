import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { PageState } from '../../core/pageState.ts';
import type { SettingsState } from '../../core/protocol.ts';
import { type RecordingNote, recordingNotes } from '../../core/settings/recordingNotes.ts';
import type { RecordingSettings } from '../../core/settings/recordingSettings.ts';
import type { SettingsClient } from '../client.ts';

export interface RecordingFactsStore {
  /** Empty while nothing is known, and for a source that does not tell. */
  readonly notes: ReadonlySignal<readonly RecordingNote[]>;
}

export interface RecordingFactsDeps {
  readonly client: SettingsClient;
  readonly settings: ReadonlySignal<SettingsState | null>;
  readonly page: ReadonlySignal<PageState>;
  readonly signal: AbortSignal;
}

/** What the connected org's settings say beside its rules, read once with the rules. */
export function createRecordingFactsStore(deps: RecordingFactsDeps): RecordingFactsStore {
  const { client, settings, page, signal: abort } = deps;
  const facts = signal<RecordingSettings | null>(null);
  let asked = '';

  const dispose = effect(() => {
    const state = settings.value;
    const isTold = state?.connection.kind === 'fullstory' && state.readAt !== undefined;
    const now = isTold ? `${state.connection.id} ${state.connection.orgId} ${state.readAt}` : '';
    if (now === asked) return;
    asked = now;
    facts.value = null;
    if (isTold) void read(now);
  });
  abort.addEventListener('abort', dispose, { once: true });

  /** When it cannot be read nothing is said of it: the problem with the source is told where its rules are read. */
  async function read(source: string): Promise<void> {
    const reply = await client.request('recording/read', {});
    if (!abort.aborted && asked === source && reply.ok) facts.value = reply.value;
  }

  return {
    notes: computed(() => {
      const at = page.value;
      const host = at.kind === 'ready' ? URL.parse(at.url)?.hostname : undefined;
      return facts.value && host ? recordingNotes(facts.value, host) : [];
    }),
  };
}
